import type { Month } from '@huiying/shared/ledger'
import { openPage } from '@/features/identity'

const ROOT = '/packages/ledger'

export interface LedgerPlace {
  readonly villageId: string
  readonly bookId?: string
  readonly month?: Month
}

/** "村里还有多少钱" */
export function openLedger({ villageId, bookId, month }: LedgerPlace): void {
  openPage(ledgerUrl({ village: villageId, book: bookId, month }))
}

export interface LedgerQuery {
  readonly village?: string | undefined
  readonly book?: string | undefined
  readonly month?: Month | undefined
}

export function ledgerUrl(query: LedgerQuery): string {
  return addressOf('village', { ...query })
}

export function openEntry(entryId: string): void {
  openPage(entryUrl(entryId))
}

export function entryUrl(entryId: string): string {
  return addressOf('entry', { id: entryId })
}

export function openHoldings(bookId: string): void {
  openPage(addressOf('holdings', { book: bookId }))
}

export function openStatements(bookId: string, month: Month): void {
  openPage(addressOf('statements', { book: bookId, month }))
}

export interface CheckQuery {
  readonly book: string
  readonly entry?: string
  /** From the code on the wall. */
  readonly size?: string
  readonly fp?: string
}

export function openCheck(query: CheckQuery): void {
  openPage(checkUrl(query))
}

export function checkUrl(query: CheckQuery): string {
  return addressOf('check', { ...query })
}

function addressOf(page: string, query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`])
  return `${ROOT}/${page}/index${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`
}
