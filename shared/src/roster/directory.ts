import type { EpochMs } from '../kernel'
import { postHolds, VILLAGE_HANDLER_POSTS } from '../identity'
import { holderAt, onDutyAt, type VillageDuty } from './sitting'

/** Whom a grievance is @-ed to unless the resident picks another: the secretary; without one, whoever has the duty. */
export function defaultAddresseeId(duty: VillageDuty, at: EpochMs): string | null {
  const secretary = duty.posts.find((post) => post.kind === 'secretary' && postHolds(post, at))
  return secretary?.personId ?? holderAt(duty, null, at)?.personId ?? null
}

/**
 * Whom a resident may @: whoever answers for the village, and a leader while he sits there. To others, its admin above
 * all, a grievance is not shown.
 */
export function mayBeAsked(duty: VillageDuty, personId: string, at: EpochMs): boolean {
  const answers = duty.posts.some(
    (post) => post.personId === personId && VILLAGE_HANDLER_POSTS.includes(post.kind) && postHolds(post, at),
  )
  return answers || onDutyAt(duty, at).includes(personId)
}
