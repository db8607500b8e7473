import { DomainError, MINUTE_MS, textLength, type EpochMs } from '../kernel'
import { LOOK_REASON_LIMIT } from './limits'
import { saysSomething } from './meaning'

/** How long a look at a number holds: a call, a busy line, and a second call. */
export const PHONE_LOOK_MS = 30 * MINUTE_MS

/**
 * Why one looks at a reporter's number; he reads it himself.
 * @throws ticket.look-reason-missing, ticket.look-reason-too-long
 */
export function checkLookReason(reason: string): void {
  if (!saysSomething(reason)) throw new DomainError('ticket.look-reason-missing')
  if (textLength(reason.trim()) > LOOK_REASON_LIMIT) {
    throw new DomainError('ticket.look-reason-too-long', { limit: LOOK_REASON_LIMIT })
  }
}

/** Until when the last look of somebody still holds; `null`: he gives a reason anew. */
export function lookHoldsUntil(lastAt: EpochMs | null, now: EpochMs): EpochMs | null {
  return lastAt !== null && now < lastAt + PHONE_LOOK_MS ? lastAt + PHONE_LOOK_MS : null
}
