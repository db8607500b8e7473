import type { Viewer } from '@huiying/shared/identity'
import { DAY_MS, DomainError, type EpochMs } from '@huiying/shared/kernel'
import { exchangeRefusal, isCommitteeSeat, SEAT_POSTS, type DutySlot, type PartnersAnswer } from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { publishedSlots } from './published-slots.board'
import { swapGroundOf } from './swap-ground'
import { swapSlotOf, villageNames } from './swap-rows.board'

const AHEAD_MS = 31 * DAY_MS

/**
 * Who could sit in my place, and with which of their coming days I could pay back.
 * @throws roster.slot-not-found for a slot of somebody else, roster.cell-over
 */
export async function partnersOf(reads: Reads, viewer: Viewer, slotId: string, now: EpochMs): Promise<PartnersAnswer> {
  const me = viewer.personId ?? ''
  const [slot] = await publishedSlots(reads, 'id = ?', [slotId])
  if (slot === undefined || slot.personId !== me) throw new DomainError('roster.slot-not-found')
  if (slot.toAt <= now) throw new DomainError('roster.cell-over')
  const others = await holdersOfSeat(reads, slot, me, now)
  if (others.length === 0) return { partners: [] }
  const theirs = await publishedSlots(
    reads,
    `person_id IN (${placeholders(others.length)}) AND to_at > ? AND from_at < ? AND sub_district_id = ?`,
    [...others, now, now + AHEAD_MS, slot.subDistrictId],
  )
  const ground = await swapGroundOf(reads, [slot, ...theirs], [me, ...others], now)
  const may = (toPersonId: string, returnSlot: DutySlot | null): boolean =>
    exchangeRefusal({ fromPersonId: me, toPersonId }, { slot, returnSlot }, ground, now) === null
  const free = others.filter((personId) => may(personId, null))
  const names = await villageNames(reads, theirs)
  const tags = await personTags(reads, free, now)
  const partners = free.flatMap((personId): PartnersAnswer['partners'] => {
    const person = tags.get(personId)
    const inReturn = theirs.filter((one) => one.personId === personId && may(personId, one))
    return person === undefined ? [] : [{ person, slots: inReturn.map((one) => swapSlotOf(one, names)) }]
  })
  return { partners }
}

/** Whoever holds a post that gives the seat when it begins: of the village's committee, or any visitor of that kind. */
async function holdersOfSeat(reads: Reads, slot: DutySlot, without: string, now: EpochMs): Promise<readonly string[]> {
  const kinds = SEAT_POSTS[slot.seat]
  const isVisitor = !isCommitteeSeat(slot)
  const at = Math.max(now, slot.fromAt)
  const rows = await reads.query<{ readonly person_id: string }>(
    `SELECT DISTINCT p.person_id FROM posts p WHERE p.kind IN (${placeholders(kinds.length)}) AND p.person_id <> ?
     AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?) AND ${isVisitor ? 'p.sub_district_id = ?' : 'p.village_id = ?'}
     ORDER BY p.person_id`,
    [...kinds, without, at, at, isVisitor ? slot.subDistrictId : slot.villageId],
  )
  return rows.map((row) => row.person_id)
}
