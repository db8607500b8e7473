import type { ClosureOutcome, NotAcceptedReason, TicketKind } from '@huiying/shared/tickets'
import type { PhotoSubject } from '../draw-photo'

/** Who is the one to answer. */
export type Answerer = 'lead' | 'benefits' | 'insurance' | 'third' | 'grid'

/**
 * One matter, from the villager's words to what was done. In the texts: {spot} a place in the village, {soon} within
 * two hours or so, {later} within the day, {helper} somebody of the village, {me} who answers.
 */
export interface Story {
  readonly place: 'anywhere' | 'village' | 'community'
  readonly kind: TicketKind
  readonly says: string
  readonly answer: string
  readonly done: string
  /** Default: settled. */
  readonly outcome?: ClosureOutcome
  readonly reason?: NotAcceptedReason
  /** How long it takes from the answer to the end. */
  readonly takes: 'hour' | 'half-day' | 'day'
  readonly by: Answerer
  readonly photo?: PhotoSubject
  /** What the villager adds meanwhile, and the answer to that. */
  readonly talk?: readonly [string, string]
  /** "It is not settled", what is answered then, and how it ends. */
  readonly again?: readonly [string, string, string]
  /** The villager wants only cadres to see it. */
  readonly isPrivate?: true
}
