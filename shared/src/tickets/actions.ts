import type { Viewer } from '../identity'
import { mayClose, mayReject, ratesForAnother, roleIn } from './access'
import { mayOrder } from './order-by-hand'
import { mayComplain } from './second-road'
import { isOpen, type Ticket } from './ticket'
import { mergedActionsFor, togetherActionsFor, TOGETHER_ACTIONS } from './together-actions'
import { isOpenPart } from './ways'
import { WAYS_ACTIONS, waysActionsFor } from './ways-actions'
import { mayWhistle } from './whistle'

export const TICKET_ACTIONS = [
  'reply', 'close', 'write', 'rate', 'reject', 'withdraw', 'call-reporter', 'complain', 'whistle', 'order',
  ...WAYS_ACTIONS, ...TOGETHER_ACTIONS,
] as const
export type TicketAction = (typeof TICKET_ACTIONS)[number]

/** The acts open to the viewer now; the phone shows these and no others, the server refuses all others. */
export function actionsFor(viewer: Viewer, ticket: Ticket, now: number): readonly TicketAction[] {
  if (ticket.mergedIntoId !== null) return mergedActionsFor(viewer, ticket)
  return [...actionsAlone(viewer, ticket, now), ...togetherActionsFor(viewer, ticket)]
}

function actionsAlone(viewer: Viewer, ticket: Ticket, now: number): readonly TicketAction[] {
  const role = roleIn(viewer, ticket)
  if (role === 'handler') {
    if (ticket.endedAt !== null && !mayReject(ticket, now)) return []
    if (!isOpen(ticket)) return ['reply', 'call-reporter']
    const calls: readonly TicketAction[] = mayWhistle(viewer, ticket) ? ['whistle'] : []
    const orders: readonly TicketAction[] = mayOrder(viewer, ticket, now) ? ['order'] : []
    const others = [...calls, ...orders, ...waysActionsFor(viewer, ticket, now)]
    const closes = mayClose(viewer, ticket) && !ticket.parts.some(isOpenPart)
    return closes ? ['reply', 'close', 'call-reporter', ...others] : ['reply', 'call-reporter', ...others]
  }
  if (role !== 'reporter') return []
  const above: readonly TicketAction[] = mayComplain(ticket, now) ? ['complain'] : []
  if (isOpen(ticket)) return ['write', 'withdraw', ...above]
  if (!mayReject(ticket, now)) return above
  return ratesForAnother(viewer, ticket) ? ['write', 'reject', ...above] : ['write', 'rate', 'reject', ...above]
}
