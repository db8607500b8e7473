import type { Viewer } from '@huiying/shared/identity'
import { chinaDateOf, type EpochMs, type Fen } from '@huiying/shared/kernel'
import {
  accountOf, BANK, chartOf, isMonth, lastOf, monthAfter, monthOf, requireKeeper,
  type BankInBook, type Book, type KeeperAccount, type KeeperAnswer, type KeeperEntry, type KeeperMonth, type Month,
  type PostedEntry,
} from '@huiying/shared/ledger'
import { jsonOf } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { monthTable } from './book.table'
import { entryRowOf } from './entries.board'
import { postedEntries } from './posted-entries'
import { noticeViewOf } from './finance.board'
import { readableBook } from './readable-book.board'

/** Far below what a phone takes in at once; the rest comes page by page. */
const PAGE_SIZE = 50

export interface KeepingQuestion {
  readonly bookId: string
  /** `null`: the month that runs. */
  readonly month: string | null
  /** `more` of the page before. */
  readonly after: string | null
}

/** The accountant's desk. @throws ledger.book-not-found, ledger.only-accountant */
export async function keepingOf(
  reads: Reads,
  viewer: Viewer,
  { bookId, month: wanted, after }: KeepingQuestion,
  now: EpochMs,
): Promise<KeeperAnswer> {
  const { book, brief, village } = await readableBook(reads, viewer, bookId)
  requireKeeper(viewer, book)
  const running = monthOf(chinaDateOf(now))
  const month = wanted !== null && isMonth(wanted) && wanted >= book.firstMonth && wanted <= running ? wanted : running
  const [standing, accounts, months, banks, page] = await Promise.all([
    reads.query<{ readonly stopped_at: EpochMs | null; readonly has_opening: number }>(
      'SELECT stopped_at, has_opening FROM ledger_books WHERE id = ?', [bookId],
    ),
    accountsOf(reads, book),
    monthsOf(reads, book, running, now),
    banksOf(reads, bookId, month),
    pageOf(reads, bookId, month, after),
  ])
  return {
    now, village, book: brief,
    isStopped: (standing[0]?.stopped_at ?? null) !== null,
    hasOpening: Number(standing[0]?.has_opening) !== 0,
    accounts, months, month, banks, ...page,
  }
}

interface AccountSum {
  readonly account: string
  readonly fen: number | string
}

/** The chart's accounts and those below them, in the order of their codes; each with all that lies below it. */
async function accountsOf(reads: Reads, book: Book): Promise<readonly KeeperAccount[]> {
  const [balances, reserved] = await Promise.all([
    reads.query<AccountSum>(
      `SELECT account, SUM(debit_fen - credit_fen) AS fen FROM ledger_turnovers
       WHERE book_id = ? GROUP BY account`,
      [book.id],
    ),
    reads.query<AccountSum>(
      'SELECT account, reserved_fen AS fen FROM ledger_money WHERE book_id = ?', [book.id],
    ),
  ])
  const codes = [...chartOf(book.chartVersion).accounts, ...book.subAccounts].map(({ code }) => code).sort()
  return codes.map((code) => {
    const { name, kind, normalSide, isActive, rootCode } = accountOf(book, code)
    return {
      code, name, kind, normalSide, isActive, isSub: rootCode !== code,
      balanceFen: sumBelow(balances, code),
      reservedFen: sumBelow(reserved, code),
    }
  })
}

function sumBelow(sums: readonly AccountSum[], code: string): Fen {
  return sums.filter(({ account }) => account.startsWith(code)).reduce((sum, { fen }) => sum + Number(fen), 0)
}

async function banksOf(reads: Reads, bookId: string, month: Month): Promise<readonly BankInBook[]> {
  const sums = await reads.query<AccountSum>(
    `SELECT account, SUM(CASE WHEN month <= ? THEN debit_fen - credit_fen ELSE 0 END) AS fen
     FROM ledger_turnovers WHERE book_id = ? AND account LIKE ? GROUP BY account ORDER BY account`,
    [month, bookId, `${BANK}%`],
  )
  return sums.map(({ account, fen }) => ({ account, bookFen: Number(fen) }))
}

/** From the running month back to the first: those nobody touched are open and empty. */
async function monthsOf(reads: Reads, book: Book, running: Month, now: EpochMs): Promise<readonly KeeperMonth[]> {
  const [rows, doubts, waiting] = await Promise.all([
    reads.query<RawRow>(`SELECT ${monthTable.columnList} FROM ledger_months WHERE book_id = ?`, [book.id]),
    reads.query<{ readonly month: Month }>(
      'SELECT DISTINCT month FROM ledger_objections WHERE book_id = ? AND answered_at IS NULL', [book.id],
    ),
    paidDaysWaiting(reads, book.id),
  ])
  const touched = new Map(rows.map(monthTable.fromRaw).map((one) => [one.month, one]))
  const contested = new Set(doubts.map(({ month }) => month))
  const months: KeeperMonth[] = []
  for (let month = running; month >= book.firstMonth; month = monthAfter(month, -1)) {
    const stored = touched.get(month)
    months.push({
      month,
      status: stored?.status ?? 'open',
      voucherCount: stored?.voucherCount ?? 0,
      assertions: stored?.assertions ?? [],
      waitingCount: waiting.filter((on) => on <= lastOf(month)).length,
      notice: noticeViewOf(stored, contested.has(month), now),
    })
  }
  return months
}

/** On which days the expenses were paid that are not in the book yet: a handful, whatever the years behind it. */
async function paidDaysWaiting(reads: Reads, bookId: string): Promise<readonly string[]> {
  const rows = await reads.query<{ readonly payment: string }>(
    "SELECT payment FROM expenses WHERE book_id = ? AND status = 'paid' AND payment IS NOT NULL", [bookId],
  )
  return rows.map(({ payment }) => jsonOf<{ readonly paidOn: string }>(payment).paidOn)
}

async function pageOf(
  reads: Reads, bookId: string, month: Month, after: string | null,
): Promise<Pick<KeeperAnswer, 'entries' | 'more'>> {
  const before = after === null || !/^\d{1,9}$/.test(after) ? null : Number(after)
  const found = await postedEntries(
    reads,
    `SELECT book_id, position FROM ledger_entries WHERE book_id = ? AND month = ?${before === null ? '' : ' AND voucher < ?'}
     ORDER BY voucher DESC LIMIT ${PAGE_SIZE + 1}`,
    before === null ? [bookId, month] : [bookId, month, before],
  )
  const shown = found.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return {
    entries: shown.map(keeperEntryOf),
    more: found.length > PAGE_SIZE && last !== undefined ? `${last.entry.voucher}` : null,
  }
}

function keeperEntryOf(posted: PostedEntry): KeeperEntry {
  const { lines, purpose, source } = posted.entry
  return {
    ...entryRowOf(posted), lines, purpose,
    mayReverse: posted.reversedBy === null && source.type !== 'reversal',
  }
}
