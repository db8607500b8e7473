import { SUB_DISTRICT_HANDLER_POSTS } from '@huiying/shared/identity'
import type { Ticket } from '@huiying/shared/tickets'
import { postsAtSubDistrict, postsAtUnit } from '../features/identity/public'
import { committeeOf, stationedCadreOf, whoIsOnDuty } from '../features/roster/public'
import { unitOf } from '../features/villages/public'
import type { Work } from '../platform/database/work'
import { holders } from './reaction'

/**
 * Whose turn it is in the unit that holds a ticket: whoever sits in that village, the department's officers, the
 * sub-district's staff and leaders. Where a department has nobody, its sub-district.
 */
export async function whoHolds(work: Work, { holderUnitId, subDistrictId }: Ticket): Promise<readonly string[]> {
  const unit = await unitOf(work, holderUnitId)
  if (unit?.kind === 'village') return (await whoIsOnDuty(work, unit.id, work.now)).personIds
  const officers = unit?.kind === 'department' ? await postsAtUnit(work, unit.id, work.now, ['officer']) : []
  if (officers.length > 0) return holders(officers)
  if (unit?.kind === 'county') return holders(await postsAtUnit(work, unit.id, work.now, SUB_DISTRICT_HANDLER_POSTS))
  return holders(await postsAtSubDistrict(work, subDistrictId, work.now))
}

/** "The whole committee and the stationed cadre", of the village that holds it now; of a department its officers. */
export async function allWhoHold(work: Work, ticket: Ticket): Promise<readonly string[]> {
  const unit = await unitOf(work, ticket.holderUnitId)
  if (unit?.kind !== 'village') return whoHolds(work, ticket)
  return [...(await committeeOf(work, unit.id, work.now)), ...(await stationedCadreOf(work, unit.id, work.now))]
}
