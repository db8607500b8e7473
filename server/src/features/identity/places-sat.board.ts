import { DAY_MS, type EpochMs } from '@huiying/shared/kernel'
import type { SeatedPost } from '@huiying/shared/identity'
import type { Reads } from '../../platform/database/reads'

/** No shift is longer. */
const LOOK_BACK_MS = 2 * DAY_MS

/**
 * The posts, and for a stationed cadre who sits in a colleague's village the right to act there while that shift runs:
 * what he is told of and holds he must be able to read and answer. With the shift the right ends.
 */
export async function withPlacesSat(
  reads: Reads,
  posts: readonly SeatedPost[],
  at: EpochMs,
): Promise<readonly SeatedPost[]> {
  const own = posts.filter(({ kind }) => kind === 'stationed-cadre')
  const [first] = own
  if (first === undefined) return posts
  const rows = await reads.query<{
    readonly id: string
    readonly village_id: string
    readonly sub_district_id: string
    readonly from_at: number
    readonly to_at: number
  }>(
    `SELECT id, village_id, sub_district_id, from_at, to_at FROM duty_slots
     WHERE person_id = ? AND from_at <= ? AND from_at > ? AND to_at > ? AND seat = ? AND published_at IS NOT NULL`,
    [first.personId, at, at - LOOK_BACK_MS, at, 'stationed'],
  )
  const elsewhere = rows.filter((row) => !own.some(({ villageId }) => villageId === row.village_id))
  return [
    ...posts,
    ...elsewhere.map((row): SeatedPost => ({
      id: row.id,
      personId: first.personId,
      kind: 'stationed-cadre',
      unitId: row.village_id,
      charge: null,
      fromAt: Number(row.from_at),
      toAt: Number(row.to_at),
      villageId: row.village_id,
      subDistrictId: row.sub_district_id,
    })),
  ]
}
