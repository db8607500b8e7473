import { DAY_MS, type EpochMs } from '../kernel'

/** Who stands as the reporter of a ticket whose reporter was forgotten: a person of the register that nobody is. */
export const NOBODY_ID = '00000000000000000000000000'

/** After a ticket's end; then the matter and its answers stay, and nothing leads to who raised it. */
export const FORGOTTEN_AFTER_MS = 365 * DAY_MS

/** Tickets that ended at or before this instant are to forget their reporters. */
export function forgottenBefore(now: EpochMs): EpochMs {
  return now - FORGOTTEN_AFTER_MS
}
