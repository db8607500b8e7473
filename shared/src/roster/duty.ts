import type { EpochMs } from '../kernel'
import { postHolds, VILLAGE_HANDLER_POSTS, type Post } from '../identity'

/**
 * Who sits in the village at the instant: the holders of the daily `on-duty` post; where none is set, the
 * secretary, else the director, so that a grievance always meets a person. (The roster of handbook §3 replaces this.)
 */
export function onDutyAt(villagePosts: readonly Post[], at: EpochMs): readonly string[] {
  const current = villagePosts.filter((post) => postHolds(post, at))
  for (const kind of ['on-duty', 'secretary', 'director'] as const) {
    const holders = current.filter((post) => post.kind === kind).map((post) => post.personId)
    if (holders.length > 0) return [...new Set(holders)]
  }
  return []
}

/** Whom a grievance is @-ed to unless the resident picks another: the secretary; without one, whoever is on duty. */
export function defaultAddresseeId(villagePosts: readonly Post[], at: EpochMs): string | null {
  const secretary = villagePosts.find((post) => post.kind === 'secretary' && postHolds(post, at))
  return secretary?.personId ?? onDutyAt(villagePosts, at)[0] ?? null
}

/** Whom a resident may @: whoever answers for the village. To others, its admin above all, a grievance is not shown. */
export function mayBeAsked(villagePosts: readonly Post[], personId: string, at: EpochMs): boolean {
  return villagePosts.some(
    (post) => post.personId === personId && VILLAGE_HANDLER_POSTS.includes(post.kind) && postHolds(post, at),
  )
}
