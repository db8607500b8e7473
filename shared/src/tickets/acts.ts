import { DomainError, type EpochMs } from '../kernel'
import type { Viewer } from '../identity'
import { dueAfter } from '../sla'
import { mayClose, mayReject, ratesForAnother } from './access'
import { act, requireHandler, requireReporter, respondOrReply, type TicketDecision, type Words } from './acting'
import { withCycle } from './clock'
import { closeNow } from './close-now'
import { checkLookReason, lookHoldsUntil } from './look'
import { emptinessOf } from './meaning'
import { checkWords, newCycle } from './submit'
import { currentCycle, isOpen, type ClosureOutcome, type NotAcceptedReason, type Rating, type Ticket } from './ticket'
import { isOpenPart } from './ways'

/**
 * A handler speaks to the reporter, or logs the substance of a call. The first such reply is the response.
 * @throws ticket.not-found, ticket.only-handlers, ticket.ended, ticket.reply-blank, ticket.reply-receipt,
 *   ticket.reply-unfilled, ticket.text-too-long
 */
export function reply(viewer: Viewer, ticket: Ticket, words: Words, now: EpochMs): TicketDecision {
  const personId = requireHandler(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current) && !mayReject(current, now)) throw new DomainError('ticket.ended')
    checkReply(words)
    return respondOrReply(current, words.messageId, personId, now)
  })
}

/**
 * The reporter adds something. It never stops a clock, whatever posts he holds.
 * @throws ticket.not-found, ticket.only-reporter, ticket.ended, ticket.text-missing, ticket.text-too-long
 */
export function write(viewer: Viewer, ticket: Ticket, words: Words, now: EpochMs): TicketDecision {
  requireReporter(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current) && !mayReject(current, now)) throw new DomainError('ticket.ended')
    checkWords(words.text, words.hasVoice)
    return {
      next: current,
      facts: [{ type: 'ticket.reporter-wrote', ticketId: ticket.id, messageId: words.messageId }],
    }
  }, { evenMerged: true })
}

export interface Closure extends Words {
  readonly outcome: ClosureOutcome
  readonly reason: NotAcceptedReason | null
}

/**
 * Closure 办结 says what was done. On a ticket nobody has answered yet the same words are also the response.
 * @throws ticket.not-found, ticket.only-handlers, ticket.only-holder, ticket.already-closed,
 *   ticket.parts-open, ticket.reason-missing, ticket.closure-says-nothing, ticket.reply-unfilled, ticket.text-too-long
 */
export function close(viewer: Viewer, ticket: Ticket, closure: Closure, now: EpochMs): TicketDecision {
  const personId = requireHandler(viewer, ticket)
  if (!mayClose(viewer, ticket)) throw new DomainError('ticket.only-holder')
  return act(ticket, now, (current) => {
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    const owing = current.parts.filter(isOpenPart).length
    if (owing > 0) throw new DomainError('ticket.parts-open', { count: owing })
    checkClosure(closure)
    return closeNow(current, personId, closure, now)
  })
}

/**
 * @throws ticket.not-found, ticket.only-reporter, ticket.rates-for-another, ticket.not-closed, ticket.already-answered,
 *   ticket.answer-too-late
 */
export function rate(viewer: Viewer, ticket: Ticket, rating: Rating, now: EpochMs): TicketDecision {
  requireReporter(viewer, ticket)
  if (ratesForAnother(viewer, ticket)) throw new DomainError('ticket.rates-for-another')
  return act(ticket, now, (current) => {
    const cycle = requireUnansweredClosure(current, now)
    const next = withCycle({ ...current, status: 'rated', endedAt: now }, { ...cycle, rating, answeredAt: now })
    return { next, facts: [{ type: 'ticket.rated', ticketId: ticket.id, cycle: cycle.number, rating }] }
  })
}

/**
 * "It is not settled." Opens a new cycle with a fresh closure clock; the second one goes to the sub-district.
 * @throws ticket.not-found, ticket.only-reporter, ticket.not-closed, ticket.already-answered, ticket.answer-too-late,
 *   ticket.text-missing, ticket.text-too-long
 */
