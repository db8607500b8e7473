import { sumFen } from '@huiying/shared/kernel'
import {
  isClosed, isMoney, monthAfter, monthName, signedFen, turnoversOf, type Book, type Entry, type Month,
} from '@huiying/shared/ledger'
import type { RawRow } from '../platform/database/table'
import { moneyDayTable, moneyTable, monthTable, reserveTable, type StoredMonth } from '../features/ledger/book.table'
import { flowTable, turnoverTable, useTable } from '../features/ledger/entry.table'
import { flowIn, usesIn } from '../features/ledger/kept-sums'
import type { Reads } from '../platform/database/reads'
import type { Table } from '../platform/database/table'
import type { Finding } from './finding'

/** The sums that are kept, each under a name; zero is as good as absent. */
type Sums = Map<string, number>

export interface SumsInHand {
  add(entries: readonly Entry[]): void
  /** Against what was kept when the book had the size that was added up. */
  compare(kept: ReadonlyMap<string, number>): readonly Finding[]
}

/** Adds up from the entries what the product keeps beside them. */
export function sumsInHand(book: Book): SumsInHand {
  const made: Sums = new Map()
  const add = (key: string, amount: number): void => void made.set(key, (made.get(key) ?? 0) + amount)
  return {
    add: (entries) => {
      for (const { month, account, kind, debitFen, creditFen } of turnoversOf(entries)) {
        add(`turnover ${month} ${account} ${kind} debit`, debitFen)
        add(`turnover ${month} ${account} ${kind} credit`, creditFen)
      }
      for (const month of new Set(entries.map((entry) => entry.month))) {
        const own = entries.filter((entry) => entry.month === month)
        for (const use of usesIn(book, month, own)) add(`use ${month} ${use.direction} ${use.account}`, use.amountFen)
        const { inFen, outFen, correctedFen, openingFen } = flowIn(book.id, month, own)
        addFlow(add, month, { inFen, outFen, correctedFen, openingFen })
        add(`vouchers ${month}`, own.length)
      }
      for (const line of entries.flatMap(({ lines }) => lines)) {
        if (isMoney(line.account)) add(`money ${line.account}`, signedFen(line))
      }
    },
    compare: (kept) => {
      const keys = [...new Set([...made.keys(), ...kept.keys()])].sort()
      const wrong = keys.filter((key) => (made.get(key) ?? 0) !== (kept.get(key) ?? 0))
      return wrong.map((key) => ({ kind: 'sum-differs', about: key.slice(0, 64), position: null, words: wordsOf(key) }))
    },
  }
}

/**
 * What the product keeps, and what must be nought: promises against their sum, days against the balance, the first
 * month that is not closed against the months.
 */
export async function keptSums(reads: Reads, bookId: string): Promise<ReadonlyMap<string, number>> {
  const kept: Sums = new Map()
  const add = (key: string, amount: number): void => void kept.set(key, (kept.get(key) ?? 0) + amount)
  for (const { month, account, kind, debitFen, creditFen } of await all(reads, turnoverTable, bookId)) {
    add(`turnover ${month} ${account} ${kind} debit`, debitFen)
    add(`turnover ${month} ${account} ${kind} credit`, creditFen)
  }
  for (const { month, direction, account, amountFen } of await all(reads, useTable, bookId)) {
    add(`use ${month} ${direction} ${account}`, amountFen)
  }
  for (const { month, inFen, outFen, correctedFen, openingFen } of await all(reads, flowTable, bookId)) {
    addFlow(add, month, { inFen, outFen, correctedFen, openingFen })
  }
  const months = await all(reads, monthTable, bookId)
  for (const { month, voucherCount } of months) add(`vouchers ${month}`, voucherCount)
  const [book] = await reads.query<{ firstMonth: Month; openFrom: Month }>(
    'SELECT first_month AS firstMonth, open_from AS openFrom FROM ledger_books WHERE id = ?', [bookId],
  )
  if (book !== undefined) add(`open-from ${book.openFrom}`, isOpenFrom(book, months) ? 0 : 1)
  const reserves = await all(reads, reserveTable, bookId)
  const days = await all(reads, moneyDayTable, bookId)
  for (const { account, balanceFen, closedFen, reservedFen } of await all(reads, moneyTable, bookId)) {
    add(`money ${account}`, balanceFen)
    const sum = (rows: readonly { account: string; fen: number }[]) =>
      sumFen(rows.filter((one) => one.account === account).map(({ fen }) => fen))
    add(`reserved ${account}`, reservedFen - sum(reserves.map((one) => ({ account: one.account, fen: one.amountFen }))))
    add(`days ${account}`, balanceFen - closedFen - sum(days.map((one) => ({ account: one.account, fen: one.netFen }))))
  }
  return kept
}

/** Closed are the months before it, each of them, and no other. */
function isOpenFrom(
  { firstMonth, openFrom }: { readonly firstMonth: Month; readonly openFrom: Month }, months: readonly StoredMonth[],
): boolean {
  const closed = new Set(months.filter(isClosed).map(({ month }) => month))
  let earliest = firstMonth
  while (closed.delete(earliest)) earliest = monthAfter(earliest, 1)
  return earliest === openFrom && closed.size === 0
}

function addFlow(
  add: (key: string, amount: number) => void, month: string, flow: Readonly<Record<string, number>>,
): void {
  for (const [name, amount] of Object.entries(flow)) add(`flow ${month} ${name}`, amount)
}

async function all<Row extends object>(reads: Reads, table: Table<Row>, bookId: string): Promise<readonly Row[]> {
  const rows = await reads.query<RawRow>(`SELECT ${table.columnList} FROM ${table.name} WHERE book_id = ?`, [bookId])
  return rows.map(table.fromRaw)
}

function wordsOf(key: string): string {
  const [what, where = ''] = key.split(' ')
  switch (what) {
    case 'money':
      return `账户 ${where} 的余额和账上各笔加起来的不一样。`
    case 'reserved':
      return `账户 ${where} 给开支留的钱和各笔开支加起来的不一样。`
    case 'days':
      return `账户 ${where} 每天的变动加起来，和余额不一样。`
    case 'open-from':
      return `账上记着从${where.slice(0, 4)}年${monthName(where)}起还没结账，和各月的结账情况不一样。`
    case 'vouchers':
      return `${where.slice(0, 4)}年${monthName(where)}的凭证号和账上的笔数不一样。`
    default:
      return `${where.slice(0, 4)}年${monthName(where)}的合计数和账上各笔加起来的不一样。`
  }
}
