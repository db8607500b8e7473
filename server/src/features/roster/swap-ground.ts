import type { EpochMs } from '@huiying/shared/kernel'
import { SEAT_POST_KINDS, shownSlots, type DutySlot, type PlannedCell, type SwapGround } from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { postsOfPeopleDuring } from '../identity/public'
import { leavesDuring } from './leaves-during'
import { slotTable } from './slot.table'

/** What decides whether these people may sit in these slots instead of each other, from now on. */
export async function swapGroundOf(
  reads: Reads,
  slots: readonly DutySlot[],
  personIds: readonly string[],
  now: EpochMs,
): Promise<SwapGround> {
  const [first] = slots
  if (first === undefined || personIds.length === 0) return { posts: [], leaves: [], planned: [] }
  const { subDistrictId } = first
  const fromAt = Math.min(...slots.map((slot) => slot.fromAt))
  const toAt = Math.max(...slots.map((slot) => slot.toAt))
  const days = [...new Set(slots.map(({ on }) => on))].sort()
  return {
    posts: await postsOfPeopleDuring(reads, personIds, subDistrictId, SEAT_POST_KINDS, { fromAt, toAt }),
    leaves: await leavesDuring(reads, subDistrictId, days[0] ?? '', days.at(-1) ?? ''),
    planned: await seatsOf(reads, personIds, days, now),
  }
}

/** Where they sit on those days, or still sit: what of today is over binds nobody. */
async function seatsOf(
  reads: Reads,
  personIds: readonly string[],
  days: readonly string[],
  now: EpochMs,
): Promise<readonly PlannedCell[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots WHERE person_id IN (${placeholders(personIds.length)})
     AND duty_on IN (${placeholders(days.length)}) AND to_at > ? AND published_at IS NOT NULL`,
    [...personIds, ...days, now],
  )
  return shownSlots(rows.map(slotTable.fromRaw))
    .map(({ villageId, on, seat, personId }) => ({ villageId, on, seat, personId }))
}
