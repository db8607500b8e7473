import { VILLAGE_LEAD_POSTS, type Viewer } from '@huiying/shared/identity'
import type { ServiceCentresAnswer } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { villageOf, villagesOf, type Village } from '../villages/public'
import { centredVillages } from './service-centres'

/** Of which villages it is known where their service centre stands, of those whose the viewer may say. */
export async function serviceCentresOf(reads: Reads, viewer: Viewer): Promise<ServiceCentresAnswer> {
  const villages = await villagesToSay(reads, viewer)
  const centred = await centredVillages(reads, villages.map(({ id }) => id))
  return {
    villages: villages.map(({ id, kind, name }) => ({ village: { id, kind, name }, hasCentre: centred.has(id) })),
  }
}

async function villagesToSay(reads: Reads, viewer: Viewer): Promise<readonly Village[]> {
  const kept = viewer.posts.find(({ kind, subDistrictId }) => kind === 'staff' && subDistrictId !== null)?.subDistrictId
  if (kept != null) return villagesOf(reads, kept)
  const leads = viewer.posts.filter(({ kind }) => VILLAGE_LEAD_POSTS.includes(kind))
  const led = leads.flatMap(({ villageId }) => villageId ?? [])
  const villages: Village[] = []
  for (const villageId of new Set(led)) {
    const village = await villageOf(reads, villageId)
    if (village !== null) villages.push(village)
  }
  return villages
}
