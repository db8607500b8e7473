import { BANK, CASH, CHART_2023, KIND_NAMES, type KeeperAccount } from '@huiying/shared/ledger'
import type { Fen } from '@huiying/shared/kernel'

/** What somebody calls it who has never seen a chart of accounts; below the chart's, the name one gave it. */
export function plainNameOf({ code, name, isSub }: Pick<KeeperAccount, 'code' | 'name' | 'isSub'>): string {
  return isSub ? name : CHART_2023.accounts.find((one) => one.code === code)?.plainName ?? name
}

/** "102 银行存款" */
export function accountTitle({ code, name }: Pick<KeeperAccount, 'code' | 'name'>): string {
  return `${code} ${name}`
}

/** "银行存款——农商行": a sub-account says below what it lies. */
export function fullNameOf(accounts: readonly KeeperAccount[], code: string): string {
  const line = accounts.filter((one) => code.startsWith(one.code))
  return line.length === 0 ? code : line.map(({ name }) => name).join('——')
}

/** Takes new lines and has nothing finer below it. */
export function isLeaf(accounts: readonly KeeperAccount[], { code }: Pick<KeeperAccount, 'code'>): boolean {
  return !accounts.some((other) => other.isActive && other.code !== code && other.code.startsWith(code))
}

/** Held by the account itself, without what lies below it. */
export function ownFen(accounts: readonly KeeperAccount[], account: KeeperAccount): Fen {
  const below = accounts.filter(({ code }) => code !== account.code && code.startsWith(account.code))
  const isNext = ({ code }: KeeperAccount): boolean =>
    !below.some((other) => other.code !== code && code.startsWith(other.code))
  const children = below.filter(isNext)
  return children.reduce((left, { balanceFen }) => left - balanceFen, account.balanceFen)
}

/** Cash boxes and bank accounts into which money goes, and those out of which it may still come. */
export function moneyPlaces(accounts: readonly KeeperAccount[]): readonly KeeperAccount[] {
  return accounts.filter((one) =>
    (one.code.startsWith(CASH) || one.code.startsWith(BANK)) && one.isActive
    && (isLeaf(accounts, one) || ownFen(accounts, one) !== 0))
}

const INCOME_ROOTS: readonly string[] = ['501', '502', '503', '504']

/** What money comes in for, the finest there is. */
export function incomeAccounts(accounts: readonly KeeperAccount[]): readonly KeeperAccount[] {
  return accounts.filter((one) => INCOME_ROOTS.includes(one.code.slice(0, 3)) && one.isActive && isLeaf(accounts, one))
}

/** By code, name, plain name or the part of the chart; the finest first while nothing is asked. */
export function searchAccounts(accounts: readonly KeeperAccount[], query: string): readonly KeeperAccount[] {
  const asked = query.trim()
  return accounts.filter((one) => one.isActive && (asked === '' || one.code.startsWith(asked)
    || one.name.includes(asked) || plainNameOf(one).includes(asked) || KIND_NAMES[one.kind] === asked))
}

/** The code a new account below another is given: the first free number after the last. */
export function nextCodeBelow(accounts: readonly Pick<KeeperAccount, 'code'>[], parent: string): string | null {
  const last = accounts
    .filter(({ code }) => code.length === parent.length + 2 && code.startsWith(parent))
    .reduce((most, { code }) => Math.max(most, Number(code.slice(-2))), 0)
  return last >= 99 ? null : `${parent}${`${last + 1}`.padStart(2, '0')}`
}
