import {
  balanceFen, moneyOf, reservedFen, type Book, type BookState, type MoneyAccount,
} from '@huiying/shared/ledger'
import { placeholders } from '../../platform/database/own-sql'
import type { Work } from '../../platform/database/work'
import { storedMonth } from './book-rows'
import {
  moneyDayTable, moneyTable, monthTable, reserveTable, subAccountTable, type StoredMoney,
} from './book.table'

/** Writes what the two states differ in. Rules change nothing in place: what they left alone is one object in both. */
export function storeState(work: Work, before: BookState, next: BookState): void {
  storeBook(work, before, next)
  storeSubAccounts(work, before.book, next.book)
  storeMonths(work, before, next)
  storeMoney(work, before, next)
  storeReserves(work, before, next)
}

/** What is settled when a book is opened is not written again with each of its entries. */
function storeBook(work: Work, before: BookState, { book, entryCount, hasOpening, openFrom }: BookState): void {
  const isSame = before.entryCount === entryCount && before.hasOpening === hasOpening && before.openFrom === openFrom
  if (isSame) return
  work.write(
    'UPDATE ledger_books SET entry_count = ?, has_opening = ?, open_from = ? WHERE id = ?',
    [entryCount, hasOpening ? 1 : 0, openFrom, book.id],
  )
}

function storeSubAccounts(work: Work, before: Book, next: Book): void {
  const known = new Set(before.subAccounts.map(({ code }) => code))
  const untouched = new Set(before.subAccounts)
  for (const account of next.subAccounts) {
    if (untouched.has(account)) continue
    if (known.has(account.code)) work.update(subAccountTable, { ...account, bookId: next.id })
    else work.insert(subAccountTable, { ...account, bookId: next.id })
  }
}

function storeMonths(work: Work, before: BookState, next: BookState): void {
  const known = new Set(before.months.map(({ month }) => month))
  const untouched = new Set(before.months)
  for (const month of next.months) {
    if (untouched.has(month)) continue
    if (known.has(month.month)) work.update(monthTable, storedMonth(next.book.id, month))
    else work.insert(monthTable, storedMonth(next.book.id, month))
  }
}

function storeMoney(work: Work, before: BookState, next: BookState): void {
  const known = new Map(before.money.map((money) => [money.account, money]))
  for (const money of next.money) {
    const old = known.get(money.account)
    const was = storedMoney(before, money.account)
    const is = storedMoney(next, money.account)
    if (old === undefined) work.insert(moneyTable, is)
    else if (differ(was, is)) work.update(moneyTable, is)
    if (old !== money) storeDays(work, next.book.id, old ?? { account: money.account, closedFen: 0, days: [] }, money)
  }
}

function storedMoney(state: BookState, account: string): StoredMoney {
  const money = moneyOf(state, account)
  return {
    bookId: state.book.id, account, closedFen: money.closedFen, balanceFen: balanceFen(money),
    reservedFen: reservedFen(state, account),
  }
}

function differ(one: StoredMoney, other: StoredMoney): boolean {
  const isSame = (key: 'closedFen' | 'balanceFen' | 'reservedFen'): boolean => one[key] === other[key]
  return !isSame('closedFen') || !isSame('balanceFen') || !isSame('reservedFen')
}

function storeDays(work: Work, bookId: string, before: MoneyAccount, { account, days }: MoneyAccount): void {
  const old = new Map(before.days.map(({ on, netFen }) => [on, netFen]))
  for (const { on, netFen } of days) {
    const known = old.get(on)
    old.delete(on)
    if (known === undefined) work.insert(moneyDayTable, { bookId, account, on, netFen })
    else if (known !== netFen) work.update(moneyDayTable, { bookId, account, on, netFen })
  }
  // What is left over lies in a month that was closed and is part of its sum now.
  if (old.size === 0) return
  work.write(
    `DELETE FROM ledger_money_days WHERE book_id = ? AND account = ? AND day_on IN (${placeholders(old.size)})`,
    [bookId, account, ...old.keys()],
  )
}

function storeReserves(work: Work, before: BookState, next: BookState): void {
  const kept = new Set(next.reserves)
  const known = new Set(before.reserves)
  const gone = before.reserves.filter((one) => !kept.has(one))
  for (const { expenseId } of gone) work.delete(reserveTable, { expenseId })
  for (const reserve of next.reserves.filter((one) => !known.has(one))) {
    work.insert(reserveTable, { ...reserve, bookId: next.book.id })
  }
}
