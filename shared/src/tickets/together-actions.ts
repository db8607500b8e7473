import type { Viewer } from '../identity'
import { roleIn } from './access'
import { mayFollow } from './follow'
import { mayMerge } from './merge'
import { isOpen, type Ticket } from './ticket'

export const TOGETHER_ACTIONS = ['follow', 'merge', 'come-apart'] as const
type TogetherAction = (typeof TOGETHER_ACTIONS)[number]

export function togetherActionsFor(viewer: Viewer, ticket: Ticket): readonly TogetherAction[] {
  const isMerging = isOpen(ticket) && ticket.visibility !== 'confidential' && mayMerge(viewer, ticket)
  return [...(mayFollow(viewer, ticket) ? ['follow' as const] : []), ...(isMerging ? ['merge' as const] : [])]
}

/** What was merged is answered in the main one; here remain its reporter's own words, and coming apart. */
export function mergedActionsFor(
  viewer: Viewer,
  ticket: Ticket,
): readonly (TogetherAction | 'write' | 'withdraw' | 'call-reporter')[] {
  const role = roleIn(viewer, ticket)
  if (!isOpen(ticket)) return []
  if (role === 'reporter') return ['write', 'withdraw', 'come-apart']
  if (role !== 'handler') return []
  return mayMerge(viewer, ticket) ? ['call-reporter', 'come-apart'] : ['call-reporter']
}
