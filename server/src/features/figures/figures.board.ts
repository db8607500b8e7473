import {
  callbackPolicyOn, MEASURES, noCounts, periodOf, spanOf, sumFigures,
  type CallbackPolicy, type Counts, type FiguresAnswer, type Measure, type UnitFigures,
} from '@huiying/shared/figures'
import { watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError, type EpochMs } from '@huiying/shared/kernel'
import { TICKET_KINDS, type TicketKind } from '@huiying/shared/tickets'
import type { Scalar } from '../../platform/database/column'
import type { Condition } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { knowable } from '../tickets/public'
import { unitOf, villagesOf } from '../villages/public'
import { callbackPolicyTable } from './callback.table'
import { CLASS_SQL, EACH_ROUND } from './class-sql'
import { allOf, raisedWithin, stillOpenFromBefore } from './raised-within'
import { topicNamesOf } from './topic-names.board'

export interface WantedPeriod {
  /** `null` both: the week that runs. */
  readonly fromOn: string | null
  readonly toOn: string | null
}

/**
 * What was raised in the period, village by village. A handful of statements however many tickets.
 * @throws request.not-found for whoever watches no sub-district, figures.period-invalid
 */
export async function figuresOf(
  reads: Reads,
  viewer: Viewer,
  wanted: WantedPeriod,
  now: EpochMs,
): Promise<FiguresAnswer> {
  const subDistrictId = watchedSubDistrictOf(viewer)
  const subDistrict = subDistrictId === null ? null : await unitOf(reads, subDistrictId)
  if (subDistrictId === null || subDistrict === null) throw new DomainError('request.not-found')
  const today = chinaDateOf(now)
  const period = periodOf(wanted.fromOn, wanted.toOn, today)
  const span = spanOf(period)
  const [raised, before] = [raisedWithin(subDistrictId, span), stillOpenFromBefore(subDistrictId, span.fromAt)]
  const known = knowable(viewer)
  const [villages, rows, older, policies, topicNames] = await Promise.all([
    villagesOf(reads, subDistrictId),
    countRows(reads, MEASURES, allOf(raised, known), now),
    countRows(reads, ['state'], allOf(before, known), now),
    callbackPoliciesOf(reads, subDistrictId),
    topicNamesOf(reads, subDistrictId),
  ])
  const own = { id: subDistrict.id, kind: subDistrict.kind, name: subDistrict.name }
  const confidential = rows.filter(isConfidential)
  const units = [
    ...villages.map(({ id, kind, name }) => ({
      unit: { id, kind, name }, figures: figuresIn(rows.filter((row) => row.village_id === id && !isConfidential(row))),
    })),
    ...(confidential.length > 0 ? [{ unit: own, figures: figuresIn(confidential) }] : []),
  ]
  const olderState = fold('state', older)
  return {
    now,
    subDistrict: own,
    ...period,
    total: sumFigures(units.map(({ figures }) => figures)),
    units,
    topics: topicsIn(rows, topicNames),
    kinds: TICKET_KINDS.map((kind) => ({ kind, state: fold('state', rows.filter((row) => row.kind === kind)) })),
    older: { open: olderState.open, 'open-late': olderState['open-late'] },
    sharePermille: callbackPolicyOn(policies, subDistrictId, today).sharePermille,
  }
}

export async function callbackPoliciesOf(reads: Reads, subDistrictId: string): Promise<readonly CallbackPolicy[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${callbackPolicyTable.columnList} FROM callback_policies WHERE sub_district_id = ? ORDER BY version`,
    [subDistrictId],
  )
  return rows.map(callbackPolicyTable.fromRaw)
}

/** So many rounds that are alike; of each measure the class they are in, or null where they don't count. */
interface CountRow {
  readonly village_id: string
  readonly is_confidential: number
  readonly topic_id: string | null
  readonly kind: TicketKind
  readonly in_state: string | null
  readonly in_response?: string | null
  readonly in_closure?: string | null
  readonly in_satisfaction?: string | null
  readonly in_callback?: string | null
  readonly n: number
}

/** Once through the tickets, whatever is asked of them: what takes time is to come to a ticket and its rounds. */
function countRows(
  reads: Reads, measures: readonly Measure[], where: Condition, now: EpochMs,
): Promise<readonly CountRow[]> {
  const classes = measures.map((measure) => {
    const { where: counts, inClass } = CLASS_SQL[measure]
    return `CASE WHEN ${counts} THEN ${inClass} END AS in_${measure}`
  })
  const nows = measures.reduce((sum, measure) => sum + CLASS_SQL[measure].nows, 0)
  const params: readonly Scalar[] = [...Array.from({ length: nows }, () => now), ...where.params]
  return reads.query<CountRow>(
    `SELECT t.village_id, CASE WHEN t.visibility = 'confidential' THEN 1 ELSE 0 END AS is_confidential, t.topic_id, t.kind,
       ${classes.join(', ')}, COUNT(*) AS n
     FROM ${EACH_ROUND} WHERE ${where.sql}
     GROUP BY t.village_id, is_confidential, t.topic_id, t.kind, ${measures.map((measure) => `in_${measure}`).join(', ')}`,
    params,
  )
}

function figuresIn(rows: readonly CountRow[]): UnitFigures {
  return {
    state: fold('state', rows),
    response: fold('response', rows),
    closure: fold('closure', rows),
    satisfaction: fold('satisfaction', rows),
    callback: fold('callback', rows),
  }
}

function fold<M extends Measure>(measure: M, rows: readonly CountRow[]): Counts<M> {
  const sums: Record<string, number> = { ...noCounts(measure) }
  for (const row of rows) {
    const one = row[`in_${measure}`] ?? null
    if (one === null) continue
    const before = sums[one]
    if (before === undefined) throw new Error(`no such class of ${measure}: ${one}`)
    sums[one] = before + Number(row.n)
  }
  return sums as Counts<M>
}

function isConfidential(row: CountRow): boolean {
  return Number(row.is_confidential) === 1
}

/** The most frequent first; what nobody has said a topic of comes last. */
function topicsIn(rows: readonly CountRow[], names: ReadonlyMap<string, string>): FiguresAnswer['topics'] {
  const all = [...new Set(rows.map((row) => row.topic_id))].map((topicId) => ({
    topicId,
    name: topicId === null ? '还没有分' : names.get(topicId) ?? '已经不用的分类',
    state: fold('state', rows.filter((row) => row.topic_id === topicId)),
  }))
  const count = ({ state }: (typeof all)[number]): number => Object.values(state).reduce((sum, n) => sum + n, 0)
  return all.sort((one, other) =>
    Number(one.topicId === null) - Number(other.topicId === null) || count(other) - count(one))
}
