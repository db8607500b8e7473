import type { Viewer } from '../identity'
import { DomainError, textLength, type EpochMs } from '../kernel'
import { isMet } from '../sla'
import { act, type TicketDecision } from './acting'
import { checkReply } from './acts'
import { closeNow } from './close-now'
import { requireLeader, requireOfficer, requireOpenPart } from './part-access'
import type { Ticket } from './ticket'
import { isOpenPart, type Part } from './ways'
import { checkPartLength } from './whistle'
import { awaitsReview, reportInMs } from './whistle-clock'

/**
 * Reporting in 报到: somebody of the department is there. It needs no words and no place, and is no answer to the
 * resident. Whoever had refused takes that back by coming.
 * @throws ticket.not-found, ticket.part-not-found, ticket.only-department, ticket.already-closed, ticket.part-ended,
 *   ticket.part-reported
 */
export function reportIn(viewer: Viewer, ticket: Ticket, partId: string, now: EpochMs): TicketDecision {
  const personId = requireOfficer(viewer, ticket, partId)
  return act(ticket, now, (current) => {
    const part = requireOpenPart(current, partId)
    if (part.reportedAt !== null) throw new DomainError('ticket.part-reported')
    return reported(current, part, personId, now)
  })
}

/**
 * "It is not ours": once, before reporting in, and the leader says whether that holds.
 * @throws what `reportIn` does, ticket.part-refused, ticket.part-reason-missing, ticket.text-too-long
 */
export function refusePart(
  viewer: Viewer, ticket: Ticket, partId: string, words: PartWords, now: EpochMs,
): TicketDecision {
  const personId = requireOfficer(viewer, ticket, partId)
  return act(ticket, now, (current) => {
    const part = requireOpenPart(current, partId)
    if (part.reportedAt !== null) throw new DomainError('ticket.part-reported')
    if (part.refusedAt !== null) throw new DomainError('ticket.part-refused')
    checkReason(words.text)
    const { messageId } = words
    return {
      next: withPart(current, { ...part, refusedAt: now, refusedBy: personId, refusalMessageId: messageId }),
      facts: [{ type: 'ticket.part-refused', ticketId: ticket.id, partId, unitId: part.unitId, messageId }],
    }
  })
}

/**
 * The leader on a refusal: the department is let go, or must come, and its clock begins anew. He may also let one go
 * that has said nothing: a call may have been a mistake. It closes nothing: another department may be wanted instead.
 * @throws ticket.not-found, ticket.part-not-found, ticket.only-leader, ticket.already-closed, ticket.part-ended,
 *   ticket.part-not-refused, ticket.part-reason-missing, ticket.text-too-long
 */
export function reviewPart(
  viewer: Viewer, ticket: Ticket, partId: string, review: PartWords & { readonly isExcused: boolean }, now: EpochMs,
): TicketDecision {
  const personId = requireLeader(viewer, ticket, partId)
  return act(ticket, now, (current) => {
    const part = requireOpenPart(current, partId)
    const { isExcused, messageId, text } = review
    if (!isExcused && !awaitsReview(part)) throw new DomainError('ticket.part-not-refused')
    checkReason(text)
    const reportDueAt = isExcused ? part.reportDueAt : now + reportInMs(current)
    return {
      next: withPart(current, { ...part, reviewedAt: now, reviewedBy: personId, isExcused, reportDueAt }),
      facts: [
        { type: 'ticket.part-reviewed', ticketId: ticket.id, partId, unitId: part.unitId, messageId, isExcused },
      ],
    }
  })
}

/** Words of an act on a part, stored under `messageId`. */
export interface PartWords {
  readonly messageId: string
  readonly text: string
}

export interface PartClosure extends PartWords {
  /** All parts' words put together, under an id of their own: what the resident reads if this was the last. */
  readonly sum: PartWords
}

/**
 * The department says what it did. With the last open part the ticket itself closes, settled. Who was never seen to
 * come has come by this.
 * @throws what `reportIn` does but ticket.part-reported, and what `checkPartClosure` does
 */
export function closePart(
  viewer: Viewer, ticket: Ticket, partId: string, closure: PartClosure, now: EpochMs,
): TicketDecision {
  const personId = requireOfficer(viewer, ticket, partId)
  return act(ticket, now, (current) => {
    const part = requireOpenPart(current, partId)
    checkPartClosure(closure.text)
    const come = part.reportedAt === null ? reported(current, part, personId, now) : { next: current, facts: [] }
    const { messageId, sum } = closure
    const there = requireOpenPart(come.next, partId)
    const done = withPart(come.next, { ...there, closedAt: now, closedBy: personId, closureMessageId: messageId })
    const facts: TicketDecision['facts'] = [
      ...come.facts, { type: 'ticket.part-closed', ticketId: ticket.id, partId, unitId: part.unitId, messageId },
    ]
    if (done.parts.some(isOpenPart)) return { next: done, facts }
    const end = closeNow(done, personId, { messageId: sum.messageId, outcome: 'settled', reason: null }, now)
    return { next: end.next, facts: [...facts, ...end.facts] }
  })
}

/** @throws ticket.closure-says-nothing, ticket.reply-unfilled, ticket.text-too-long */
export function checkPartClosure(text: string): void {
  checkPartLength(text)
  try {
    checkReply({ text, hasVoice: false })
  } catch (error) {
    const isEmpty = error instanceof DomainError && error.code !== 'ticket.reply-unfilled'
    throw isEmpty ? new DomainError('ticket.closure-says-nothing') : error
  }
}

function reported(ticket: Ticket, part: Part, personId: string, now: EpochMs): TicketDecision {
  const { id: partId, unitId, reportDueAt } = part
  return {
    next: withPart(ticket, { ...part, reportedAt: now, reportedBy: personId }),
    facts: [{ type: 'ticket.part-reported', ticketId: ticket.id, partId, unitId, met: isMet(now, reportDueAt) }],
  }
}

function checkReason(text: string): void {
  if (textLength(text.trim()) < 2) throw new DomainError('ticket.part-reason-missing')
  checkPartLength(text)
}

function withPart(ticket: Ticket, changed: Part): Ticket {
  return { ...ticket, parts: ticket.parts.map((part) => (part.id === changed.id ? changed : part)) }
}

/** What all of them did, a line each: the closure that the resident reads. */
export function sumOfParts(done: readonly { readonly unitName: string; readonly text: string }[]): string {
  return done.map(({ unitName, text }) => `${unitName}：${text}`).join('\n')
}
