import { VILLAGE_COMMITTEE_POSTS } from '@huiying/shared/identity'
import {
  addMonths, BALANCE_MONTHS, cellKey, DEFAULT_ROSTER_TERMS, fillIn, replacePerson, shownSlots,
  type AbsenceNow, type DutySlot, type PlannedCell, type RosterMonth,
} from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { RawRow } from '../../platform/database/table'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { calendarOf } from '../calendar/public'
import { postsAtVillagesDuring } from '../identity/public'
import type { SlotChange } from './passed-facts'
import { slotTable } from './slot.table'

/** The slots of somebody who cannot come, in order of time, and what is known of who can. */
export interface FallenSlots {
  readonly slots: readonly DutySlot[]
  /** Those of the slots, locked. */
  readonly months: readonly RosterMonth[]
  readonly leaves: readonly AbsenceNow[]
}

/** Puts the fairest person who can come into each slot, one after the other, or leaves a hole. Reads only. */
export async function fillInSlots(
  work: Work,
  ids: Ids,
  { slots, months, leaves }: FallenSlots,
): Promise<readonly SlotChange[]> {
  const [first] = slots
  if (first === undefined) return []
  const villageIds = [...new Set(slots.map(({ villageId }) => villageId))]
  const span = { fromAt: first.fromAt, toAt: Math.max(...slots.map(({ toAt }) => toAt)) }
  const posts = await postsAtVillagesDuring(work, villageIds, VILLAGE_COMMITTEE_POSTS, span)
  const calendar = await calendarOf(work, first.subDistrictId)
  let planned = await plannedAround(work, slots, villageIds, [...new Set(posts.map(({ personId }) => personId))])
  return slots.map((slot) => {
    const { villageId, on, seat } = slot
    const cell = { villageId, on, seat }
    const left = { fromAt: Math.max(work.now, slot.fromAt), toAt: slot.toAt }
    const ofVillage = posts.filter((post) => post.villageId === villageId)
    const personId = fillIn({ cell, span: left, posts: ofVillage, leaves, planned, calendar })
    planned = planned.map((one) => (cellKey(one) === cellKey(cell) ? { ...one, personId } : one))
    const terms = months.find(({ month }) => month === slot.month)?.terms ?? DEFAULT_ROSTER_TERMS
    return { before: slot, replacement: replacePerson(slot, personId, 'leave', ids.next(), terms, work.now) }
  })
}

/**
 * The villages' cells of the months in question, drafts too, and the published ones as far back as is evened out; and
 * where the candidates sit on those days anywhere.
 */
async function plannedAround(
  work: Work,
  slots: readonly DutySlot[],
  villageIds: readonly string[],
  candidates: readonly string[],
): Promise<readonly PlannedCell[]> {
  const inMonths = [...new Set(slots.map(({ month }) => month))]
  const back = Array.from({ length: BALANCE_MONTHS + 1 }, (_, count) => -count)
  const months = [...new Set(inMonths.flatMap((month) => back.map((count) => addMonths(month, count))))]
  const days = [...new Set(slots.map(({ on }) => on))]
  const subDistrictId = slots[0]?.subDistrictId ?? ''
  const ofVillages = await work.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots WHERE sub_district_id = ? AND month IN (${placeholders(months.length)})
     AND village_id IN (${placeholders(villageIds.length)})
     AND (published_at IS NOT NULL OR month IN (${placeholders(inMonths.length)}))`,
    [subDistrictId, ...months, ...villageIds, ...inMonths],
  )
  // Whoever was replaced elsewhere today sits there no more: `to_at` leaves his ended slot out.
  const ofPeople = candidates.length === 0 ? [] : await work.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots WHERE person_id IN (${placeholders(candidates.length)})
     AND duty_on IN (${placeholders(days.length)}) AND to_at > ?`,
    [...candidates, ...days, work.now],
  )
  return shownSlots([...ofVillages, ...ofPeople].map(slotTable.fromRaw))
    .map(({ villageId, on, seat, personId }) => ({ villageId, on, seat, personId }))
}
