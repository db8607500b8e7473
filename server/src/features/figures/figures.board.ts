import {
  callbackPolicyOn, MEASURES, noCounts, periodOf, spanOf, sumFigures,
  type CallbackPolicy, type Counts, type FiguresAnswer, type Measure, type UnitFigures,
} from '@huiying/shared/figures'
import { watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError, type EpochMs } from '@huiying/shared/kernel'
import { TICKET_KINDS, type TicketKind } from '@huiying/shared/tickets'
import type { Scalar } from '../../platform/database/column'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { knowable } from '../tickets/public'
import { unitOf, villagesOf } from '../villages/public'
import { callbackPolicyTable } from './callback.table'
import { CLASS_SQL } from './class-sql'
import { allOf, raisedWithin, stillOpenFromBefore, type Condition } from './raised-within'
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
  const [villages, counted, older, policies, topicNames] = await Promise.all([
    villagesOf(reads, subDistrictId),
    countAll(reads, allOf(raised, known), now),
    count(reads, 'state', allOf(before, known), now),
    callbackPoliciesOf(reads, subDistrictId),
    topicNamesOf(reads, subDistrictId),
  ])
  const own = { id: subDistrict.id, kind: subDistrict.kind, name: subDistrict.name }
  const units = [
    ...villages.map(({ id, kind, name }) => ({
      unit: { id, kind, name }, figures: figuresIn(counted, (row) => row.village_id === id && !isConfidential(row)),
    })),
    ...(counted.state.some(isConfidential) ? [{ unit: own, figures: figuresIn(counted, isConfidential) }] : []),
  ]
  const olderState = fold('state', older)
  return {
    now,
    subDistrict: own,
    ...period,
    total: sumFigures(units.map(({ figures }) => figures)),
    units,
    topics: topicsIn(counted.state, topicNames),
    kinds: TICKET_KINDS.map((kind) => ({ kind, state: fold('state', counted.state.filter((row) => row.kind === kind)) })),
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

interface CountRow {
  readonly village_id: string
  readonly is_confidential: number
  readonly topic_id: string | null
  readonly kind: TicketKind
  readonly in_class: string
  readonly n: number
}
type Counted = Readonly<Record<Measure, readonly CountRow[]>>

async function countAll(reads: Reads, where: Condition, now: EpochMs): Promise<Counted> {
  const rows = await Promise.all(MEASURES.map((measure) => count(reads, measure, where, now)))
  return Object.fromEntries(MEASURES.map((measure, at) => [measure, rows[at] ?? []])) as unknown as Counted
}

function count(reads: Reads, measure: Measure, where: Condition, now: EpochMs): Promise<readonly CountRow[]> {
  const { from, where: own, inClass, nows } = CLASS_SQL[measure]
  const params: readonly Scalar[] = [...Array.from({ length: nows }, () => now), ...where.params]
  return reads.query<CountRow>(
    `SELECT t.village_id, CASE WHEN t.visibility = 'confidential' THEN 1 ELSE 0 END AS is_confidential, t.topic_id, t.kind,
       ${inClass} AS in_class, COUNT(*) AS n
     FROM ${from} WHERE ${own} AND ${where.sql}
     GROUP BY t.village_id, is_confidential, t.topic_id, t.kind, in_class`,
    params,
  )
}

function figuresIn(counted: Counted, isIn: (row: CountRow) => boolean): UnitFigures {
  return {
    state: fold('state', counted.state.filter(isIn)),
    response: fold('response', counted.response.filter(isIn)),
    closure: fold('closure', counted.closure.filter(isIn)),
    satisfaction: fold('satisfaction', counted.satisfaction.filter(isIn)),
    callback: fold('callback', counted.callback.filter(isIn)),
  }
}

function fold<M extends Measure>(measure: M, rows: readonly CountRow[]): Counts<M> {
  const sums: Record<string, number> = { ...noCounts(measure) }
  for (const { in_class: one, n } of rows) {
    const before = sums[one]
    if (before === undefined) throw new Error(`no such class of ${measure}: ${one}`)
    sums[one] = before + Number(n)
  }
  return sums as Counts<M>
}

function isConfidential(row: CountRow): boolean {
  return Number(row.is_confidential) === 1
}

/** The most frequent first; what nobody has said a topic of comes last. */
function topicsIn(rows: readonly CountRow[], names: ReadonlyMap<string, string>): FiguresAnswer['topics'] {
  const ids = [...new Set(rows.map((row) => row.topic_id))]
  const sum = (topicId: string | null): number =>
    rows.reduce((total, row) => (row.topic_id === topicId ? total + Number(row.n) : total), 0)
  return ids
    .sort((one, other) => Number(one === null) - Number(other === null) || sum(other) - sum(one))
    .map((topicId) => ({
      topicId,
      name: topicId === null ? '还没有分' : names.get(topicId) ?? '已经不用的分类',
      state: fold('state', rows.filter((row) => row.topic_id === topicId)),
    }))
}
