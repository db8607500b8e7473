import {
  SUB_DISTRICT_HANDLER_POSTS, VILLAGE_HANDLER_POSTS, type PostKind, type Viewer,
} from '@huiying/shared/identity'
import { addDays, chinaDateOf, HOUR_MS, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import { isOpen, type InboxAnswer, type InboxGroup, type InboxRow, type ToDecide } from '@huiying/shared/tickets'
import type { Scalar } from '../../platform/database/column'
import { placeholders, type Condition } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { unitsById } from '../villages/public'
import { waitsOf, type Waits } from './inbox-waits.board'
import { knowable } from './knowable'
import { waitingFor } from './to-decide'
import { CYCLE_NUMBER, TICKET_ROW_SELECT, ticketRowOf } from './ticket-row'

const ROWS_PER_GROUP = 50

const IS_LATE = `(t.status IN ('submitted', 'in-progress')
  AND (t.closure_due_at < ? OR (t.responded_at IS NULL AND t.response_due_at < ?)))`

/** Whoever was told "it is done" and found it was not has waited twice: he comes before all others. */
const REJECTED_FIRST = `CASE WHEN ${CYCLE_NUMBER} > 1 THEN 0 ELSE 1 END`

interface Sort {
  readonly key: Exclude<InboxGroup, ToDecide | 'handed-on'>
  readonly where: string
  /** Until when what is to be done first is due. */
  readonly until?: (now: EpochMs) => EpochMs
  readonly order: string
}

const WITHIN_THE_HOUR = (now: EpochMs): EpochMs => now + HOUR_MS
const TODAY = (now: EpochMs): EpochMs => startOfChinaDay(addDays(chinaDateOf(now), 1)) - 1
const FINISH_ORDER = `${REJECTED_FIRST}, t.closure_due_at`

/** What is in a group and what comes first in it. Each condition takes `now` twice, and then `until`. */
const GROUPS: readonly Sort[] = [
  {
    key: 'late',
    where: IS_LATE,
    order: `${REJECTED_FIRST}, CASE WHEN t.responded_at IS NULL THEN t.response_due_at ELSE t.closure_due_at END`,
  },
  {
    key: 'answer',
    where: `t.status = 'submitted' AND NOT ${IS_LATE} AND t.response_due_at <= ?`,
    until: WITHIN_THE_HOUR,
    order: 't.response_due_at',
  },
  {
    key: 'finish',
    where: `t.status = 'in-progress' AND NOT ${IS_LATE} AND t.closure_due_at <= ?`,
    until: TODAY,
    order: FINISH_ORDER,
  },
  {
    key: 'answer-later',
    where: `t.status = 'submitted' AND NOT ${IS_LATE} AND t.response_due_at > ?`,
    until: WITHIN_THE_HOUR,
    order: 't.response_due_at',
  },
  {
    key: 'finish-later',
    where: `t.status = 'in-progress' AND NOT ${IS_LATE} AND t.closure_due_at > ?`,
    until: TODAY,
    order: FINISH_ORDER,
  },
  { key: 'waiting', where: "t.status = 'closed' AND t.submitted_at <= ? AND t.closed_at <= ?", order: 't.closed_at DESC' },
]

/** What burns for a handler: everything his units hold, by what is due first. */
export async function inboxOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<InboxAnswer> {
  const holders = unitsHandledBy(viewer)
  if (holders.length === 0) return { now, groups: [] }
  const known = knownAsHandler(viewer)
  const mine = `t.merged_into_id IS NULL AND t.holder_unit_id IN (${placeholders(holders.length)}) AND ${known.sql}`
  const groups = await Promise.all(
    GROUPS.map(async ({ key, where, until, order }) => {
      const params = [...holders, ...known.params, now, now, ...(until === undefined ? [] : [until(now)])]
      const condition = `${mine} AND ${where}`
      return groupOf(reads, viewer, holders, { key, condition, params, order })
    }),
  )
  const waiting = await Promise.all(waitingFor(viewer, now).map(({ key, where, params }) =>
    groupOf(reads, viewer, holders, {
      key,
      condition: `t.merged_into_id IS NULL AND ${known.sql} AND ${where}`,
      params: [...known.params, ...params],
      order: 't.closure_due_at',
    })))
  const found = [...waiting, ...groups, await handedOn(reads, viewer, holders)]
  // One look for all groups: most matters wait for nobody else.
  const waits = await waitsOf(reads, found.flatMap(({ rows }) => rows.filter(isOpen)), now)
  return {
    now,
    groups: found.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, ...waits(row) })) })),
  }
}

/** What is in a group, and where it lies; what waits for others is looked up for all groups at once. */
interface FoundGroup {
  readonly key: InboxGroup
  readonly count: number
  readonly rows: readonly Omit<InboxRow, keyof Waits>[]
}

