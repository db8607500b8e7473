import type { EpochMs } from '../kernel'
import { currentPosts, SUB_DISTRICT_HANDLER_POSTS, VILLAGE_HANDLER_POSTS, VILLAGE_LEAD_POSTS, type Post, type PostKind } from './post'

/** A post together with where its unit stands, as rules need it. */
export interface SeatedPost extends Post {
  /** The village the unit is or lies in; `null` above village level. */
  readonly villageId: string | null
  /** The sub-district the unit is or lies in; `null` at county level. */
  readonly subDistrictId: string | null
}

/** Who acts: an account, the person it is bound to, and the posts that person holds now. */
export interface Viewer {
  readonly accountId: string
  readonly personId: string | null
  /** Only posts in force at the instant the viewer was loaded. */
  readonly posts: readonly SeatedPost[]
}

/** The viewer of the given account with the posts in force at `at`. */
export function viewerAt(
  accountId: string,
  personId: string | null,
  posts: readonly SeatedPost[],
  at: EpochMs,
): Viewer {
  return { accountId, personId, posts: currentPosts(posts, at) as readonly SeatedPost[] }
}

/** The same viewer some time later: a post that has ended while his request waited its turn gives no right any more. */
export function viewerLater(viewer: Viewer, at: EpochMs): Viewer {
  return viewerAt(viewer.accountId, viewer.personId, viewer.posts, at)
}

export function holdsPost(
  viewer: Viewer,
  kinds: readonly PostKind[],
  place: { readonly villageId?: string; readonly subDistrictId?: string },
): boolean {
  return viewer.posts.some(
    (post) =>
      kinds.includes(post.kind) &&
      (place.villageId === undefined || post.villageId === place.villageId) &&
      (place.subDistrictId === undefined || post.subDistrictId === place.subDistrictId),
  )
}

/** Lives or serves in the village. An admin keeps its lists, and sees nothing of it by that (handbook §1). */
export function belongsTo(viewer: Viewer, villageId: string): boolean {
  return viewer.posts.some((post) => post.villageId === villageId && post.kind !== 'admin')
}

export function isResidentOf(viewer: Viewer, villageId: string): boolean {
  return holdsPost(viewer, ['resident'], { villageId })
}

export function handlesVillage(viewer: Viewer, villageId: string): boolean {
  return holdsPost(viewer, VILLAGE_HANDLER_POSTS, { villageId })
}

/** Serves in exactly this department. */
export function isOfficerOf(viewer: Viewer, unitId: string): boolean {
  return viewer.posts.some((post) => post.kind === 'officer' && post.unitId === unitId)
}

/** Serves in a department, whichever, of a sub-district or the county. */
export function isOfficer(viewer: Viewer): boolean {
  return holdsPost(viewer, ['officer'], {})
}

export function watchesSubDistrict(viewer: Viewer, subDistrictId: string): boolean {
  return holdsPost(viewer, SUB_DISTRICT_HANDLER_POSTS, { subDistrictId })
}

/** The sub-district the viewer watches as staff or leader; `null`: none, as for people of the county. */
export function watchedSubDistrictOf(viewer: Viewer): string | null {
  const post = viewer.posts.find(({ kind, subDistrictId }) =>
    SUB_DISTRICT_HANDLER_POSTS.includes(kind) && subDistrictId !== null)
  return post?.subDistrictId ?? null
}

/** The counties the viewer serves at as staff or leader: posts there lie in no sub-district. */
export function watchedCountiesOf({ posts }: Pick<Viewer, 'posts'>): readonly string[] {
  return posts.flatMap(({ kind, unitId, subDistrictId, villageId }) =>
    subDistrictId === null && villageId === null && SUB_DISTRICT_HANDLER_POSTS.includes(kind) ? [unitId] : [])
}

/** May say who belongs to the village, and keeps its roster. */
export function leadsVillage(viewer: Viewer, villageId: string): boolean {
  return holdsPost(viewer, VILLAGE_LEAD_POSTS, { villageId })
}
