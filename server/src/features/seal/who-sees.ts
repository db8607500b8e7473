import { belongsTo, holdsPost, watchesSubDistrict, type PostKind, type Viewer } from '@huiying/shared/identity'

export interface SealPlace {
  readonly villageId: string
  readonly subDistrictId: string
}

/** Whoever asks for the seal, signs for it, or keeps an eye on either. */
const VILLAGE_EYES: readonly PostKind[] = [
  'secretary', 'director', 'supervisor', 'committee-member', 'specialist', 'accountant', 'stationed-cadre',
]

/** Requests show contracts and minutes, with people's names in them: for whom it is work. */
export function maySeeRequests(viewer: Viewer, { villageId, subDistrictId }: SealPlace): boolean {
  return holdsPost(viewer, VILLAGE_EYES, { villageId }) || watchesSubDistrict(viewer, subDistrictId)
}

/** What the seal was put on is for the whole village to know, as its book is. */
export function maySeeRegister(viewer: Viewer, { villageId, subDistrictId }: SealPlace): boolean {
  return belongsTo(viewer, villageId) || watchesSubDistrict(viewer, subDistrictId)
}
