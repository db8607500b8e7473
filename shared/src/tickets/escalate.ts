import { watchesSubDistrict, type Viewer } from '../identity'
import { chinaDateOf, DomainError, isCalendarDate, textLength, type CalendarDate, type EpochMs } from '../kernel'
import { act, requireHandler, respondOrReply, type TicketDecision, type Words } from './acting'
import { checkReply } from './acts'
import { checkWords } from './submit'
import { isOpen, type Ticket } from './ticket'
import { checkReason, move, pendingObjection, requireHolder } from './transfer'

/** Characters; who sat there, by name and office. */
export const ATTENDEES_LIMIT = 200

/**
 * What can't be settled on the spot goes up ("两解决"). The clocks run on.
 * @throws ticket.not-found, ticket.only-handlers, ticket.only-holder, ticket.already-closed, ticket.held-above,
 *   ticket.objection-pending, ticket.way-reason-missing, ticket.text-too-long
 */
export function escalate(viewer: Viewer, ticket: Ticket, words: Words, now: EpochMs): TicketDecision {
  const personId = requireHolder(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    if (isHeldAbove(current)) throw new DomainError('ticket.held-above')
    if (pendingObjection(current) !== null) throw new DomainError('ticket.objection-pending')
    checkReason(words)
    return move(current, 'escalation', { toUnitId: current.subDistrictId, personId, messageId: words.messageId, now })
  })
}

/** What came of a special meeting 专题会. */
export interface Minutes {
  readonly heldOn: CalendarDate
  readonly attendees: string
  /** What was decided: who does what by when. */
  readonly decision: string
}

/**
 * The minutes are words to the resident like any others: where nobody has answered yet they are the response.
 * @throws ticket.not-found, ticket.only-handlers, ticket.only-sub-district, ticket.already-closed,
 *   ticket.not-held-above, ticket.minutes-day, ticket.minutes-attendees and what `checkReply` does
 */
export function recordMinutes(
  viewer: Viewer,
  ticket: Ticket,
  minutes: Minutes,
  messageId: string,
  now: EpochMs,
): TicketDecision {
  const personId = requireHandler(viewer, ticket)
  if (!watchesSubDistrict(viewer, ticket.subDistrictId)) throw new DomainError('ticket.only-sub-district')
  return act(ticket, now, (current) => {
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    if (current.holderUnitId !== current.subDistrictId) throw new DomainError('ticket.not-held-above')
    checkMinutes(minutes, current.submittedAt, now)
    const said = respondOrReply(current, messageId, personId, now)
    const recorded = { type: 'ticket.minutes-recorded', ticketId: ticket.id, messageId, personId } as const
    return { next: said.next, facts: [...said.facts, recorded] }
  })
}

/**
 * The phone calls it before it sends.
 * @throws ticket.minutes-day, ticket.minutes-attendees and what `checkReply` does
 */
export function checkMinutes(minutes: Minutes, submittedAt: EpochMs, now: EpochMs): void {
  const { heldOn, attendees, decision } = minutes
  if (!isCalendarDate(heldOn) || heldOn < chinaDateOf(submittedAt) || heldOn > chinaDateOf(now)) {
    throw new DomainError('ticket.minutes-day')
  }
  if (attendees.trim() === '' || textLength(attendees) > ATTENDEES_LIMIT) {
    throw new DomainError('ticket.minutes-attendees', { limit: ATTENDEES_LIMIT })
  }
  checkReply({ text: decision, hasVoice: false })
  checkWords(minutesText(minutes), false)
}

/** As the message says them. */
export function minutesText({ heldOn, attendees, decision }: Minutes): string {
  const [, month, day] = heldOn.split('-').map(Number)
  return `${month}月${day}日专题会\n参加的人：${attendees.trim()}\n定下来：${decision.trim()}`
}

/** With the sub-district or above it. */
export function isHeldAbove(ticket: Pick<Ticket, 'holderUnitId' | 'subDistrictId' | 'visibility'>): boolean {
  return ticket.holderUnitId === ticket.subDistrictId || ticket.visibility === 'confidential'
}
