import { DomainError } from '../kernel'
import type { Viewer } from '../identity'
import type { KinshipBody } from './ground-wire'
import { KINSHIP_KINDS } from './kinship-kind'
import { areRelatives, type Kinship } from './relatives'

/** Whom the register of the village may name. */
export interface KinshipPlace {
  /** Of the two, those who are on the people's register at all. */
  readonly known: readonly string[]
  /** Of the two, those with a post in the village, residents included. */
  readonly ofVillage: readonly string[]
  readonly registered: readonly Kinship[]
}

/**
 * A line joins two people of the register, one of the village at least: the wife of the secretary may live elsewhere.
 * It holds both ways, so once is enough.
 * @throws expense.kinship-invalid, expense.kinship-exists
 */
export function checkKinship({ personId, relativeId, kind }: KinshipBody, place: KinshipPlace): void {
  const areKnown = [personId, relativeId].every((one) => place.known.includes(one))
  const isOfVillage = [personId, relativeId].some((one) => place.ofVillage.includes(one))
  if (personId === relativeId || !areKnown || !isOfVillage || !KINSHIP_KINDS.includes(kind)) {
    throw new DomainError('expense.kinship-invalid')
  }
  if (areRelatives(place.registered, personId, relativeId)) throw new DomainError('expense.kinship-exists')
}

/**
 * Whether he may enter or strike out this line: one that names himself is kept by the sub-district alone, else the
 * supervisor strikes it out, signs, and enters it again.
 */
export function mayKeepKinship(
  viewer: Viewer,
  place: { readonly villageId: string; readonly subDistrictId: string },
  { personId, relativeId }: Pick<KinshipBody, 'personId' | 'relativeId'>,
): boolean {
  const isOwn = viewer.personId === personId || viewer.personId === relativeId
  const posts = isOwn ? viewer.posts.filter(({ villageId }) => villageId === null) : viewer.posts
  return mayKeepKinships({ ...viewer, posts }, place)
}

/**
 * Who keeps the register, and is the only one to see it: the supervisor for his village, staff of the sub-district, and
 * the admin of either.
 */
export function mayKeepKinships(
  viewer: Viewer,
  { villageId, subDistrictId }: { readonly villageId: string; readonly subDistrictId: string },
): boolean {
  return viewer.posts.some((post) => {
    const isAbove = post.villageId === null && post.subDistrictId === subDistrictId
    if (post.kind === 'staff') return isAbove
    if (post.kind === 'supervisor') return post.villageId === villageId
    return post.kind === 'admin' && (isAbove || post.villageId === villageId)
  })
}
