import { addDays, chinaDateOf, DomainError, isCalendarDate, startOfChinaDay, type CalendarDate, type EpochMs, type Span } from '../kernel'
import { currentPosts, type Post, type PostKind } from '../identity'

/** Who may be put on duty: whoever holds one of these in the village. */
export const DUTY_POSTS: readonly PostKind[] = [
  'secretary', 'director', 'committee-member', 'specialist', 'grid-worker', 'stationed-cadre',
]

/** A plan further ahead than a roster is made for is a slip of the finger. */
export const DUTY_DAYS_AHEAD = 62

/** What can still be settled of a day. */
export interface DutyDay {
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
}

/** The span in which a person sits. */
export interface Sitting extends Span {
  readonly personId: string
}

export interface DutyChange {
  /** On-duty posts that never came into force. */
  readonly dropped: readonly Post[]
  /** On-duty posts that end now: that somebody sat until then stays on record. */
  readonly ended: readonly Post[]
  readonly added: readonly Sitting[]
}

/**
 * [00:00, 24:00) in China; of today what is left of it.
 * @throws identity.date-invalid for no date, a day that is over, or one too far ahead
 */
export function dutyDay(on: CalendarDate, now: EpochMs): DutyDay {
  const today = chinaDateOf(now)
  if (!isCalendarDate(on) || on < today || on > addDays(today, DUTY_DAYS_AHEAD)) throw new DomainError('identity.date-invalid')
  return { fromAt: Math.max(startOfChinaDay(on), now), toAt: startOfChinaDay(addDays(on, 1)) }
}

/**
 * Says who sits on a day, in place of whoever was to sit; nobody: the village falls back on its secretary.
 * @param villagePosts the village's posts in force when the day begins
 * @param onDuty its on-duty posts that reach into the day
 * @throws identity.duty-not-cadre
 */
export function setDuty(
  day: DutyDay,
  personIds: readonly string[],
  villagePosts: readonly Post[],
  onDuty: readonly Post[],
): DutyChange {
  const wanted = [...new Set(personIds)]
  const cadres = currentPosts(villagePosts, day.fromAt).filter(({ kind }) => DUTY_POSTS.includes(kind))
  if (wanted.some((personId) => !cadres.some((post) => post.personId === personId))) throw new DomainError('identity.duty-not-cadre')
  const spans = (post: Post): boolean => post.fromAt <= day.fromAt && reaches(post, day.toAt)
  const stays = (post: Post): boolean => wanted.includes(post.personId) && spans(post)
  const leaving = onDuty.filter((post) => !stays(post))
  const sitting = new Set(onDuty.filter(stays).map((post) => post.personId))
  return {
    dropped: leaving.filter((post) => post.fromAt >= day.fromAt),
    ended: leaving.filter((post) => post.fromAt < day.fromAt).map((post) => ({ ...post, toAt: day.fromAt })),
    added: [
      ...wanted.filter((personId) => !sitting.has(personId)).map((personId) => ({ personId, ...day })),
      // Who was to sit beyond this day sits again from its end.
      ...leaving
        .filter((post) => post.toAt !== day.toAt && reaches(post, day.toAt))
        .map(({ personId, toAt }) => ({ personId, fromAt: day.toAt, toAt })),
    ],
  }
}

function reaches(post: Post, at: EpochMs): boolean {
  return post.toAt === null || post.toAt >= at
}
