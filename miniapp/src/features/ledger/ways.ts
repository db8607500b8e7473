import type { Me } from '@huiying/shared/identity'
import type { Month } from '@huiying/shared/ledger'
import { bearerOf, mySubDistrict, openPage } from '@/features/identity'
import { addressOf } from './address-of'

const ROOT = '/packages/ledger'
export const VILLAGE_BOOKS_URL = addressOf(ROOT, 'villages', {})

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
  return addressOf(ROOT, 'village', { ...query })
}

/** 各村的账 */
export function openVillageBooks(): void {
  openPage(VILLAGE_BOOKS_URL)
}

/** Whose work it is to look at several villages' books. */
export function seesVillageBooks(me: Me): boolean {
  return mySubDistrict(me) !== null || bearerOf(me, ['stationed-cadre']) !== null
}

export function openEntry(entryId: string): void {
  openPage(entryUrl(entryId))
}

export function entryUrl(entryId: string): string {
  return addressOf(ROOT, 'entry', { id: entryId })
}

export function openHoldings(bookId: string): void {
  openPage(addressOf(ROOT, 'holdings', { book: bookId }))
}

export function openStatements(bookId: string, month: Month): void {
  openPage(addressOf(ROOT, 'statements', { book: bookId, month }))
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
  return addressOf(ROOT, 'check', { ...query })
}
