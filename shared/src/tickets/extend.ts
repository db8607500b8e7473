import { watchesSubDistrict, type Viewer } from '../identity'
import { DAY_MS, DomainError, type EpochMs } from '../kernel'
import { isMet } from '../sla'
import { act, requireHandler, respondOrReply, type TicketDecision, type Words } from './acting'
import { checkReply } from './acts'
import { withCycle } from './clock'
import type { TicketFact } from './facts'
import { currentCycle, isOpen, type Ticket } from './ticket'
import { checkReason, requireHolder } from './transfer'
import type { Extension } from './ways'

/** How far ahead a promise may lie, from the moment it is made (handbook §2, "Extension"). */
export const PROMISE_LIMIT_MS = 15 * DAY_MS

export interface Promised {
  readonly extensionId: string
  readonly promisedAt: EpochMs
  /** The honest interim answer: what was done, what is missing, why it takes longer. */
  readonly words: Words
}

/**
 * Asks for a later deadline with an honest interim answer; where nobody has answered yet that is the response. Nothing
 * moves until it is granted.
 * @throws ticket.not-found, ticket.only-handlers, ticket.only-holder, ticket.already-closed, ticket.extension-too-late,
 *   ticket.extension-already, ticket.promise-too-early, ticket.promise-too-far and what `checkReply` does
 */
export function askExtension(viewer: Viewer, ticket: Ticket, promised: Promised, now: EpochMs): TicketDecision {
  const personId = requireHolder(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    const refusal = refusalOfExtension(current, now)
    if (refusal !== null) throw refusal
    const { extensionId, promisedAt, words } = promised
    const { number: cycle, closureDueAt } = currentCycle(current)
    checkPromise(promisedAt, closureDueAt, now)
    checkReply(words)
    const { messageId } = words
    const said = respondOrReply(current, messageId, personId, now)
    const extension: Extension = {
      id: extensionId, cycle, askedAt: now, askedBy: personId, messageId, promisedAt, fromDueAt: closureDueAt,
      decidedAt: null, decidedBy: null, isGranted: null,
    }
    const asked: TicketFact = {
      type: 'ticket.extension-asked', ticketId: ticket.id, extensionId, cycle, promisedAt, messageId, personId,
    }
    return { next: { ...said.next, extensions: [...said.next.extensions, extension] }, facts: [...said.facts, asked] }
  })
}

/** Why nobody can ask for more time now; `null`: one can. */
export function refusalOfExtension(ticket: Ticket, now: EpochMs): DomainError | null {
  const { number, closureDueAt } = currentCycle(ticket)
  if (!isMet(now, closureDueAt)) return new DomainError('ticket.extension-too-late')
  const ofCycle = ticket.extensions.filter(({ cycle }) => cycle === number)
  // Refused, one may ask again with a better reason: nothing has moved.
  return ofCycle.some(({ isGranted }) => isGranted !== false) ? new DomainError('ticket.extension-already') : null
}

/** @throws ticket.promise-too-early, ticket.promise-too-far; the phone calls it before it sends */
export function checkPromise(promisedAt: EpochMs, closureDueAt: EpochMs, now: EpochMs): void {
  if (!Number.isSafeInteger(promisedAt) || promisedAt <= closureDueAt) throw new DomainError('ticket.promise-too-early')
  if (promisedAt > now + PROMISE_LIMIT_MS) {
    throw new DomainError('ticket.promise-too-far', { days: PROMISE_LIMIT_MS / DAY_MS })
  }
}

export interface ExtensionRuling {
  readonly extensionId: string
  readonly isGranted: boolean
  /** A refusal gives its reason; a grant may do without words. */
  readonly words: Words | null
}

/**
 * The sub-district decides, before the deadline; granted, the promise is the deadline. Whoever asked never decides.
 * @throws ticket.not-found, ticket.only-handlers, ticket.only-sub-district, ticket.already-closed,
 *   ticket.extension-not-found, ticket.extension-decided, ticket.extension-lapsed, ticket.extension-own,
 *   ticket.way-reason-missing, ticket.text-too-long
 */
export function decideExtension(viewer: Viewer, ticket: Ticket, ruling: ExtensionRuling, now: EpochMs): TicketDecision {
  const personId = requireHandler(viewer, ticket)
  if (!mayDecideExtensions(viewer, ticket)) throw new DomainError('ticket.only-sub-district')
  return act(ticket, now, (current) => {
    const extension = current.extensions.find(({ id }) => id === ruling.extensionId)
    if (extension === undefined) throw new DomainError('ticket.extension-not-found')
    if (extension.decidedAt !== null) throw new DomainError('ticket.extension-decided')
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    if (!isAsked(current, extension, now)) throw new DomainError('ticket.extension-lapsed')
    if (extension.askedBy === personId) throw new DomainError('ticket.extension-own')
    const { isGranted, words } = ruling
    if (!isGranted || words !== null) checkReason(words ?? { text: '' })
    const decided: Extension = { ...extension, decidedAt: now, decidedBy: personId, isGranted }
    const next = { ...current, extensions: current.extensions.map((one) => (one === extension ? decided : one)) }
    const { cycle, promisedAt, id: extensionId } = extension
    const fact: TicketFact = {
      type: 'ticket.extension-decided', ticketId: ticket.id, extensionId, cycle, isGranted, promisedAt, personId,
    }
    return { next: isGranted ? extended(next, promisedAt) : next, facts: [fact] }
  })
}

/** Still to be decided: not decided, of the running cycle, and its deadline has not passed. */
export function isAsked(ticket: Ticket, extension: Extension, now: EpochMs): boolean {
  return isUndecided(extension, currentCycle(ticket).number, now)
}

/** What `isAsked` says, for who only knows which round runs. */
export function isUndecided(
  { cycle, decidedAt, fromDueAt }: Pick<Extension, 'cycle' | 'decidedAt' | 'fromDueAt'>, running: number, now: EpochMs,
): boolean {
  return decidedAt === null && cycle === running && isMet(now, fromDueAt)
}

/** Staff and leaders; of what is above them, whoever handles it there. */
export function mayDecideExtensions(viewer: Viewer, ticket: Ticket): boolean {
  return ticket.visibility === 'confidential' || watchesSubDistrict(viewer, ticket.subDistrictId)
}

/** The one place where a deadline moves. Who had been warned of the old one is warned of the new. */
function extended(ticket: Ticket, promisedAt: EpochMs): Ticket {
  const cycle = currentCycle(ticket)
  const warnedCycle = Math.min(ticket.warnedCycle, cycle.number - 1)
  return withCycle({ ...ticket, warnedCycle }, { ...cycle, closureDueAt: promisedAt })
}
