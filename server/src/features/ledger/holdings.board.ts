import type { Viewer } from '@huiying/shared/identity'
import { chinaDateOf, maskNumbersIn, sumFen, type CalendarDate, type EpochMs } from '@huiying/shared/kernel'
import {
  assetTotals, moneyMovedFen, rentStandingOn, resourceTotals,
  type Contract, type ContractRow, type HoldingsAnswer, type Line, type RentPayment,
} from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import type { RawRow, Table } from '../../platform/database/table'
import { assetTable, contractTable, resourceTable, type StoredContract } from './holding.table'
import { readableBook } from './readable-book.board'

/** 三资: what the village owns, what of it is let, and what rent is overdue. @throws ledger.book-not-found */
export async function holdingsOf(reads: Reads, viewer: Viewer, bookId: string, now: EpochMs): Promise<HoldingsAnswer> {
  const { brief, village } = await readableBook(reads, viewer, bookId)
  const [assets, resources, contracts, payments] = await Promise.all([
    registered(reads, assetTable, bookId, 'name'),
    registered(reads, resourceTable, bookId, 'name'),
    registered(reads, contractTable, bookId, 'from_on'),
    rentPayments(reads, bookId),
  ])
  const nameOf = new Map([...assets, ...resources].map(masked).map(({ id, name }) => [id, name]))
  const rows = contracts.map((contract) =>
    contractRowOf(contract, nameOf.get(contract.holdingId) ?? '', payments.get(contract.id) ?? [], chinaDateOf(now)))
  return {
    village,
    book: brief,
    assets: assets.map(masked),
    assetTotals: assetTotals(assets),
    resources: resources.map(masked),
    resourceTotals: resourceTotals(resources),
    contracts: rows,
    overdueFen: sumFen(rows.map(({ overdueFen }) => overdueFen)),
  }
}

function contractRowOf(
  contract: StoredContract,
  holdingName: string,
  payments: readonly RentPayment[],
  today: CalendarDate,
): ContractRow {
  const { paidFen, dueFen, overdueFen, overdueDays, next } = rentStandingOn(asItRan(contract), payments, today)
  const [title, tenant] = [maskNumbersIn(contract.title), maskNumbersIn(contract.tenant)]
  return { ...contract, title, tenant, holdingName, paidFen, dueFen, overdueFen, overdueDays, next }
}

/** Ended before its time, it owes rent up to that day and none after. */
function asItRan(contract: StoredContract): Pick<Contract, 'fromOn' | 'toOn' | 'rent'> {
  const { endedOn, toOn } = contract
  return endedOn === null || endedOn >= toOn ? contract : { ...contract, toOn: endedOn }
}

/** The village's register is open, numbers that lead to a person are not. */
function masked<Holding extends { readonly name: string; readonly place: string }>(holding: Holding): Holding {
  return { ...holding, name: maskNumbersIn(holding.name), place: maskNumbersIn(holding.place) }
}

async function registered<Row extends object>(
  reads: Reads,
  table: Table<Row>,
  bookId: string,
  order: string,
): Promise<readonly Row[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${table.columnList} FROM ${table.name} WHERE book_id = ? ORDER BY ${order}, id`, [bookId],
  )
  return rows.map(table.fromRaw)
}

interface RentRow {
  readonly contract_id: string
  readonly id: string
  readonly entry_on: CalendarDate
  readonly account: string
  readonly side: Line['side']
  readonly amount_fen: number
}

/** By contract: the entries that name it and were not taken back; found by the contracts, not by the entries. */
async function rentPayments(reads: Reads, bookId: string): Promise<ReadonlyMap<string, readonly RentPayment[]>> {
  const rows = await reads.query<RentRow>(
    `SELECT c.id AS contract_id, e.id, e.entry_on, l.account, l.side, l.amount_fen
     FROM ledger_contracts c
     JOIN ledger_entries e ON e.source_ref = c.id AND e.source_type IN ('income', 'imported') AND e.book_id = c.book_id
     JOIN ledger_lines l ON l.book_id = e.book_id AND l.position = e.position
     LEFT JOIN ledger_entries r ON r.reverses_id = e.id
     WHERE c.book_id = ? AND r.id IS NULL`,
    [bookId],
  )
  const payments = new Map<string, RentPayment[]>()
  for (const [entryId, lines] of groupedBy(rows, ({ id }) => id)) {
    const [first] = lines
    if (first === undefined) continue
    const moved = lines.map(({ account, side, amount_fen: fen }): Line => ({ account, side, amountFen: Number(fen) }))
    const amountFen = moneyMovedFen(moved)
    const ofContract = payments.get(first.contract_id) ?? []
    ofContract.push({ entryId, on: first.entry_on, amountFen })
    payments.set(first.contract_id, ofContract)
  }
  return payments
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? []
    group.push(row)
    groups.set(keyOf(row), group)
  }
  return groups
}