/** His own are not his to answer, whatever post he holds (see `roleIn`): they stand among what he has raised. */
function knownAsHandler(viewer: Viewer): Condition {
  const { sql, params } = knowable(viewer)
  return { sql: `t.reporter_id <> ? AND ${sql}`, params: [viewer.personId ?? '', ...params] }
}

/** "转出去的": who had it stays accountable, sees how it goes on, and may still answer. */
async function handedOn(reads: Reads, viewer: Viewer, holders: readonly string[]): Promise<FoundGroup> {
  const known = knownAsHandler(viewer)
  const mine = placeholders(holders.length)
  const around = subDistrictsOf(viewer)
  // Within the few that run, not within all that ever went on: that grows from year to year. Counted, since MariaDB
  // makes a join of an EXISTS and puts it last: it would then look up the names of all that run.
  const condition = `${around.length === 0 ? '' : `t.sub_district_id IN (${placeholders(around.length)}) AND`}
    t.holder_unit_id NOT IN (${mine}) AND t.status IN ('submitted', 'in-progress') AND t.merged_into_id IS NULL
    AND (SELECT COUNT(*) FROM ticket_moves m WHERE m.ticket_id = t.id AND m.from_unit_id IN (${mine})) > 0
    AND ${known.sql}`
  const params = [...around, ...holders, ...holders, ...known.params]
  return groupOf(reads, viewer, holders, { key: 'handed-on', condition, params, order: 't.closure_due_at' })
}

/** Where what he had can lie now: nothing leaves its sub-district. Empty: a post of his is above them all. */
function subDistrictsOf({ posts }: Viewer): readonly string[] {
  const handling = posts.filter(({ kind }) => HANDLER_POSTS.includes(kind))
  const ids = handling.flatMap(({ subDistrictId }) => subDistrictId ?? [])
  return ids.length < handling.length ? [] : [...new Set(ids)]
}

const HANDLER_POSTS: readonly PostKind[] = [...VILLAGE_HANDLER_POSTS, ...SUB_DISTRICT_HANDLER_POSTS, 'officer']

interface Group {
  readonly key: InboxGroup
  readonly condition: string
  readonly params: readonly Scalar[]
  readonly order: string
}

/** Counts only what is more than is shown. */
async function groupOf(
  reads: Reads, viewer: Viewer, holders: readonly string[], { key, condition, params, order }: Group,
): Promise<FoundGroup> {
  const found = await reads.query<RawRow>(
    `${TICKET_ROW_SELECT} WHERE ${condition} ORDER BY ${order}, t.id LIMIT ?`, [...params, ROWS_PER_GROUP],
  )
  const rows = await inboxRows(reads, viewer, holders, found)
  if (rows.length < ROWS_PER_GROUP) return { key, count: rows.length, rows }
  const [counted] = await reads.query<{ readonly n: number }>(
    `SELECT COUNT(*) AS n FROM tickets t WHERE ${condition}`, params,
  )
  return { key, count: Number(counted?.n ?? 0), rows }
}

interface Place {
  readonly village_id: string
  readonly village_name: string
  readonly sub_district_id: string
  readonly holder_unit_id: string
  readonly visibility: string
}

/** Each row with where it comes from and where it lies, as far as the viewer does not know that anyhow. */
async function inboxRows(
  reads: Reads, viewer: Viewer, holders: readonly string[], found: readonly RawRow[],
): Promise<FoundGroup['rows']> {
  // Above all sub-districts a village's name alone says little.
  const isAbove = (place: Place): boolean =>
    !viewer.posts.some(({ subDistrictId }) => subDistrictId === place.sub_district_id)
  const places = found.map((raw) => raw as RawRow & Place)
  const units = await unitsById(reads, places.flatMap((place) => [
    ...(isAbove(place) ? [place.sub_district_id] : []),
    ...(holders.includes(place.holder_unit_id) ? [] : [place.holder_unit_id]),
  ]))
  return places.map((place) => {
    const isPlain = holders.length === 1 && holders[0] === place.village_id
    const subDistrict = isAbove(place) ? units.get(place.sub_district_id)?.name ?? '' : ''
    return {
      ...ticketRowOf(place, viewer.personId, false),
      isConfidential: place.visibility === 'confidential',
      from: isPlain ? null : `${subDistrict}${place.village_name}`,
      heldBy: holders.includes(place.holder_unit_id) ? null : units.get(place.holder_unit_id)?.name ?? null,
    }
  })
}

function unitsHandledBy(viewer: Viewer): readonly string[] {
  const ids = viewer.posts.flatMap((post) => {
    if (VILLAGE_HANDLER_POSTS.includes(post.kind)) return [post.villageId]
    if (post.kind === 'officer') return [post.unitId]
    // At the county, what is said of a leader: there the unit is all the post names.
    return SUB_DISTRICT_HANDLER_POSTS.includes(post.kind) ? [post.unitId] : []
  })
  return [...new Set(ids.filter((id): id is string => id !== null))]
}
