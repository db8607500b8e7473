import { DomainError, DAY_MS, type EpochMs } from '../kernel'
import { watchesSubDistrict, type Viewer } from '../identity'
import { mayKnowOf } from './access'
import { act, requireHandler, type TicketDecision } from './acting'
import { withCycle } from './clock'
import type { TicketFact } from './facts'
import { currentCycle, isOpen, type Ticket } from './ticket'

/** One a day by hand: an order that comes twice in an hour is read by nobody. */
export const HAND_ORDER_GAP_MS = DAY_MS

/** Late for an answer or late to be finished, at the instant the ticket was brought up to. */
export function isLate(ticket: Ticket): boolean {
  const isUnanswered = ticket.respondedAt === null && ticket.responseMissedAt !== null
  return isOpen(ticket) && (isUnanswered || currentCycle(ticket).closureMissedAt !== null)
}

/** Staff and leaders over a village, of what is late there and was not ordered by hand within the day. */
export function mayOrder(viewer: Viewer, ticket: Ticket, now: EpochMs): boolean {
  const { handOrderedAt } = currentCycle(ticket)
  const isRecent = handOrderedAt !== null && now < handOrderedAt + HAND_ORDER_GAP_MS
  return watchesSubDistrict(viewer, ticket.subDistrictId) && mayKnowOf(viewer, ticket) &&
    isLate(ticket) && !isRecent && ticket.mergedIntoId === null
}

/**
 * A supervision order now, under the number of its cycle. It moves no clock: what time would send comes when it would
 * have come.
 * @throws ticket.not-found, ticket.only-sub-district, ticket.not-late, ticket.ordered-today
 */
export function orderByHand(viewer: Viewer, ticket: Ticket, now: EpochMs): TicketDecision {
  const personId = requireHandler(viewer, ticket)
  if (!watchesSubDistrict(viewer, ticket.subDistrictId)) throw new DomainError('ticket.only-sub-district')
  return act(ticket, now, (current) => {
    const cycle = currentCycle(current)
    if (!isLate(current) || current.mergedIntoId !== null) throw new DomainError('ticket.not-late')
    if (!mayOrder(viewer, current, now)) throw new DomainError('ticket.ordered-today')
    const count = cycle.orderCount + 1
    const ordered = { ...cycle, orderCount: count, handOrders: (cycle.handOrders ?? 0) + 1, handOrderedAt: now }
    const order: TicketFact = {
      type: 'ticket.order-issued', ticketId: current.id, cycle: cycle.number, count, tellsCounty: false, personId,
    }
    return { next: withCycle(current, ordered), facts: [order] }
  })
}
