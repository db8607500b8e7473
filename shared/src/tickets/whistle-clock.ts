import type { Decision, EpochMs } from '../kernel'
import { DEFAULT_REPORT_IN_MS, firstLateAt } from '../sla'
import type { TicketFact } from './facts'
import type { Ticket } from './ticket'
import { isOpenPart, type Part } from './ways'

/** How long a department called now may take; terms fixed before there was a whistle say nothing of it. */
export function reportInMs({ terms }: Pick<Ticket, 'terms'>): number {
  return terms.reportInMs ?? DEFAULT_REPORT_IN_MS
}

/** It said that it won't come, and the leader has not looked at why. Coming all the same takes it back. */
export function awaitsReview(part: Part): boolean {
  return isOpenPart(part) && part.refusedAt !== null && part.reviewedAt === null && part.reportedAt === null
}

/** The department is still to come; while its refusal waits for the leader it is not. */
export function awaitsReport(part: Part): boolean {
  return isOpenPart(part) && part.reportedAt === null && !awaitsReview(part)
}

/** One wake-up for all parts: the earliest whose department may still be late. `null`: none. */
export function nextPartLateAt({ parts }: Pick<Ticket, 'parts'>): EpochMs | null {
  const late = parts.filter(mayBecomeLate).map((part) => firstLateAt(part.reportDueAt))
  return late.length === 0 ? null : Math.min(...late)
}

/** Whoever had to come by then and has not is late, and the mark stays. */
export function markLateParts(ticket: Ticket, at: EpochMs): Decision<Ticket, TicketFact> {
  const isLate = (part: Part): boolean => mayBecomeLate(part) && firstLateAt(part.reportDueAt) <= at
  const late = ticket.parts.filter(isLate)
  return {
    next: { ...ticket, parts: ticket.parts.map((part) => (isLate(part) ? { ...part, reportMissedAt: at } : part)) },
    facts: late.map((part) => ({
      type: 'ticket.part-overdue', ticketId: ticket.id, partId: part.id, unitId: part.unitId, dueAt: part.reportDueAt,
    })),
  }
}

/** Once for each due instant: who must come after all gets a new one, and may miss that, too. */
function mayBecomeLate(part: Part): boolean {
  return awaitsReport(part) && (part.reportMissedAt === null || part.reportMissedAt <= part.reportDueAt)
}
