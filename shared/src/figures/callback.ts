import { DomainError, maskNumbersIn, textLength, type Decision, type EpochMs } from '../kernel'
import { watchesSubDistrict, type Viewer } from '../identity'
import { currentCycle, roleIn, type Ticket } from '../tickets'
import type { FigureFact } from './facts'

/**
 * spoke — the resident said how it was; declined — he would not say; unreachable — nobody picked up, three times over.
 */
export type CallbackResult = 'spoke' | 'declined' | 'unreachable'

/** A ticket drawn for a call afterwards: drawn when it was raised, before anybody could know how it would go. */
export interface Callback {
  readonly ticketId: string
  readonly subDistrictId: string
  readonly drawnAt: EpochMs
  /** Calls that nobody picked up. */
  readonly missedCalls: number
  /** `null`: still to be called. */
  readonly result: CallbackResult | null
  readonly endedAt: EpochMs | null
  readonly calledBy: string | null
  /** The round the resident spoke about. */
  readonly cycle: number | null
  /** Did somebody answer him in time, and is it settled (or was it explained)? As he says. */
  readonly isAnswered: boolean | null
  readonly isSettled: boolean | null
  /** His words, for the sub-district only; numbers in them are masked. */
  readonly words: string | null
  /** Optimistic lock. */
  readonly version: number
}

/** What one call brought. */
export type Call =
  | { readonly how: 'spoke'; readonly isAnswered: boolean; readonly isSettled: boolean; readonly words: string }
  | { readonly how: 'declined' | 'no-answer' }

export const CALLBACK_WORDS_LIMIT = 500
/** After so many calls that nobody picked up it is let be. */
export const MOST_CALLS = 3

/**
 * Whether the ticket is drawn. @param fraction in [0, 1), from the sub-district's secret seed and the ticket's id:
 * nobody can choose it, and nobody can draw anew
 */
export function isDrawn(fraction: number, sharePermille: number): boolean {
  return fraction * 1_000 < sharePermille
}

/**
 * Who may call: the sub-district's people who may know of the ticket. Only once it is closed; before that nobody is
 * told who was drawn.
 */
export function mayCallBack(viewer: Viewer, ticket: Ticket): boolean {
  const isClosed = ticket.status === 'closed' || ticket.status === 'rated' || ticket.status === 'unrated'
  return isClosed && ticket.mergedIntoId === null && watchesSubDistrict(viewer, ticket.subDistrictId) &&
    roleIn(viewer, ticket) === 'handler'
}

/** He answered or closed it himself: a colleague asks how it was. */
export function isOwnWork(personId: string | null, ticket: Ticket): boolean {
  const hands = [ticket.respondedBy, ...ticket.cycles.map(({ closedBy }) => closedBy)]
  return personId !== null && hands.includes(personId)
}

/**
 * @throws figures.callback-not-found, figures.callback-over, figures.own-work, figures.words-too-long
 */
export function recordCall(
  viewer: Viewer,
  ticket: Ticket,
  callback: Callback,
  call: Call,
  now: EpochMs,
): Decision<Callback, FigureFact> {
  requireCaller(viewer, ticket, callback)
  const fact: FigureFact = {
    type: 'figures.called-back', subjectId: callback.subDistrictId, ofTicketId: ticket.id, how: call.how,
  }
  const ended = { endedAt: now, calledBy: viewer.personId }
  switch (call.how) {
    case 'spoke': {
      const words = maskNumbersIn(call.words.trim())
      if (textLength(words) > CALLBACK_WORDS_LIMIT) {
        throw new DomainError('figures.words-too-long', { limit: CALLBACK_WORDS_LIMIT })
      }
      const { isAnswered, isSettled } = call
      const said = { cycle: currentCycle(ticket).number, isAnswered, isSettled, words: words === '' ? null : words }
      return { next: { ...callback, ...ended, ...said, result: 'spoke' }, facts: [fact] }
    }
    case 'declined':
      return { next: { ...callback, ...ended, result: 'declined' }, facts: [fact] }
    case 'no-answer': {
      const missedCalls = callback.missedCalls + 1
      const isLast = missedCalls >= MOST_CALLS
      return {
        next: { ...callback, missedCalls, ...(isLast ? { ...ended, result: 'unreachable' } : {}) },
        facts: [fact],
      }
    }
  }
}

/** @throws figures.callback-not-found, figures.callback-over, figures.own-work */
export function requireCaller(viewer: Viewer, ticket: Ticket, callback: Callback): void {
  if (!mayCallBack(viewer, ticket)) throw new DomainError('figures.callback-not-found')
  if (callback.result !== null) throw new DomainError('figures.callback-over')
  if (isOwnWork(viewer.personId, ticket)) throw new DomainError('figures.own-work')
}
