import {
  belongsTo, VILLAGE_HANDLER_POSTS, watchesSubDistrict, weightiestFirst,
  type CadreCard, type DirectoryAnswer, type PostKind, type Viewer,
} from '@huiying/shared/identity'
import { chinaDateOf, DomainError, type EpochMs } from '@huiying/shared/kernel'
import { defaultAddresseeId, onDutyAt } from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { villageOf, type Village } from '../villages/public'
import { villageDutyOf } from './village-duty.board'

interface CadreRow {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly kind: PostKind
  readonly charge: string | null
}

/**
 * Whom a resident may @, and who sits today.
 * @throws identity.village-not-found for whoever has nothing to do with the village
 */
export async function directoryOf(
  reads: Reads,
  viewer: Viewer,
  villageId: string,
  at: EpochMs,
): Promise<DirectoryAnswer> {
  const village = await villageOf(reads, villageId)
  if (village === null || !mayRead(viewer, village)) throw new DomainError('identity.village-not-found')
  const duty = await villageDutyOf(reads, villageId, { fromAt: at, toAt: at + 1 })
  return {
    village: { id: village.id, kind: village.kind, name: village.name },
    today: chinaDateOf(at),
    cadres: await cadreCards(reads, villageId, at),
    defaultAddresseeId: defaultAddresseeId(duty, at),
  }
}

/** The cadres who answer for the village, and whoever of the sub-district sits there now; the weightiest first. */
export async function cadreCards(reads: Reads, villageId: string, at: EpochMs): Promise<readonly CadreCard[]> {
  const duty = await villageDutyOf(reads, villageId, { fromAt: at, toAt: at + 1 })
  const onDuty = onDutyAt(duty, at)
  const answering = duty.posts.filter(({ kind }) => VILLAGE_HANDLER_POSTS.includes(kind)).map(({ personId }) => personId)
  const ids = [...new Set([...answering, ...onDuty])]
  if (ids.length === 0) return []
  const rows = await reads.query<CadreRow>(
    `SELECT h.id, h.name, h.phone, p.kind, p.charge FROM people h JOIN posts p ON p.person_id = h.id
     WHERE h.id IN (${placeholders(ids.length)}) AND p.kind <> ? AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?)
       AND (p.village_id = ? OR (p.village_id IS NULL AND p.sub_district_id = (SELECT parent_id FROM units WHERE id = ?)))
     ORDER BY p.from_at, p.id`,
    [...ids, 'resident', at, at, villageId, villageId],
  )
  const cards = weightiestFirst(rows).map(({ id }) => id)
  return [...new Set(cards)].flatMap((id) => {
    const held = weightiestFirst(rows.filter((row) => row.id === id))
    const [first] = held
    if (first === undefined) return []
    const named = held.map(({ kind, charge }) => ({ kind, charge }))
    return [{ personId: id, name: first.name, posts: named, phone: first.phone, onDuty: onDuty.includes(id) }]
  })
}

/** Whoever lives or serves there, or watches over it. */
function mayRead(viewer: Viewer, village: Village): boolean {
  return belongsTo(viewer, village.id) || watchesSubDistrict(viewer, village.subDistrictId)
}
