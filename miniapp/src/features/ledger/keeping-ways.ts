import type { Me } from '@huiying/shared/identity'
import type { Month } from '@huiying/shared/ledger'
import type { UnitBrief } from '@huiying/shared/villages'
import { openPage } from '@/features/identity'
import { addressOf } from './address-of'

const ROOT = '/packages/keeping'

/** What an accountant writes by himself. transfer: cash drawn, paid in, or between two accounts. */
export type EntryKind = 'income' | 'transfer' | 'manual' | 'opening'

export interface DeskPlace {
  readonly village?: string | undefined
  readonly book?: string | undefined
  readonly month?: Month | undefined
}

/** The villages whose books one keeps. */
export function keptVillages(me: Me): readonly UnitBrief[] {
  return me.posts.flatMap(({ kind, village }) => (kind === 'accountant' && village !== null ? [village] : []))
}

export function deskUrl(place: DeskPlace): string {
  return addressOf(ROOT, 'desk', { ...place })
}

export function entryFormUrl(bookId: string, kind: EntryKind, month: Month): string {
  return addressOf(ROOT, 'entry-form', { book: bookId, kind, month })
}

export const openDesk = (place: DeskPlace): void => openPage(deskUrl(place))
export const openEntryForm = (bookId: string, kind: EntryKind, month: Month): void =>
  openPage(entryFormUrl(bookId, kind, month))
export const openHoldingsForm = (bookId: string): void => openPage(addressOf(ROOT, 'holdings-form', { book: bookId }))
export const openAccounts = (bookId: string): void => openPage(addressOf(ROOT, 'accounts', { book: bookId }))
export const openPapers = (bookId: string, month: Month): void =>
  openPage(addressOf(ROOT, 'papers', { book: bookId, month }))
