import { holdsPost, isOfficer, type Viewer } from '../identity'
import { DomainError, type EpochMs } from '../kernel'
import type { UnitKind } from '../villages'
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

/** Who handled a ticket, for whoever judges that. */
export interface Handling {
  /** Whoever spoke to it, and `handsIn` it, each with the posts he holds now. */
  readonly people: readonly Viewer[]
  /** Of the unit that holds it: a department that nobody has heard of yet is judged, too. */
  readonly holderKind: UnitKind
}

/**
 * A resident complains about how his ticket was handled: it goes over the heads of all who handled it.
 * @throws ticket.not-found for anybody but its reporter, ticket.nothing-to-complain
 */
export function regarding(viewer: Viewer, ticket: Ticket, handling: Handling, now: EpochMs): Regarding {
  if (roleIn(viewer, ticket) !== 'reporter') throw new DomainError('ticket.not-found')
  if (!mayComplain(ticket, now)) throw new DomainError('ticket.nothing-to-complain')
  const about = highestOf(ticket, handling)
  const leaders = handling.people.filter((one) => holdsPost(one, ['leader'], { subDistrictId: ticket.subDistrictId }))
  return {
    ticketId: ticket.id,
    about,
    aboutPersonId: about === 'leader' ? leaders[leaders.length - 1]?.personId ?? null : null,
    hiddenFrom: handling.people.flatMap(({ personId }) => personId ?? []),
  }
}

/** The highest that had a hand in it; whom it came to without a word had one. */
function highestOf(ticket: Ticket, { people, holderKind }: Handling): AboutWhom {
  const { subDistrictId, villageId, holderUnitId } = ticket
  const isOf = (kind: 'leader' | 'staff'): boolean => people.some((one) => holdsPost(one, [kind], { subDistrictId }))
  // What leaders alone may know comes down to nobody, also from the county.
  if (isOf('leader') || isForLeaders(ticket.about)) return 'leader'
  if (isOf('staff') || (holderUnitId === subDistrictId && holderUnitId !== villageId)) return 'staff'
  const isOfDepartment = people.some(isOfficer)
  return isOfDepartment || holderKind === 'department' ? 'officer' : 'village-cadre'
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
