import type { Post, PostKind } from './post'

/**
 * Which of a person's posts names him best, the first before the last: whoever answers for the village before
 * whoever watches over it, `resident` last.
 */
export const POSTS_BY_WEIGHT: readonly PostKind[] = [
  'secretary', 'director', 'supervisor', 'committee-member', 'specialist', 'stationed-cadre', 'accountant', 'grid-worker',
  'leader', 'staff', 'officer', 'admin', 'resident',
]

/** The posts in that order; posts of one kind in the order given. */
export function weightiestFirst<Held extends Pick<Post, 'kind'>>(posts: readonly Held[]): readonly Held[] {
  return [...posts].sort((one, other) => weightOf(one) - weightOf(other))
}

function weightOf(post: Pick<Post, 'kind'>): number {
  return POSTS_BY_WEIGHT.indexOf(post.kind)
}
