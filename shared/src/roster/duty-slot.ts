import type { CalendarDate, EpochMs } from '../kernel'

/**
 * A seat of a village's duty day (handbook §3). `lead` and `member` are the village committee's: on working days both,
 * on rest days `member` alone. `stationed`: the stationed cadre on his fixed day. `leader`: a leader's visit.
 */
export const SEATS = ['lead', 'member', 'stationed', 'leader'] as const
export type Seat = (typeof SEATS)[number]

/** "2026-09" */
export type Month = string

/** One seat of one village on one day: what a month's grid is made of. */
export interface Cell {
  readonly villageId: string
  readonly on: CalendarDate
  readonly seat: Seat
}

export type SlotSource = 'generated' | 'edited' | 'imported' | 'leave' | 'swap'

/**
 * A stretch of a cell that one person sits, over [fromAt, toAt). A cell is one slot until somebody takes another's
 * place while it runs: then the first ends at that instant and a second goes on. Slots that have begun are never
 * rewritten.
 */
export interface DutySlot extends Cell {
  readonly id: string
  readonly subDistrictId: string
  readonly month: Month
  /** `null`: a hole, nobody sits. */
  readonly personId: string | null
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
  /** Until then, included, the shift must be taken over, else he is absent. */
  readonly takeOverDueAt: EpochMs
  readonly takenOverAt: EpochMs | null
  /** With a location circle in force: he took over inside it. `null`: nobody asked, or the phone did not say. */
  readonly isOnSite: boolean | null
  readonly source: SlotSource
  /** `null`: a draft. */
  readonly publishedAt: EpochMs | null
  /** The instant this slot was last changed after the month had been published. */
  readonly changedAt: EpochMs | null
  readonly version: number
}

/** The village committee's; the other seats are visitors', who may come to any village of the sub-district. */
export function isCommitteeSeat({ seat }: Pick<Cell, 'seat'>): boolean {
  return seat === 'lead' || seat === 'member'
}

/** The key of a cell, to find it in a map. */
export function cellKey({ villageId, on, seat }: Cell): string {
  return `${villageId}|${on}|${seat}`
}
