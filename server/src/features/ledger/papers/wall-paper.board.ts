import type { Viewer } from '@huiying/shared/identity'
import { sumFen, type EpochMs, type Fen } from '@huiying/shared/kernel'
import { netFlowFen, type EntryRow, type Month } from '@huiying/shared/ledger'
import { parseHex, shortFingerprint } from '@huiying/shared/proof'
import type { Reads } from '../../../platform/database/reads'
import type { RawRow } from '../../../platform/database/table'
import { monthTable } from '../book.table'
import { entryRowOf } from '../entries.board'
import { flowTable } from '../entry.table'
import { financeOf } from '../finance.board'
import { holdingsOf } from '../holdings.board'
import { headTable } from '../log.table'
import { postedEntries } from '../posted-entries'
import { readableBook } from '../readable-book.board'
import { monthWithin } from './statements.board'
import type { WallHead, WallPaper } from './wall-paper'

/** Where the code leads: the phone's and the browser's page are the same. */
const CHECK_PAGE = '#/packages/ledger/check/index'
/** More never fit on a sheet that is read from two metres. */
const ENTRIES_READ = 40

/** The month's sheet for the public board. @throws ledger.book-not-found */
export async function wallPaperOf(
  reads: Reads,
  viewer: Viewer,
  { bookId, month: wanted }: { readonly bookId: string; readonly month: string | null },
  publicUrl: string | null,
  now: EpochMs,
): Promise<WallPaper> {
  const { book } = await readableBook(reads, viewer, bookId)
  const month = monthWithin(book, wanted, now)
  const [finance, holdings, moneyFen, entries, closing] = await Promise.all([
    financeOf(reads, viewer, bookId, month, now),
    holdingsOf(reads, viewer, bookId, now),
    moneyAtEndOf(reads, bookId, month),
    weightiestEntries(reads, bookId, month),
    closingOf(reads, bookId, month),
  ])
  const head = await headCovering(reads, bookId, closing.size)
  return {
    villageName: finance.village.name, bookName: book.name, month, monthStatus: finance.monthStatus, printedAt: now,
    moneyFen, flow: finance.flow, ...finance.uses, entries, entryCount: closing.entryCount, notice: finance.notice,
    holdings: {
      assetTotals: holdings.assetTotals, resourceTotals: holdings.resourceTotals, overdueFen: holdings.overdueFen,
      contractCount: holdings.contracts.filter(({ endedOn }) => endedOn === null).length,
    },
    head,
    address: publicUrl === null ? null : `${publicUrl}/${CHECK_PAGE}?${queryOf(bookId, head)}`,
  }
}

function queryOf(bookId: string, head: WallHead | null): string {
  const book = `book=${encodeURIComponent(bookId)}`
  return head === null ? book : `${book}&size=${head.size}&fp=${head.root}`
}

async function moneyAtEndOf(reads: Reads, bookId: string, month: Month): Promise<Fen> {
  const rows = await reads.query<RawRow>(
    `SELECT ${flowTable.columnList} FROM ledger_flows WHERE book_id = ? AND month <= ?`, [bookId, month],
  )
  return sumFen(rows.map(flowTable.fromRaw).map(netFlowFen))
}

/** What moved most, told in the order of the days. */
async function weightiestEntries(reads: Reads, bookId: string, month: Month): Promise<readonly EntryRow[]> {
  const chosen = `SELECT book_id, position FROM ledger_entries WHERE book_id = ? AND month = ?
    ORDER BY total_fen DESC, position LIMIT ${ENTRIES_READ}`
  return (await postedEntries(reads, chosen, [bookId, month])).map(entryRowOf)
}

/** How many entries the month has, and how many the book had when it was closed, or has now. */
async function closingOf(
  reads: Reads,
  bookId: string,
  month: Month,
): Promise<{ readonly size: number; readonly entryCount: number }> {
  const [[row], [counted]] = await Promise.all([
    reads.query<RawRow>(
      `SELECT ${monthTable.columnList} FROM ledger_months WHERE book_id = ? AND month = ?`, [bookId, month],
    ),
    reads.query<{ size: number }>('SELECT entry_count AS size FROM ledger_books WHERE id = ?', [bookId]),
  ])
  const stored = row === undefined ? null : monthTable.fromRaw(row)
  return { size: stored?.closedSize ?? Number(counted?.size ?? 0), entryCount: stored?.voucherCount ?? 0 }
}

/** The first that covers the month: printed again tomorrow, the sheet shows the same figures. */
async function headCovering(reads: Reads, bookId: string, size: number): Promise<WallHead | null> {
  const [row] = await reads.query<RawRow>(
    `SELECT ${headTable.columnList} FROM ledger_heads WHERE book_id = ? AND size >= ? ORDER BY size LIMIT 1`,
    [bookId, Math.max(1, size)],
  )
  if (row === undefined) return null
  const { size: signed, root: hex, witnessedAt } = headTable.fromRaw(row)
  const root = parseHex(hex)
  if (root === null) throw new Error(`the head of book ${bookId} at ${signed} has no root`)
  return { size: signed, root: hex, fingerprint: shortFingerprint(root), isWitnessed: witnessedAt !== null }
}
