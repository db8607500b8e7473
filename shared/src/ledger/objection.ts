import { DomainError, textLength, type Decision, type EpochMs } from '../kernel'
import type { Viewer } from '../identity'
import type { Book } from './book'
import type { BookMonth } from './book-state'
import type { LedgerFact } from './facts'
import { OBJECTION_LIMIT } from './limits'
import type { Month } from './month'
import { mayAnswerObjection, mayObject, requireReader } from './rights'

/** 异议: a resident's doubt about a published month, raised while it hangs. Stays in sight with its answer. */
export interface Objection {
  readonly id: string
  readonly bookId: string
  readonly month: Month
  /** The entry it is about; `null`: the month as a whole. */
  readonly entryId: string | null
  readonly words: string
  readonly raisedBy: string
  readonly raisedAt: EpochMs
  readonly answer: { readonly words: string; readonly by: string; readonly at: EpochMs } | null
}

export interface ObjectionWish {
  readonly objectionId: string
  readonly entryId: string | null
  readonly words: string
}

/**
 * The last instant of the notice still counts. Afterwards one asks, as on any entry at any time ("我要问").
 * @throws ledger.book-not-found, ledger.only-residents, ledger.not-published, ledger.notice-over,
 *   ledger.objection-blank, ledger.text-too-long
 */
export function raiseObjection(
  viewer: Viewer,
  book: Book,
  { month, publication }: BookMonth,
  { objectionId, entryId, words }: ObjectionWish,
  now: EpochMs,
): Decision<Objection, LedgerFact> {
  requireReader(viewer, book)
  if (viewer.personId === null || !mayObject(viewer, book)) throw new DomainError('ledger.only-residents')
  if (publication === null) throw new DomainError('ledger.not-published', { month })
  if (now >= publication.endsAt) throw new DomainError('ledger.notice-over', { lastOn: publication.lastOn })
  const raised: Objection = {
    id: objectionId,
    bookId: book.id,
    month,
    entryId,
    words: wordsOf(words),
    raisedBy: viewer.personId,
    raisedAt: now,
    answer: null,
  }
  return {
    next: raised,
    facts: [{ type: 'ledger.objection-raised', subjectId: book.id, objectionId, month, entryId }],
  }
}

/**
 * Nobody answers his own doubt.
 * @throws ledger.book-not-found, ledger.only-answerers, ledger.objection-answered, ledger.objection-blank,
 *   ledger.text-too-long
 */
export function answerObjection(
  viewer: Viewer,
  book: Book,
  objection: Objection,
  words: string,
  now: EpochMs,
): Decision<Objection, LedgerFact> {
  requireReader(viewer, book)
  const { personId } = viewer
  if (personId === null || personId === objection.raisedBy || !mayAnswerObjection(viewer, book)) {
    throw new DomainError('ledger.only-answerers')
  }
  if (objection.answer !== null) throw new DomainError('ledger.objection-answered')
  return {
    next: { ...objection, answer: { words: wordsOf(words), by: personId, at: now } },
    facts: [{ type: 'ledger.objection-answered', subjectId: book.id, objectionId: objection.id, month: objection.month }],
  }
}

/** running: still hangs. contested: over, but a doubt is unanswered. settled: over, and nothing is open. */
export type NoticeStanding = 'running' | 'contested' | 'settled'

/** @param isDoubted an objection has no answer yet */
export function noticeStanding(endsAt: EpochMs, isDoubted: boolean, now: EpochMs): NoticeStanding {
  if (now < endsAt) return 'running'
  return isDoubted ? 'contested' : 'settled'
}

function wordsOf(text: string): string {
  const words = text.trim()
  if (words === '') throw new DomainError('ledger.objection-blank')
  if (textLength(words) > OBJECTION_LIMIT) throw new DomainError('ledger.text-too-long', { limit: OBJECTION_LIMIT })
  return words
}
