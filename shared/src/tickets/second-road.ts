import { holdsPost, type Viewer } from '../identity'
import { DomainError, type EpochMs } from '../kernel'
import { roleIn } from './access'
import { isForLeaders } from './confidential'
import type { AboutWhom, Ticket } from './ticket'

/** How a ticket was handled, as the complaint about it must know it: by whom, and whose it therefore is to judge. */
export interface Regarding {
  readonly ticketId: string
  readonly about: AboutWhom
  readonly aboutPersonId: string | null
  readonly hiddenFrom: readonly string[]
}

/**
 * A resident complains about how his ticket was handled: it goes over the heads of all who handled it.
 * @param handlers whoever spoke to it, and `handsIn` it, each with the posts he holds now
 * @throws ticket.not-found for anybody but its reporter, ticket.nothing-to-complain
 */
export function regarding(viewer: Viewer, ticket: Ticket, handlers: readonly Viewer[], now: EpochMs): Regarding {
  if (roleIn(viewer, ticket) !== 'reporter') throw new DomainError('ticket.not-found')
  if (!mayComplain(ticket, now)) throw new DomainError('ticket.nothing-to-complain')
  const { id, subDistrictId, villageId, holderUnitId } = ticket
  const leaders = handlers.filter((one) => holdsPost(one, ['leader'], { subDistrictId }))
  const isOfStaff = handlers.some((one) => holdsPost(one, ['staff'], { subDistrictId }))
  const wentUp = holderUnitId === subDistrictId && !isForLeaders(ticket.about)
  const wasWithLeaders = leaders.length > 0 || ticket.about === 'leader' || (holderUnitId === subDistrictId && !wentUp)
  const lastLeader = leaders[leaders.length - 1]
  return {
    ticketId: id,
    about: wasWithLeaders ? 'leader' : isOfStaff || (wentUp && holderUnitId !== villageId) ? 'staff' : 'village-cadre',
    aboutPersonId: wasWithLeaders ? lastLeader?.personId ?? null : null,
    hiddenFrom: handlers.flatMap(({ personId }) => personId ?? []),
  }
}

/**
 * Whoever had a hand in it, also without a word: answered or closed it, moved it or ruled on that, asked for more time
 * or gave it, called a department or came for one.
 */
export function handsIn({ respondedBy, cycles, moves, extensions, parts }: Ticket): readonly string[] {
  const hands = [
    respondedBy,
    ...cycles.map(({ closedBy }) => closedBy),
    ...moves.flatMap(({ by, objectedBy, ruledBy }) => [by, objectedBy, ruledBy]),
    ...extensions.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
    ...parts.flatMap((part) => [part.calledBy, part.reportedBy, part.refusedBy, part.reviewedBy, part.closedBy]),
  ]
  return [...new Set(hands.filter((id): id is string => id !== null))]
}

/**
 * Once somebody has answered, or nobody has in time; what was taken back was never handled, and what was merged is
 * handled in the main one.
 */
export function mayComplain(ticket: Ticket, now: EpochMs): boolean {
  if (ticket.status === 'withdrawn' || ticket.mergedIntoId !== null) return false
  return ticket.respondedAt !== null || ticket.responseMissedAt !== null || now > ticket.responseDueAt
}