export function reject(viewer: Viewer, ticket: Ticket, words: Words, now: EpochMs): TicketDecision {
  requireReporter(viewer, ticket)
  return act(ticket, now, (current) => {
    const cycle = requireUnansweredClosure(current, now)
    checkWords(words.text, words.hasVoice)
    const earlierRejections = current.cycles.filter((one) => one.rejected).length
    // What was said in confidence is held above the village from the start, and comes down to nobody.
    const toSubDistrict = earlierRejections >= 1 && current.visibility !== 'confidential'
    const { terms } = current
    const ended = withCycle(current, { ...cycle, rejected: true, answeredAt: now })
    const next: Ticket = {
      ...ended,
      status: 'in-progress',
      endedAt: null,
      holderUnitId: toSubDistrict ? current.subDistrictId : current.holderUnitId,
      cycles: [...ended.cycles, newCycle(cycle.number + 1, now, dueAfter(now, terms.closureMs, terms.openHours))],
    }
    return {
      next,
      facts: [
        {
          type: 'ticket.rejected',
          ticketId: ticket.id,
          cycle: cycle.number,
          messageId: words.messageId,
          toSubDistrict,
        },
      ],
    }
  })
}

/** @throws ticket.not-found, ticket.only-reporter, ticket.already-closed */
export function withdraw(viewer: Viewer, ticket: Ticket, now: EpochMs): TicketDecision {
  requireReporter(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    return {
      next: { ...current, status: 'withdrawn', endedAt: now },
      facts: [{ type: 'ticket.withdrawn', ticketId: ticket.id }],
    }
  }, { evenMerged: true })
}

/**
 * A handler asks for the number to call the reporter at: on record with its reason, and only while there is something
 * to say to him. Within the half hour that his last look holds he need not say why again.
 * @throws ticket.not-found, ticket.only-handlers, ticket.ended, ticket.phone-unknown, ticket.look-reason-missing,
 *   ticket.look-reason-too-long
 */
export function callReporter(
  viewer: Viewer,
  ticket: Ticket,
  look: { readonly reason: string; readonly lastAt: EpochMs | null; readonly hasNumber: boolean },
  now: EpochMs,
): TicketDecision {
  const personId = requireHandler(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current) && !mayReject(current, now)) throw new DomainError('ticket.ended')
    // Before anybody is asked why: there is nothing to look at.
    if (!look.hasNumber) throw new DomainError('ticket.phone-unknown')
    if (lookHoldsUntil(look.lastAt, now) !== null) return { next: current, facts: [] }
    checkLookReason(look.reason)
    return { next: current, facts: [{ type: 'ticket.phone-viewed', ticketId: ticket.id, personId }] }
  }, { evenMerged: true })
}

function requireUnansweredClosure(ticket: Ticket, now: EpochMs): ReturnType<typeof currentCycle> {
  const cycle = currentCycle(ticket)
  if (cycle.closedAt === null) throw new DomainError('ticket.not-closed')
  if (cycle.answeredAt !== null) throw new DomainError('ticket.already-answered')
  if (!mayReject(ticket, now)) throw new DomainError('ticket.answer-too-late')
  return cycle
}

/**
 * What can be wrong with a reply's words; the phone calls it before it sends. A spoken reply can't be judged by its
 * letters; it counts by being there.
 * @throws ticket.reply-blank, ticket.reply-receipt, ticket.reply-unfilled, ticket.text-too-long
 */
export function checkReply(words: Pick<Words, 'text' | 'hasVoice'>): void {
  if (words.text.trim() === '' && words.hasVoice) return
  const emptiness = emptinessOf(words.text)
  if (emptiness !== null) throw new DomainError(`ticket.reply-${emptiness}`)
  checkWords(words.text, words.hasVoice)
}

/**
 * A closure says what was done.
 * @throws ticket.reason-missing, ticket.closure-says-nothing, ticket.reply-unfilled, ticket.text-too-long
 */
export function checkClosure(closure: Omit<Closure, 'messageId'>): void {
  if (closure.outcome === 'not-accepted' && closure.reason === null) throw new DomainError('ticket.reason-missing')
  const emptiness = closure.text.trim() === '' && closure.hasVoice ? null : emptinessOf(closure.text)
  if (emptiness === 'blank' || emptiness === 'receipt') throw new DomainError('ticket.closure-says-nothing')
  checkReply(closure)
}
