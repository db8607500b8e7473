import type { CalendarDate, EpochMs } from '../kernel'

/** Duty days on which somebody cannot sit; why is his own affair and not kept. */
export interface Leave {
  readonly id: string
  readonly subDistrictId: string
  readonly personId: string
  /** Duty days, both ends included. */
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  /** From the beginning of the first day's shift, or from the instant it was entered, where that shift was running. */
  readonly fromAt: EpochMs
  /** The end of the last day's shift; the instant it was called off, where it was. */
  readonly toAt: EpochMs
  readonly enteredBy: string
  readonly enteredAt: EpochMs
  readonly cancelledAt: EpochMs | null
}
