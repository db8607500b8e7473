import { belongsTo, holdsPost, leadsVillage, watchesSubDistrict, type Viewer } from '../identity'

interface Place {
  readonly villageId: string
  readonly subDistrictId: string
}

/** Staff of the sub-district makes, publishes and edits its months. Leaders read. */
export function keepsRoster(viewer: Viewer, subDistrictId: string): boolean {
  return holdsPost(viewer, ['staff'], { subDistrictId })
}

/** Secretary and director edit their own village's committee; staff edits every seat. */
export function editsVillageRoster(viewer: Viewer, { villageId, subDistrictId }: Place): boolean {
  return keepsRoster(viewer, subDistrictId) || leadsVillage(viewer, villageId)
}

/** Whoever lives or serves there sees what is published; for everybody else there is no such village. */
export function seesVillageRoster(viewer: Viewer, { villageId, subDistrictId }: Place): boolean {
  return belongsTo(viewer, villageId) || watchesSubDistrict(viewer, subDistrictId)
}

/** A month before it is published: staff, leaders, and the village's own leads. */
export function seesRosterDraft(viewer: Viewer, { villageId, subDistrictId }: Place): boolean {
  return watchesSubDistrict(viewer, subDistrictId) || leadsVillage(viewer, villageId)
}
