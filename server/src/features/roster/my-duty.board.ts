import {
  SUB_DISTRICT_HANDLER_POSTS, VILLAGE_COMMITTEE_POSTS, VILLAGE_HANDLER_POSTS, VILLAGE_LEAD_POSTS, type Viewer,
} from '@huiying/shared/identity'
import { chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import { DEFAULT_ROSTER_TERMS, dutyDayAt, type Leave, type LeaveAnswer, type MyDutyAnswer, type MyLeave } from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { personTags } from '../identity/public'
import type { EnteredLeave } from './enter-leave'
import { leaveTable } from './leave.table'
import { mySlotsOf } from './my-slots.board'
import { openSwapsOf, villageNames } from './swap-rows.board'
import { termsOn } from './terms-in-force'

const SERVING = [...VILLAGE_HANDLER_POSTS, ...SUB_DISTRICT_HANDLER_POSTS]
const LEAVES_SHOWN = 100

/** A cadre's own duty: what runs, what comes, what was asked of him, and the leaves he may call off. */
export async function myDutyOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<MyDutyAnswer> {
  const personId = viewer.personId ?? ''
  const serving = viewer.posts.find(({ kind, subDistrictId }) => SERVING.includes(kind) && subDistrictId !== null)
  const subDistrictId = serving?.subDistrictId ?? null
  const terms = subDistrictId === null ? DEFAULT_ROSTER_TERMS : await termsOn(reads, subDistrictId, chinaDateOf(now))
  return {
    now,
    ...(await mySlotsOf(reads, personId, now)),
    leaves: await leavesShown(reads, viewer, now),
    ...(await openSwapsOf(reads, personId, now)),
    leaveFromOn: dutyDayAt(now, terms),
  }
}

/** What became of the shifts of somebody who cannot come, with names. */
export async function leaveAnswerOf(
  reads: Reads,
  { leaveId, passed }: EnteredLeave,
  now: EpochMs,
): Promise<LeaveAnswer> {
  const names = await villageNames(reads, passed)
  const tags = await personTags(reads, passed.flatMap(({ toPersonId }) => toPersonId ?? []), now)
  return {
    leaveId,
    passed: passed.map(({ villageId, on, seat, toPersonId }) => ({
      on, seat, villageName: names.get(villageId) ?? '', to: toPersonId === null ? null : (tags.get(toPersonId) ?? null),
    })),
  }
}

/** His own; for a village's leads those of its committee, for staff all of the sub-district. */
async function leavesShown(reads: Reads, viewer: Viewer, now: EpochMs): Promise<readonly MyLeave[]> {
  const leads = viewer.posts.filter(({ kind }) => VILLAGE_LEAD_POSTS.includes(kind))
  const led = leads.flatMap(({ villageId }) => villageId ?? [])
  const kept = viewer.posts.filter(({ kind }) => kind === 'staff').flatMap(({ subDistrictId }) => subDistrictId ?? [])
  const ofCommittees = led.length === 0 ? '' : ` OR l.person_id IN (SELECT p.person_id FROM posts p
    WHERE p.village_id IN (${placeholders(led.length)}) AND p.kind IN (${placeholders(VILLAGE_COMMITTEE_POSTS.length)})
      AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?))`
  const ofSubDistricts = kept.length === 0 ? '' : ` OR l.sub_district_id IN (${placeholders(kept.length)})`
  const rows = await reads.query<RawRow>(
    `SELECT ${leaveTable.columnListOf('l')} FROM duty_leaves l WHERE l.to_at > ? AND l.cancelled_at IS NULL
     AND (l.person_id = ?${ofCommittees}${ofSubDistricts}) ORDER BY l.from_on, l.id LIMIT ?`,
    [now, viewer.personId ?? '', ...(led.length === 0 ? [] : [...led, ...VILLAGE_COMMITTEE_POSTS, now, now]), ...kept, LEAVES_SHOWN],
  )
  const leaves: readonly Leave[] = rows.map(leaveTable.fromRaw)
  const tags = await personTags(reads, leaves.map(({ personId }) => personId), now)
  return leaves.flatMap(({ id, personId, fromOn, toOn }) => {
    const person = tags.get(personId)
    return person === undefined ? [] : [{ id, person, fromOn, toOn }]
  })
}
