import { SUB_DISTRICT_HANDLER_POSTS, VILLAGE_HANDLER_POSTS } from '@huiying/shared/identity'
import type { BoundedSpan } from '@huiying/shared/kernel'
import type { VillageDuty } from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { postsAtVillagesDuring } from '../identity/public'
import { leaveTable } from './leave.table'
import { slotTable } from './slot.table'

/** The posts that say anything about a village's duty. */
const DUTY_POSTS = [...VILLAGE_HANDLER_POSTS, ...SUB_DISTRICT_HANDLER_POSTS]

/** What is known of each village's duty over [fromAt, toAt): published slots, posts, and the sub-district's leaves. */
export async function villageDutiesOf(
  reads: Reads,
  villageIds: readonly string[],
  { fromAt, toAt }: BoundedSpan,
): Promise<ReadonlyMap<string, VillageDuty>> {
  const ids = [...new Set(villageIds)]
  if (ids.length === 0) return new Map()
  const places = placeholders(ids.length)
  const slotRows = reads.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots
     WHERE village_id IN (${places}) AND from_at < ? AND to_at > ? AND published_at IS NOT NULL ORDER BY from_at, id`,
    [...ids, toAt, fromAt],
  )
  const postsThere = postsAtVillagesDuring(reads, ids, DUTY_POSTS, { fromAt, toAt })
  const leaveRows = reads.query<RawRow>(
    `SELECT ${leaveTable.columnList} FROM duty_leaves WHERE sub_district_id IN (
       SELECT parent_id FROM units WHERE id IN (${places})) AND from_at < ? AND to_at > ? ORDER BY from_at, id`,
    [...ids, toAt, fromAt],
  )
  const [rawSlots, posts, rawLeaves] = await Promise.all([slotRows, postsThere, leaveRows])
  const slots = rawSlots.map(slotTable.fromRaw)
  const leaves = rawLeaves.map(leaveTable.fromRaw)
  return new Map(ids.map((villageId) => [
    villageId,
    {
      slots: slots.filter((slot) => slot.villageId === villageId),
      posts: posts.filter((post) => post.villageId === villageId),
      leaves,
    },
  ]))
}

export async function villageDutyOf(reads: Reads, villageId: string, span: BoundedSpan): Promise<VillageDuty> {
  const duties = await villageDutiesOf(reads, [villageId], span)
  return duties.get(villageId) ?? { slots: [], posts: [], leaves: [] }
}
