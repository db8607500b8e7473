import type { Viewer } from '@huiying/shared/identity'
import { chinaDateOf, maskNumbersIn, sumFen, type CalendarDate, type EpochMs } from '@huiying/shared/kernel'
import {
  assetTotals, moneyMovedFen, rentStandingOn, resourceTotals,
  type Contract, type ContractRow, type HoldingsAnswer, type RentPayment,
} from '@huiying/shared/ledger'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow, Table } from '../../platform/database/table'
import { assetTable, contractTable, resourceTable, type StoredContract } from './holding.table'
import { postedEntries } from './posted-entries'
import { readableBook } from './readable-book.board'

/** 三资: what the village owns, what of it is let, and what rent is overdue. @throws ledger.book-not-found */
export async function holdingsOf(reads: Reads, viewer: Viewer, bookId: string, now: EpochMs): Promise<HoldingsAnswer> {
  const { brief, village } = await readableBook(reads, viewer, bookId)
  const [assets, resources, contracts] = await Promise.all([
    registered(reads, assetTable, bookId, 'name'),
    registered(reads, resourceTable, bookId, 'name'),
    registered(reads, contractTable, bookId, 'from_on'),
  ])
  const payments = await rentPayments(reads, bookId, contracts.map(({ id }) => id))
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

/** By contract: the income entries that name it and were not taken back; found by the contracts, not in the book. */
async function rentPayments(
  reads: Reads,
  bookId: string,
  contractIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RentPayment[]>> {
  if (contractIds.length === 0) return new Map()
  // The book is asked for afterwards: with it in the condition, a database may walk the whole book instead.
  const posted = await postedEntries(
    reads,
    `SELECT book_id, position FROM ledger_entries
     WHERE source_ref IN (${placeholders(contractIds.length)}) AND source_type IN ('income', 'imported')`,
    contractIds,
  )
  const payments = new Map<string, RentPayment[]>()
  for (const { entry: { id, bookId: ofBook, source, on, lines }, reversedBy } of posted) {
    const isRent = source.type === 'income' || source.type === 'imported'
    if (ofBook !== bookId || reversedBy !== null || !isRent || source.contractId === null) continue
    const ofContract = payments.get(source.contractId) ?? []
    ofContract.push({ entryId: id, on, amountFen: moneyMovedFen(lines) })
    payments.set(source.contractId, ofContract)
  }
  return payments
}
