import { DomainError, maskNumbersIn, textLength } from '../kernel'
import type { Book, SubAccount } from './book'
import { BANK, CASH, OTHER_EXPENSE, OTHER_INCOME, type Account } from './chart'
import { chartOf } from './charts'
import { ACCOUNT_NAME_LIMIT } from './limits'

/** An account of a book, be it the chart's own or one below it. */
export interface BookAccount extends Account {
  /** The chart's account it is or lies under. */
  readonly rootCode: string
  readonly isActive: boolean
}

const ROOT_LENGTH = 3
const STEP = 2
/** Three steps below the chart's account are more than any village uses. */
const MAX_LENGTH = ROOT_LENGTH + 3 * STEP

/** @throws ledger.account-unknown */
export function accountOf(book: Book, code: string): BookAccount {
  const root = chartOf(book.chartVersion).accounts.find((one) => one.code === rootCodeOf(code))
  if (root === undefined) throw new DomainError('ledger.account-unknown', { account: code })
  if (root.code === code) return { ...root, rootCode: code, isActive: true }
  const sub = book.subAccounts.find((one) => one.code === code)
  if (sub === undefined) throw new DomainError('ledger.account-unknown', { account: code })
  return { ...root, code, name: sub.name, plainName: sub.name, rootCode: root.code, isActive: sub.isActive }
}

export function rootCodeOf(code: string): string {
  return code.slice(0, ROOT_LENGTH)
}

/** Cash or a bank account: what may never fall below zero. */
export function isMoney(code: string): boolean {
  return [CASH, BANK].includes(rootCodeOf(code))
}

/** 5xx: what a year earns and spends. */
export function isProfitAndLoss(code: string): boolean {
  return code.startsWith('5')
}

/** Says nothing of what the money was for: 其他收入 and 其他支出 themselves, and whatever calls itself "其他" or "其它". */
export function isOther(book: Book, code: string): boolean {
  return [OTHER_INCOME, OTHER_EXPENSE].includes(code) || /^其[他它]/.test(accountOf(book, code).name)
}

/**
 * The book with one more account below an existing one. All who read the book read its name: no number in it leads to
 * a person.
 * @throws ledger.account-unknown, ledger.sub-account-invalid, ledger.sub-account-exists
 */
export function addSubAccount(book: Book, { code, name }: Omit<SubAccount, 'isActive'>): Book {
  const tidied = maskNumbersIn(name.trim())
  const fits = /^\d+$/.test(code) && code.length > ROOT_LENGTH && code.length <= MAX_LENGTH && (code.length - ROOT_LENGTH) % STEP === 0
  if (!fits || tidied === '' || textLength(tidied) > ACCOUNT_NAME_LIMIT) {
    throw new DomainError('ledger.sub-account-invalid', { limit: ACCOUNT_NAME_LIMIT })
  }
  const parentCode = code.slice(0, -STEP)
  accountOf(book, parentCode)
  const sisters = book.subAccounts.filter((one) => one.code.slice(0, -STEP) === parentCode)
  if (sisters.some((one) => one.code === code || one.name === tidied)) {
    throw new DomainError('ledger.sub-account-exists', { account: code })
  }
  return { ...book, subAccounts: [...book.subAccounts, { code, name: tidied, isActive: true }] }
}

/** @throws ledger.account-unknown */
export function setSubAccountActive(book: Book, code: string, isActive: boolean): Book {
  if (!book.subAccounts.some((one) => one.code === code)) throw new DomainError('ledger.account-unknown', { account: code })
  return { ...book, subAccounts: book.subAccounts.map((one) => (one.code === code ? { ...one, isActive } : one)) }
}
