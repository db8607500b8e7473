import { holdsPost, isOfficerOf, type Viewer } from '../identity'
import { DomainError, type EpochMs } from '../kernel'
import { roleIn } from './access'
import { currentCycle, isOpen, type Ticket } from './ticket'
import { isOpenPart, type Part } from './ways'
import { awaitsReport, awaitsReview } from './whistle-clock'

export type PartAction = 'report' | 'refuse' | 'finish' | 'excuse' | 'insist'

/** The acts on a part open to the viewer now. */
export function partActionsFor(viewer: Viewer, ticket: Ticket, part: Part): readonly PartAction[] {
  if (roleIn(viewer, ticket) !== 'handler' || !isOpen(ticket) || !isOpenPart(part)) return []
  const actions: PartAction[] = []
  if (isOfficerOf(viewer, part.unitId)) {
    if (part.reportedAt === null) actions.push('report')
    if (part.reportedAt === null && part.refusedAt === null) actions.push('refuse')
    actions.push('finish')
  }
  if (leads(viewer, ticket)) {
    actions.push('excuse')
    if (awaitsReview(part)) actions.push('insist')
  }
  return actions
}

export type PartState = 'called' | 'late' | 'refused' | 'there' | 'done' | 'excused'

export function partStateOf(part: Part, now: EpochMs): PartState {
  if (part.closedAt !== null) return 'done'
  if (part.isExcused === true) return 'excused'
  if (part.reportedAt !== null) return 'there'
  if (awaitsReview(part)) return 'refused'
  return awaitsReport(part) && now > part.reportDueAt ? 'late' : 'called'
}

/** What `isOpenPart` says of a part, for whoever is only told how it stands. */
export function isOwing(state: PartState): boolean {
  return state !== 'done' && state !== 'excused'
}

/** The parts of the round that runs: what an earlier closure rested on is history. */
export function partsOfRound(ticket: Pick<Ticket, 'cycles' | 'parts' | 'id'>): readonly Part[] {
  const { startedAt } = currentCycle(ticket as Ticket)
  return ticket.parts.filter((part) => part.calledAt >= startedAt)
}

/** @throws ticket.not-found, ticket.part-not-found, ticket.only-department */
export function requireOfficer(viewer: Viewer, ticket: Ticket, partId: string): string {
  const { unitId } = requirePart(viewer, ticket, partId)
  if (viewer.personId === null || !isOfficerOf(viewer, unitId)) throw new DomainError('ticket.only-department')
  return viewer.personId
}

/** @throws ticket.not-found, ticket.part-not-found, ticket.only-leader */
export function requireLeader(viewer: Viewer, ticket: Ticket, partId: string): string {
  requirePart(viewer, ticket, partId)
  if (viewer.personId === null || !leads(viewer, ticket)) throw new DomainError('ticket.only-leader')
  return viewer.personId
}

/** @throws ticket.already-closed, ticket.part-ended */
export function requireOpenPart(ticket: Ticket, partId: string): Part {
  if (!isOpen(ticket)) throw new DomainError('ticket.already-closed')
  const part = ticket.parts.find(({ id }) => id === partId)
  if (part === undefined || !isOpenPart(part)) throw new DomainError('ticket.part-ended')
  return part
}

/** For the reporter and his neighbours a part has no handle: to them it is as if it were not there. */
function requirePart(viewer: Viewer, ticket: Ticket, partId: string): Part {
  const role = roleIn(viewer, ticket)
  if (role === null) throw new DomainError('ticket.not-found')
  const part = ticket.parts.find(({ id }) => id === partId)
  if (part === undefined || role !== 'handler') throw new DomainError('ticket.part-not-found')
  return part
}

function leads(viewer: Viewer, { subDistrictId }: Ticket): boolean {
  return holdsPost(viewer, ['leader'], { subDistrictId })
}
