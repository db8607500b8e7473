import {
  belongsTo, handlesVillage, holdsPost, isOfficerOf, isResidentOf, watchesSubDistrict, type Viewer,
} from '../identity'
import { handlesInConfidence, type InConfidence } from './confidential'
import { currentCycle, type Ticket } from './ticket'

/** What a viewer is to a ticket. `null`: for this viewer the ticket does not exist. */
export type TicketRole = 'reporter' | 'handler' | 'neighbour'

type Whose = InConfidence & Pick<
  Ticket, 'reporterId' | 'visibility' | 'status' | 'publishedAt' | 'entryId' | 'moves' | 'parts'
>

export function roleIn(viewer: Viewer, ticket: Whose): TicketRole | null {
  if (viewer.personId !== null && viewer.personId === ticket.reporterId) return 'reporter'
  if (ticket.visibility === 'confidential') return handlesInConfidence(viewer, ticket) ? 'handler' : null
  if (watchesSubDistrict(viewer, ticket.subDistrictId) || knowsTheBook(viewer, ticket)) return 'handler'
  if (unitsIn(ticket).some((unitId) => answersFor(viewer, unitId))) return 'handler'
  // What was taken back is no longer the village's to read; what nobody has looked at yet is not yet.
  const isPublic = ticket.visibility === 'village' && ticket.status !== 'withdrawn' && ticket.publishedAt !== null
  return isPublic && belongsTo(viewer, ticket.villageId) ? 'neighbour' : null
}

/** Whether it exists for the viewer at all. */
export function mayKnowOf(viewer: Viewer, ticket: Whose): boolean {
  return roleIn(viewer, ticket) !== null
}

/** Every unit that has or had to do with it: "首问负责", who held it once still sees how it goes on. */
function unitsIn({ villageId, holderUnitId, moves, parts }: Whose): readonly string[] {
  const held = moves.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId])
  return [villageId, holderUnitId, ...held, ...parts.map(({ unitId }) => unitId)]
}

/** A cadre for his village, an officer for his department. */
function answersFor(viewer: Viewer, unitId: string): boolean {
  return handlesVillage(viewer, unitId) || isOfficerOf(viewer, unitId)
}

/** What is asked about an entry is answered by its accountant and supervisor, too: nobody else knows it as well. */
function knowsTheBook(viewer: Viewer, { villageId, entryId }: Whose): boolean {
  return entryId !== null && holdsPost(viewer, ['accountant', 'supervisor'], { villageId })
}

/**
 * A resident raises his own matter; a cadre of the village (a grid worker above all) speaks for somebody without a
 * phone.
 */
export function maySubmit(viewer: Viewer, villageId: string, forSomebodyElse: boolean): boolean {
  if (viewer.personId === null) return false
  return isResidentOf(viewer, villageId) || (forSomebodyElse && handlesVillage(viewer, villageId))
}

/** Who answers for the unit that holds it, and the sub-district; what was said in confidence, all who handle it. */
export function mayClose(viewer: Viewer, ticket: Ticket): boolean {
  if (roleIn(viewer, ticket) !== 'handler') return false
  if (ticket.visibility === 'confidential' || watchesSubDistrict(viewer, ticket.subDistrictId)) return true
  if (answersFor(viewer, ticket.holderUnitId)) return true
  return ticket.holderUnitId === ticket.villageId && knowsTheBook(viewer, ticket)
}

/** Only the resident says how it was; a cadre who spoke for him may say that it is not done, not that it is well. */
export function ratesForAnother(viewer: Viewer, ticket: Ticket): boolean {
  return ticket.onBehalfOf !== null && handlesVillage(viewer, ticket.villageId)
}

/** Once per closure, until `rejectionMs` after it; being filed as unrated in the meantime takes no right away. */
export function mayReject(ticket: Ticket, now: number): boolean {
  const cycle = currentCycle(ticket)
  if (ticket.status !== 'closed' && ticket.status !== 'unrated') return false
  return cycle.closedAt !== null && cycle.answeredAt === null && now <= cycle.closedAt + ticket.terms.rejectionMs
}
