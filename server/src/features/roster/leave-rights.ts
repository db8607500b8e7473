import {
  leadsVillage, SUB_DISTRICT_HANDLER_POSTS, VILLAGE_COMMITTEE_POSTS, VILLAGE_HANDLER_POSTS,
  type SeatedPost, type Viewer,
} from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { keepsRoster } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { postsOf } from '../identity/public'

const SERVING = [...VILLAGE_HANDLER_POSTS, ...SUB_DISTRICT_HANDLER_POSTS]

/**
 * The sub-district in which the viewer may enter and call off leave of the person: everybody his own, a village's leads
 * that of its committee, staff everybody's who serves there. `null`: for this viewer there is no such person.
 */
export async function leaveSubDistrictOf(
  reads: Reads,
  viewer: Viewer,
  personId: string,
  at: EpochMs,
): Promise<string | null> {
  const isOwn = viewer.personId === personId
  const posts = isOwn ? viewer.posts : await postsOf(reads, personId, at)
  const serving = posts.filter(({ kind, subDistrictId }) => SERVING.includes(kind) && subDistrictId !== null)
  const post = serving.find((one) => isOwn || keepsLeavesOf(viewer, one))
  return post?.subDistrictId ?? null
}

function keepsLeavesOf(viewer: Viewer, { kind, villageId, subDistrictId }: SeatedPost): boolean {
  if (subDistrictId !== null && keepsRoster(viewer, subDistrictId)) return true
  return villageId !== null && VILLAGE_COMMITTEE_POSTS.includes(kind) && leadsVillage(viewer, villageId)
}
