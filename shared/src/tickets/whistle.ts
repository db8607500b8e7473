import { watchesSubDistrict, type Viewer } from '../identity'
import { DomainError, textLength, type EpochMs } from '../kernel'
import { roleIn } from './access'
import { act, type TicketDecision } from './acting'
import { PART_TEXT_LIMIT } from './limits'
import { isOpen, type Ticket } from './ticket'
import { isOpenPart, type Part } from './ways'
import { reportInMs } from './whistle-clock'

/** One department, and what is asked of it; the words are stored under `messageId`. */
export interface Call {
  readonly partId: string
  readonly unitId: string
  readonly messageId: string
  readonly task: string
}

/**
 * Whistle 吹哨: the sub-district calls departments, one part each. A department that has done its part, or was let go,
 * may be called again; one that still owes something not.
 * @param callable the departments of this sub-district and its county that have somebody to come
 * @throws ticket.not-found, ticket.only-sub-district, ticket.already-closed, ticket.in-confidence,
 *   ticket.department-missing, ticket.department-not-found, ticket.department-called, ticket.task-missing,
 *   ticket.text-too-long
 */
export function whistle(
  viewer: Viewer,
  ticket: Ticket,
  calls: readonly Call[],
  callable: ReadonlySet<string>,
  now: EpochMs,
): TicketDecision {
  const personId = requireWatcher(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current) || current.mergedIntoId !== null) throw new DomainError('ticket.already-closed')
    // Whoever comes would have to know of it: not even the offices do.
    if (current.visibility === 'confidential') throw new DomainError('ticket.in-confidence')
    checkCalls(calls)
    for (const { unitId } of calls) {
      if (!callable.has(unitId)) throw new DomainError('ticket.department-not-found')
      if (current.parts.some((part) => part.unitId === unitId && isOpenPart(part)))
        throw new DomainError('ticket.department-called')
    }
    const reportDueAt = now + reportInMs(current)
    const added = calls.map((call) => newPart(call, personId, now, reportDueAt))
    return {
      next: { ...current, parts: [...current.parts, ...added] },
      facts: calls.map(({ partId, unitId, messageId }) =>
        ({ type: 'ticket.part-called', ticketId: ticket.id, partId, unitId, messageId, reportDueAt })),
    }
  })
}

/**
 * What can be wrong with the calls themselves; the phone asks before it sends.
 * @throws ticket.department-missing, ticket.department-called for one called twice, ticket.task-missing,
 *   ticket.text-too-long
 */
export function checkCalls(calls: readonly Pick<Call, 'unitId' | 'task'>[]): void {
  if (calls.length === 0) throw new DomainError('ticket.department-missing')
  if (new Set(calls.map(({ unitId }) => unitId)).size < calls.length) throw new DomainError('ticket.department-called')
  for (const { task } of calls) {
    if (isTaskMissing(task)) throw new DomainError('ticket.task-missing')
    checkPartLength(task)
  }
}

/** Nobody could tell from it what to come for. */
export function isTaskMissing(task: string): boolean {
  return textLength(task.trim()) < 2
}

/** May call departments to it now. */
export function mayWhistle(viewer: Viewer, ticket: Ticket): boolean {
  if (roleIn(viewer, ticket) !== 'handler' || !watchesSubDistrict(viewer, ticket.subDistrictId)) return false
  return isOpen(ticket) && ticket.mergedIntoId === null && ticket.visibility !== 'confidential'
}

/** @throws ticket.text-too-long */
export function checkPartLength(text: string): void {
  if (textLength(text) > PART_TEXT_LIMIT) throw new DomainError('ticket.text-too-long', { limit: PART_TEXT_LIMIT })
}

function requireWatcher(viewer: Viewer, ticket: Ticket): string {
  if (roleIn(viewer, ticket) === null || viewer.personId === null) throw new DomainError('ticket.not-found')
  if (!watchesSubDistrict(viewer, ticket.subDistrictId) || roleIn(viewer, ticket) !== 'handler')
    throw new DomainError('ticket.only-sub-district')
  return viewer.personId
}

function newPart({ partId, unitId, messageId }: Call, calledBy: string, calledAt: EpochMs, reportDueAt: EpochMs): Part {
  return {
    id: partId, unitId, calledAt, calledBy, messageId, reportDueAt,
    reportedAt: null, reportedBy: null, reportMissedAt: null,
    refusedAt: null, refusedBy: null, refusalMessageId: null,
    reviewedAt: null, reviewedBy: null, isExcused: null,
    closedAt: null, closedBy: null, closureMessageId: null,
  }
}

/** Words that belong to a part: they stand there, and not in the talk with the resident. */
export const PART_WORD_KINDS = ['task', 'refusal', 'review', 'part-done'] as const
export type PartWordKind = (typeof PART_WORD_KINDS)[number]
