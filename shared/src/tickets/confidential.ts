import { holdsPost, SUB_DISTRICT_HANDLER_POSTS, type PostKind, type Viewer } from '../identity'
import type { Ticket } from './ticket'

/** What it takes to say for whom a confidential ticket exists. */
export type InConfidence = Pick<Ticket, 'villageId' | 'subDistrictId' | 'holderUnitId' | 'about' | 'aboutPersonId'>

/**
 * Handles what was said in confidence: the level above whoever it is about, and there nobody of the village, not even
 * by a second post, and nobody it may be about. For all others but the reporter it does not exist (handbook §2,
 * "Confidential").
 */
export function handlesInConfidence(viewer: Viewer, ticket: InConfidence): boolean {
  if (viewer.personId === null || isOfVillage(viewer, ticket) || mayBeMeant(viewer, ticket)) return false
  const { holderUnitId, subDistrictId } = ticket
  if (holderUnitId === subDistrictId) return holdsPost(viewer, kindsAsked(ticket), { subDistrictId })
  // The county's own people: their posts lie in no sub-district.
  return viewer.posts.some(({ kind, unitId }) => SUB_DISTRICT_HANDLER_POSTS.includes(kind) && unitId === holderUnitId)
}

/** Whom of the sub-district it is for, as long as the sub-district holds it. */
export function kindsAsked({ about }: Pick<Ticket, 'about'>): readonly PostKind[] {
  return about === 'staff' || about === 'leader' ? ['leader'] : SUB_DISTRICT_HANDLER_POSTS
}

/** Whoever holds a post there, as resident or stationed cadre too: cousins and colleagues are told things. */
function isOfVillage(viewer: Viewer, { villageId }: InConfidence): boolean {
  return viewer.posts.some((post) => post.villageId === villageId)
}

/** He is named; or nobody is, and he is one of those that it is about. */
function mayBeMeant(viewer: Viewer, { about, aboutPersonId, subDistrictId }: InConfidence): boolean {
  if (aboutPersonId !== null) return viewer.personId === aboutPersonId
  return (about === 'staff' || about === 'leader') && holdsPost(viewer, [about], { subDistrictId })
}
