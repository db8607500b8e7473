import type { EpochMs } from '../kernel'
import { postHolds, type PostKind, type SeatedPost } from '../identity'

/** Who holds a post at the village at the instant, each once, in the order of the posts. */
export function holdersOf(
  kind: PostKind,
  villageId: string,
  posts: readonly SeatedPost[],
  at: EpochMs,
): readonly string[] {
  const held = posts.filter((post) => post.kind === kind && post.villageId === villageId && postHolds(post, at))
  return [...new Set(held.map(({ personId }) => personId))]
}

/** Everybody with any of the posts. */
export function holdersOfAny(
  kinds: readonly PostKind[],
  villageId: string,
  posts: readonly SeatedPost[],
  at: EpochMs,
): readonly string[] {
  return [...new Set(kinds.flatMap((kind) => holdersOf(kind, villageId, posts, at)))]
}

/**
 * 一肩挑: the one person who is secretary and director; `null` where there is none. With a second secretary or director
 * in office nobody need sign twice, so it is none.
 */
export function oneShoulderOf(villageId: string, posts: readonly SeatedPost[], at: EpochMs): string | null {
  const [secretary, ...moreSecretaries] = holdersOf('secretary', villageId, posts, at)
  const [director, ...moreDirectors] = holdersOf('director', villageId, posts, at)
  if (secretary === undefined || secretary !== director) return null
  return moreSecretaries.length + moreDirectors.length === 0 ? secretary : null
}
