import type { Viewer } from '@huiying/shared/identity'
import { chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import {
  isMonth, keepsBook, mayObject, monthAfter, monthOf, namedUses, NO_FLOW, noticeStanding, sumFlows, type Book,
  type EntryRow, type FinanceAnswer, type Month, type MoneyFlow, type MonthStatus, type NoticeView, type Uses,
} from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { monthTable, type StoredMonth } from './book.table'
import { checkOf, headOf } from './book-proof.board'
import { entriesPage, entryRowOf } from './entries.board'
import { flowTable } from './entry.table'
import { moneyLeftIn } from './money-left.board'
import { postedEntries } from './posted-entries'
import { readableBook } from './readable-book.board'

/** Corrections of one month are few; should they be many, the newest tell enough. */
const CORRECTED_LIMIT = 50

/**
 * The village's finance page: kept sums and one page of entries, whatever the length of the book. Two round trips: the
 * book, then all the rest at once.
 * @throws ledger.book-not-found
 */
export async function financeOf(
  reads: Reads,
  viewer: Viewer,
  bookId: string,
  wanted: string | null,
  now: EpochMs,
): Promise<FinanceAnswer> {
  const { book, brief, village } = await readableBook(reads, viewer, bookId)
  const month = monthShown(book, wanted, now)
  const fromMonth = monthAfter(month, -11)
  const yearFrom = `${month.slice(0, 4)}-01`
  const [money, months, flows, uses, page, corrected, check, head, isContested] = await Promise.all([
    moneyLeftIn(reads, bookId),
    monthsBetween(reads, bookId, fromMonth, month),
    flowsBetween(reads, bookId, fromMonth, month),
    usesBetween(reads, book, yearFrom, month),
    entriesPage(reads, { bookId, month, account: null, before: null }),
    correctedLater(reads, bookId, month),
    checkOf(reads, bookId),
    headOf(reads, bookId),
    hasOpenDoubt(reads, bookId, month),
  ])
  const shown = months.get(month)
  const notice = noticeViewOf(shown, isContested, now)
  return {
    now, village, book: brief, money, month,
    monthStatus: statusOf(shown),
    notice,
    flow: flows.get(month) ?? NO_FLOW,
    yearFlow: sumFlows([...flows].filter(([one]) => one >= yearFrom).map(([, flow]) => flow)),
    ...uses,
    months: monthsFrom(book.firstMonth > fromMonth ? book.firstMonth : fromMonth, month)
      .map((one) => ({ month: one, status: statusOf(months.get(one)), flow: flows.get(one) ?? NO_FLOW })),
    entries: page.entries,
    more: page.more,
    corrected, check, head,
    may: { keep: keepsBook(viewer, book), object: notice?.standing === 'running' && mayObject(viewer, book) },
  }
}

/** The notice of a published month as it stands; `null` before. */
export function noticeViewOf(
  month: StoredMonth | undefined,
  isContested: boolean,
  now: EpochMs,
): NoticeView | null {
  if (month === undefined) return null
  const { publishedAt, noticeLastOn: lastOn, noticeEndsAt: endsAt } = month
  if (publishedAt === null || lastOn === null || endsAt === null) return null
  return { publishedAt, lastOn, endsAt, standing: noticeStanding(endsAt, isContested, now) }
}

function monthShown(book: Book, wanted: string | null, now: EpochMs): Month {
  const running = monthOf(chinaDateOf(now))
  const month = wanted !== null && isMonth(wanted) && wanted < running ? wanted : running
  return month < book.firstMonth ? book.firstMonth : month
}

function monthsFrom(from: Month, to: Month): readonly Month[] {
  return from > to ? [] : [from, ...monthsFrom(monthAfter(from, 1), to)]
}

function statusOf(month: StoredMonth | undefined): MonthStatus {
  return month?.status ?? 'open'
}

async function monthsBetween(
  reads: Reads,
  bookId: string,
  from: Month,
  to: Month,
): Promise<ReadonlyMap<Month, StoredMonth>> {
  const rows = await reads.query<RawRow>(
    `SELECT ${monthTable.columnList} FROM ledger_months WHERE book_id = ? AND month >= ? AND month <= ?`, [bookId, from, to],
  )
  return new Map(rows.map(monthTable.fromRaw).map((one) => [one.month, one]))
}

async function flowsBetween(
  reads: Reads,
  bookId: string,
  from: Month,
  to: Month,
): Promise<ReadonlyMap<Month, MoneyFlow>> {
  const rows = await reads.query<RawRow>(
    `SELECT ${flowTable.columnList} FROM ledger_flows WHERE book_id = ? AND month >= ? AND month <= ?`, [bookId, from, to],
  )
  return new Map(rows.map(flowTable.fromRaw).map(({ month, inFen, outFen, correctedFen, openingFen }) =>
    [month, { inFen, outFen, correctedFen, openingFen }]))
}

interface UseRow {
  readonly direction: 'in' | 'out'
  readonly account: string
  readonly month_fen: number
  readonly year_fen: number
}

/** Of the month, and of its year up to it: at most twelve kept sums for each account. */
async function usesBetween(
  reads: Reads,
  book: Book,
  yearFrom: Month,
  month: Month,
): Promise<Pick<FinanceAnswer, 'uses' | 'yearUses'>> {
  const rows = await reads.query<UseRow>(
    `SELECT direction, account, SUM(amount_fen) AS year_fen,
       SUM(CASE WHEN month = ? THEN amount_fen ELSE 0 END) AS month_fen
     FROM ledger_uses WHERE book_id = ? AND month >= ? AND month <= ? GROUP BY direction, account`,
    [month, book.id, yearFrom, month],
  )
  const uses = (read: (row: UseRow) => number): Uses =>
    namedUses(book, rows.map((row) => ({ ...row, amountFen: Number(read(row)) })))
  return { uses: uses((row) => row.month_fen), yearUses: uses((row) => row.year_fen) }
}

/** "9月已更正": a month's own figures stay, its page names what came after. */
async function correctedLater(reads: Reads, bookId: string, month: Month): Promise<readonly EntryRow[]> {
  const posted = await postedEntries(
    reads,
    `SELECT o.book_id, o.position FROM ledger_entries x JOIN ledger_entries o ON o.id = x.reverses_id
     WHERE x.book_id = ? AND x.source_month = ? AND x.month > ?
     ORDER BY x.month DESC, x.position DESC LIMIT ${CORRECTED_LIMIT}`,
    [bookId, month, month],
  )
  return posted.map(entryRowOf)
}

/** Is an objection to the month still without an answer? */
export async function hasOpenDoubt(reads: Reads, bookId: string, month: Month): Promise<boolean> {
  const rows = await reads.query<{ readonly id: string }>(
    'SELECT id FROM ledger_objections WHERE book_id = ? AND month = ? AND answered_at IS NULL LIMIT 1', [bookId, month],
  )
  return rows.length > 0
}
