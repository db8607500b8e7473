import type { EpochMs } from '@huiying/shared/kernel'
import { holderAt } from '@huiying/shared/roster'
import type { RerouteReason, TicketFact } from '@huiying/shared/tickets'
import { villageDutyOf } from '../features/roster/public'
import { reroutedAt, unansweredOf } from '../features/tickets/public'
import { lockUnit } from '../features/villages/public'
import type { Work } from '../platform/database/work'

/** An unanswered grievance that went from one to another; `null`: nobody was there, or is. */
export interface MovedTicket {
  readonly ticketId: string
  readonly responseDueAt: EpochMs
  readonly fromPersonId: string | null
  readonly toPersonId: string | null
  /** Whom it went to still has it: only then is there anything to tell. */
  readonly isThere: boolean
}

export interface TicketMoves {
  readonly moved: readonly MovedTicket[]
  /** With those that stayed where they were. */
  readonly waiting: readonly MovedTicket[]
  readonly facts: readonly TicketFact[]
}

export const NOTHING_MOVED: TicketMoves = { moved: [], waiting: [], facts: [] }

/**
 * The grievances of the village that went to somebody else at the instant, each once however many facts speak of it.
 * Computed from the roster, not from when this runs: a timer that is late tells the same.
 */
export async function ticketsMovedAt(
  work: Work,
  villageId: string,
  at: EpochMs,
  why: RerouteReason,
  concerns: (moved: MovedTicket) => boolean = () => true,
): Promise<TicketMoves> {
  const waiting = (await unansweredOf(work, [villageId])).filter(({ heldSinceAt }) => heldSinceAt < at)
  if (waiting.length === 0) return NOTHING_MOVED
  const duty = await villageDutyOf(work, villageId, { fromAt: at - 1, toAt: Math.max(at, work.now) + 1 })
  const all = waiting.map(({ id, addresseeId, responseDueAt }): MovedTicket => {
    const holder = (then: EpochMs): string | null => holderAt(duty, addresseeId, then)?.personId ?? null
    const [fromPersonId, toPersonId] = [holder(at - 1), holder(at)]
    return { ticketId: id, responseDueAt, fromPersonId, toPersonId, isThere: holder(work.now) === toPersonId }
  })
  const moved = all.filter((one) => one.fromPersonId !== one.toPersonId && concerns(one))
  if (moved.length === 0) return { ...NOTHING_MOVED, waiting: all }
  // Two facts of one instant, on two servers, meet here.
  await lockUnit(work, villageId)
  const known = await reroutedAt(work, moved.map(({ ticketId }) => ticketId), at)
  const fresh = moved.filter(({ ticketId }) => !known.has(ticketId))
  return {
    moved: fresh,
    waiting: all,
    facts: fresh.map(({ ticketId, fromPersonId, toPersonId }) =>
      ({ type: 'ticket.rerouted', ticketId, fromPersonId, toPersonId, why, at })),
  }
}

/** How many came to the person, or went from him, and when the first of them is due. */
export interface TicketCount {
  readonly ticketCount?: number
  readonly dueAt?: EpochMs
}

export function countOf(moved: readonly MovedTicket[]): TicketCount {
  if (moved.length === 0) return {}
  return { ticketCount: moved.length, dueAt: Math.min(...moved.map(({ responseDueAt }) => responseDueAt)) }
}

export function movedTo(moved: readonly MovedTicket[], personId: string): readonly MovedTicket[] {
  return moved.filter((one) => one.isThere && one.toPersonId === personId)
}

export function movedFrom(moved: readonly MovedTicket[], personId: string): readonly MovedTicket[] {
  return moved.filter((one) => one.isThere && one.fromPersonId === personId)
}

/** Everybody to whom something came. */
export function receiversOf(moved: readonly MovedTicket[]): readonly string[] {
  return [...new Set(moved.filter(({ isThere }) => isThere).flatMap(({ toPersonId }) => toPersonId ?? []))]
}

/** Everybody from whom something went. */
export function giversOf(moved: readonly MovedTicket[]): readonly string[] {
  return [...new Set(moved.filter(({ isThere }) => isThere).flatMap(({ fromPersonId }) => fromPersonId ?? []))]
}
