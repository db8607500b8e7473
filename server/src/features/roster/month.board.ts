import { dayOf, daysOfMonth } from '@huiying/shared/calendar'
import type { Viewer } from '@huiying/shared/identity'
import { chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import {
  addMonths, checkMonth, isMonthOver, monthOfDay, MONTHS_AHEAD, SEAT_POSTS, VILLAGE_MARKS,
  type Month, type RosterMonth, type RosterMonthAnswer, type RosterVillage, type Seat, type VillageMark,
} from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { calendarOf } from '../calendar/public'
import { unitOf, type Village } from '../villages/public'
import { monthAccessOf, type MonthAccess } from './month-access'
import { cellRowsOf, shownSlotsOf } from './month-cells'
import { MonthPeople, seatPostsOf, type SeatPost } from './month-people'
import { monthOf, policyNow } from './months'

/**
 * A month as the viewer may see it. One that is not made, and a draft that is not for him, look the same.
 * @throws identity.village-not-found, roster.month-invalid, calendar.year-unknown
 */
export async function rosterMonthOf(
  reads: Reads,
  viewer: Viewer,
  month: Month,
  villageId: string | null,
  now: EpochMs,
): Promise<RosterMonthAnswer> {
  checkMonth(month)
  const access = await monthAccessOf(reads, viewer, villageId)
  const subDistrict = await unitOf(reads, access.subDistrictId)
  const calendar = await calendarOf(reads, access.subDistrictId)
  const dates = daysOfMonth(month)
  const days = dates.map((on) => dayOf(calendar, on))
  const found = await monthOf(reads, access.subDistrictId, month)
  const row = found?.publishedAt != null || access.seesDrafts ? found : null
  const villages = await villagesOf(reads, access)
  const posts = await seatPostsOf(reads, access, dates)
  const slots = row === null ? [] : await shownSlotsOf(reads, access, month, dates)
  const people = new MonthPeople(posts)
  await people.learn(reads, slots.flatMap(({ person_id: id }) => id ?? []), now)
  const terms = row?.terms ?? (await policyNow(reads, access.subDistrictId, now)).terms
  const isOver = isMonthOver(month, terms, now)
  const mayEdit = access.edits && row !== null && !isOver
  const choosable = access.edits ? candidatesOf(access, posts, people, now) : () => NO_CANDIDATES
  const named = villages.map((one): RosterVillage => ({ ...one, candidates: choosable(one.village.id) }))
  const villageIds = villages.map(({ village }) => village.id)
  const showsPresence = access.seesDrafts
  const cells = cellRowsOf(slots, { villageIds, days: dates }, people, now, { showsPresence })
  return {
    now,
    month,
    subDistrict: { id: access.subDistrictId, kind: 'sub-district', name: subDistrict?.name ?? '' },
    status: row?.status ?? null,
    revision: row?.revision ?? 0,
    publishedAt: row?.publishedAt ?? null,
    days,
    villages: named,
    people: people.named(),
    cells,
    notes: access.edits && !isOver ? notesFor(row, access) : [],
    holes: cells.filter(([, , , person]) => person === -1).length,
    editable: mayEdit ? villageIds : [],
    mayGenerate: access.keeps && row?.publishedAt == null && !isOver
      && month <= addMonths(monthOfDay(chinaDateOf(now)), MONTHS_AHEAD),
    terms,
  }
}

interface MarkedVillage {
  readonly village: Pick<Village, 'id' | 'kind' | 'name'>
  readonly marks: readonly VillageMark[]
}

/** In the order of their codes. */
async function villagesOf(
  reads: Reads,
  { subDistrictId, villageId, watches }: MonthAccess,
): Promise<readonly MarkedVillage[]> {
  const here = villageId === null ? { sql: '', values: [] } : { sql: ' AND u.id = ?', values: [villageId] }
  const rows = await reads.query<{ readonly id: string; readonly name: string; readonly mark: VillageMark | null }>(
    `SELECT u.id, u.name, m.mark FROM units u LEFT JOIN village_marks m ON m.village_id = u.id
     WHERE u.parent_id = ? AND u.kind = 'village'${here.sql} ORDER BY u.code, u.id`,
    [subDistrictId, ...here.values],
  )
  const villages = new Map<string, MarkedVillage>()
  for (const { id, name, mark } of rows) {
    const marks = [...(villages.get(id)?.marks ?? []), ...(mark === null || !watches ? [] : [mark])]
    villages.set(id, { village: { id, kind: 'village', name }, marks: VILLAGE_MARKS.filter((one) => marks.includes(one)) })
  }
  return [...villages.values()]
}

const NO_CANDIDATES: RosterVillage['candidates'] = { committeeLeads: [], members: [], stationed: [] }

/**
 * Whom one may choose from for a village's seats from now on. Visitors, who may go to any village, are only named to
 * whoever may place them; its own stationed cadre before the others, and leaders among `people` alone.
 */
function candidatesOf(
  { keeps }: MonthAccess,
  posts: readonly SeatPost[],
  people: MonthPeople,
  now: EpochMs,
): (villageId: string) => RosterVillage['candidates'] {
  const lasting = posts.filter(({ toAt }) => toAt === null || toAt > now)
  const of = (seat: Seat): readonly SeatPost[] => lasting.filter(({ kind }) => SEAT_POSTS[seat].includes(kind))
  const numbers = (some: readonly SeatPost[]): readonly number[] =>
    [...new Set(some.map(({ personId }) => people.numberOf(personId)))]
  const [leads, members, stationed] = [of('lead'), of('member'), keeps ? of('stationed') : []].map(byVillage)
  const everyStationed = [...(stationed?.values() ?? [])].flat()
  if (keeps) numbers(of('leader'))
  return (villageId) => ({
    committeeLeads: numbers(leads?.get(villageId) ?? []),
    members: numbers(members?.get(villageId) ?? []),
    stationed: numbers([...(stationed?.get(villageId) ?? []), ...everyStationed]),
  })
}

function byVillage(posts: readonly SeatPost[]): ReadonlyMap<string | null, readonly SeatPost[]> {
  const found = new Map<string | null, SeatPost[]>()
  for (const post of posts) {
    const others = found.get(post.villageId)
    if (others === undefined) found.set(post.villageId, [post])
    else others.push(post)
  }
  return found
}

function notesFor(row: RosterMonth | null, { villageId }: MonthAccess): RosterMonth['notes'] {
  const notes = row?.notes ?? []
  return villageId === null ? notes : notes.filter((note) => note.villageId === villageId)
}
