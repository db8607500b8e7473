import { watchesSubDistrict, type Viewer } from '../identity'
import type { EpochMs } from '../kernel'
import { mayClose, roleIn } from './access'
import { isHeldAbove } from './escalate'
import { isAsked, mayDecideExtensions, refusalOfExtension } from './extend'
import { isOpen, type Ticket } from './ticket'
import { holdersSoFar, OBJECTION_MS, pendingObjection, staysAbove, TRANSFER_LIMIT, worksAt } from './transfer'

/** What may be done about the way a ticket goes. */
export const WAYS_ACTIONS = [
  'transfer', 'object', 'rule', 'escalate', 'minutes', 'ask-extension', 'decide-extension', 'set-topic',
] as const
export type WaysAction = (typeof WAYS_ACTIONS)[number]

/** Of these, what is open to the viewer now. Where to it may go, and whether a day is early enough, the acts say. */
export function waysActionsFor(viewer: Viewer, ticket: Ticket, now: EpochMs): readonly WaysAction[] {
  if (roleIn(viewer, ticket) !== 'handler' || !isOpen(ticket) || ticket.mergedIntoId !== null) return []
  return WAYS_ACTIONS.filter((action) => IS_OPEN[action](viewer, ticket, now))
}

const IS_OPEN: Readonly<Record<WaysAction, (viewer: Viewer, ticket: Ticket, now: EpochMs) => boolean>> = {
  transfer: (viewer, ticket) => {
    const isBound = ticket.visibility === 'confidential' || pendingObjection(ticket) !== null || staysAbove(ticket)
    return !isBound && mayClose(viewer, ticket) && transfersOf(ticket) < TRANSFER_LIMIT
  },
  object: (viewer, ticket, now) => objectUntil(viewer, ticket, now) !== null,
  rule: (viewer, ticket) => {
    if (ticket.visibility === 'confidential' || !watchesSubDistrict(viewer, ticket.subDistrictId)) return false
    if (ticket.holderUnitId !== ticket.subDistrictId) return true
    return !staysAbove(ticket) && holdersSoFar(ticket).some((unitId) => unitId !== ticket.subDistrictId)
  },
  escalate: (viewer, ticket) =>
    !isHeldAbove(ticket) && pendingObjection(ticket) === null && mayClose(viewer, ticket) &&
    !watchesSubDistrict(viewer, ticket.subDistrictId),
  minutes: (viewer, ticket) =>
    ticket.holderUnitId === ticket.subDistrictId && watchesSubDistrict(viewer, ticket.subDistrictId),
  'ask-extension': (viewer, ticket, now) => mayClose(viewer, ticket) && refusalOfExtension(ticket, now) === null,
  'decide-extension': (viewer, ticket, now) =>
    mayDecideExtensions(viewer, ticket) &&
    ticket.extensions.some((one) => isAsked(ticket, one, now) && one.askedBy !== viewer.personId),
  'set-topic': () => true,
}

/** Until when the viewer may say that it is not his; `null`: he may not. */
export function objectUntil(viewer: Viewer, ticket: Ticket, now: EpochMs): EpochMs | null {
  const last = ticket.moves.at(-1)
  if (last === undefined || last.how !== 'transfer' || last.objectedAt !== null) return null
  const untilAt = last.at + OBJECTION_MS
  return now <= untilAt && worksAt(viewer, last.toUnitId) ? untilAt : null
}

function transfersOf({ moves }: Ticket): number {
  return moves.filter(({ how }) => how === 'transfer').length
}
