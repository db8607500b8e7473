import { HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'

/** What becomes of a matter by the end of the nine days. */
export type Fate =
  /** Answered in time, done in time. `lateAnswer`, `lateEnd`: with the mark that stays. */
  | { readonly end: 'closed'; readonly lateAnswer?: true; readonly lateEnd?: true }
  /** The very first: the blocked sewer. */
  | { readonly end: 'first' }
  /** Done, and the villager has not said yet how it was. */
  | { readonly end: 'waiting' }
  /** Done, "it is not settled", and done again. */
  | { readonly end: 'done-twice' }
  /** Done, "it is not settled", and still open. */
  | { readonly end: 'reopened'; readonly ageMs: number }
  /** Nobody has answered yet. */
  | { readonly end: 'unanswered'; readonly ageMs: number; readonly isRead: boolean }
  /** Answered, not done yet. `isHers`: the visitor's own villager's. */
  | { readonly end: 'in-hand'; readonly ageMs: number; readonly isHers: boolean }

const unanswered = (minutes: number, isRead = false): Fate => ({ end: 'unanswered', ageMs: minutes * MINUTE_MS, isRead })
const inHand = (hours: number, isHers = false): Fate => ({ end: 'in-hand', ageMs: hours * HOUR_MS, isHers })
const lateAnswer: Fate = { end: 'closed', lateAnswer: true }
const lateEnd: Fate = { end: 'closed', lateEnd: true }

/**
 * The fates worth arranging, by code of the village, so that every face finds something on its screen: answers due
 * within the hour, answers overdue, ends due soon, ends overdue with an order (one known to the county). 23 are open;
 * all other matters are simply done in time.
 */
export const FATES: Readonly<Record<string, readonly Fate[]>> = {
  'QX-01': [
    { end: 'first' }, { end: 'waiting' }, lateAnswer, lateEnd,
    unanswered(9), unanswered(34), unanswered(52, true), unanswered(95, true),
    inHand(2.6, true), inHand(14), inHand(21.2), inHand(31),
  ],
  'QX-02': [lateEnd, { end: 'reopened', ageMs: 72 * HOUR_MS }, unanswered(17), inHand(22.5), inHand(3)],
  'QX-03': [lateAnswer, unanswered(44, true), inHand(9)],
  'QX-04': [lateAnswer, { end: 'done-twice' }, unanswered(200, true), inHand(18)],
  'QX-05': [lateAnswer, lateEnd, lateEnd, inHand(55), inHand(2)],
  'QX-06': [lateAnswer, lateAnswer, lateAnswer, lateEnd, lateEnd, unanswered(1_590), inHand(98), inHand(20.5)],
  'QX-07': [lateAnswer, inHand(12)],
  'QX-08': [inHand(6)],
}
