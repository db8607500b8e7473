import { watchedSubDistrictOf, watchesSubDistrict, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { keepsRoster, editsVillageRoster, seesRosterDraft, seesVillageRoster } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { villageOf } from '../villages/public'

/** Which part of a month somebody asks for, and what he may do with it. */
export interface MonthAccess {
  readonly subDistrictId: string
  /** `null`: all villages of the sub-district. */
  readonly villageId: string | null
  readonly seesDrafts: boolean
  /** Is of the sub-district: why leaders are to visit a village is its own affair. */
  readonly watches: boolean
  readonly edits: boolean
  /** Makes and publishes months. */
  readonly keeps: boolean
}

/**
 * With a village: whoever has to do with it. Without: staff and leaders, the whole of their sub-district.
 * @throws identity.village-not-found for everybody else
 */
export async function monthAccessOf(reads: Reads, viewer: Viewer, villageId: string | null): Promise<MonthAccess> {
  if (villageId === null) {
    const subDistrictId = watchedSubDistrictOf(viewer)
    if (subDistrictId === null) throw new DomainError('identity.village-not-found')
    const keeps = keepsRoster(viewer, subDistrictId)
    return { subDistrictId, villageId, seesDrafts: true, watches: true, edits: keeps, keeps }
  }
  const village = await villageOf(reads, villageId)
  const place = village === null ? null : { villageId, subDistrictId: village.subDistrictId }
  if (place === null || !seesVillageRoster(viewer, place)) throw new DomainError('identity.village-not-found')
  return {
    ...place,
    seesDrafts: seesRosterDraft(viewer, place),
    watches: watchesSubDistrict(viewer, place.subDistrictId),
    edits: editsVillageRoster(viewer, place),
    keeps: keepsRoster(viewer, place.subDistrictId),
  }
}

/**
 * The sub-district whose months the viewer makes and publishes.
 * @throws request.not-found
 */
export function keptSubDistrictOf(viewer: Viewer): string {
  const subDistrictId = viewer.posts.find((post) => post.kind === 'staff' && post.subDistrictId !== null)?.subDistrictId
  if (subDistrictId == null) throw new DomainError('request.not-found')
  return subDistrictId
}
