import type { CalendarDate, EpochMs } from '../kernel'

/** "两解决": settled on the spot, or taken to the sub-district's special meeting 专题会. */
export type BookOutcome = 'settled' | 'to-meeting'

/** A line a cadre writes into the village's book while he sits: what somebody came in with, and what became of it. */
export interface BookEntry {
  readonly id: string
  readonly subDistrictId: string
  readonly villageId: string
  readonly on: CalendarDate
  readonly personId: string
  /** The slot he sat in; `null`: he was not sitting. */
  readonly slotId: string | null
  readonly words: string
  readonly result: string
  readonly outcome: BookOutcome
  readonly at: EpochMs
}

/** A note left for whoever sits next. */
export interface HandOverNote {
  readonly id: string
  readonly villageId: string
  readonly slotId: string
  readonly personId: string
  readonly text: string
  readonly at: EpochMs
}

/** Characters as a reader counts them. */
export const BOOK_WORDS_LIMIT = 500
export const HAND_OVER_NOTE_LIMIT = 500

/** Why a leader is to sit in a village (handbook §3). */
export const VILLAGE_MARKS = ['weak', 'conflicted', 'petitioned', 'behind'] as const
export type VillageMark = (typeof VILLAGE_MARKS)[number]

/** What staff may issue a supervision order for from the week's board. */
export type RosterOrderCause = 'hole' | 'absence' | 'visit-owed'
