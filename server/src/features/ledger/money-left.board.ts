import type { Viewer } from '@huiying/shared/identity'
import { sumFen, type EpochMs, type Fen } from '@huiying/shared/kernel'
import { CASH, mayReadBook, rootCodeOf, type BookInHome, type MoneyLeft, type Month } from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { moneyTable } from './book.table'

/** "村里还有多少钱", of the sums that every entry keeps. */
export async function moneyLeftIn(reads: Reads, bookId: string): Promise<MoneyLeft> {
  const rows = await reads.query<RawRow>(`SELECT ${moneyTable.columnList} FROM ledger_money WHERE book_id = ?`, [bookId])
  const money = rows.map(moneyTable.fromRaw)
  const of = (isCash: boolean): Fen =>
    sumFen(money.filter(({ account }) => (rootCodeOf(account) === CASH) === isCash).map(({ balanceFen }) => balanceFen))
  const [cashFen, bankFen] = [of(true), of(false)]
  const reservedFen = sumFen(money.map((one) => one.reservedFen))
  return { totalFen: cashFen + bankFen, cashFen, bankFen, reservedFen, freeFen: cashFen + bankFen - reservedFen }
}

/** The same in short for the first screen, of each book of the village; none for whoever may not read them. */
export async function booksInHome(
  reads: Reads,
  viewer: Viewer,
  village: { readonly id: string; readonly subDistrictId: string },
): Promise<readonly BookInHome[]> {
  if (!mayReadBook(viewer, { villageId: village.id, subDistrictId: village.subDistrictId })) return []
  const rows = await reads.query<HomeRow>(
    `SELECT b.id, b.name, p.month, p.notice_ends_at,
       (SELECT COALESCE(SUM(m.balance_fen), 0) FROM ledger_money m WHERE m.book_id = b.id) AS total_fen
     FROM ledger_books b
     LEFT JOIN ledger_months p ON p.book_id = b.id
       AND p.month = (SELECT MAX(l.month) FROM ledger_months l WHERE l.book_id = b.id AND l.status = 'published')
     WHERE b.village_id = ? ORDER BY b.legal_body`,
    [village.id],
  )
  return rows.map(({ id, name, month, notice_ends_at: endsAt, total_fen: totalFen }) => ({
    bookId: id,
    name,
    totalFen: Number(totalFen),
    publishedMonth: month,
    noticeEndsAt: endsAt === null ? null : Number(endsAt),
  }))
}

interface HomeRow {
  readonly id: string
  readonly name: string
  readonly month: Month | null
  readonly notice_ends_at: EpochMs | null
  readonly total_fen: Fen
}
