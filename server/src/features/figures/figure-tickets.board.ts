import {
  CLASSES_OF, MEASURES, periodOf, spanOf,
  type FigureClasses, type FigureTicketRow, type FigureTicketsAnswer, type Measure,
} from '@huiying/shared/figures'
import { watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError, excerpt, type EpochMs } from '@huiying/shared/kernel'
import { TICKET_KINDS, type ClosureOutcome, type TicketKind, type TicketStatus } from '@huiying/shared/tickets'
import type { Scalar } from '../../platform/database/column'
import type { Condition } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { knowable } from '../tickets/public'
import { villageOf } from '../villages/public'
import { CLASS_SQL, EACH_ROUND } from './class-sql'
import type { WantedPeriod } from './figures.board'
import { allOf, raisedWithin, stillOpenFromBefore } from './raised-within'

const ROWS_PER_PAGE = 50
const WORDS_IN_ROW = 80

/** Which number's tickets are wanted. */
export interface WantedTickets extends WantedPeriod {
  readonly measure: string
  readonly inClass: string
  /** `null`: of all. */
  readonly unitId: string | null
  /** 'none': what nobody has said a topic of. */
  readonly topicId: string | null
  readonly kind: string | null
  /** Raised before the period and still open, instead. */
  readonly isOlder: boolean
  readonly cursor: string | null
}

/**
 * The tickets behind one number, the newest first; one row for each round where rounds are counted.
 * @throws request.not-found for whoever watches no sub-district, and for a unit, measure or class that is none of it;
 *   figures.period-invalid
 */
export async function figureTicketsOf(
  reads: Reads,
  viewer: Viewer,
  wanted: WantedTickets,
  now: EpochMs,
): Promise<FigureTicketsAnswer> {
  const subDistrictId = watchedSubDistrictOf(viewer)
  if (subDistrictId === null) throw new DomainError('request.not-found')
  const { measure, inClass } = measured(wanted)
  const span = spanOf(periodOf(wanted.fromOn, wanted.toOn, chinaDateOf(now)))
  const scope = wanted.isOlder ? stillOpenFromBefore(subDistrictId, span.fromAt) : raisedWithin(subDistrictId, span)
  const sql = CLASS_SQL[measure]
  const ofClass = { sql: `${sql.inClass} = ?`, params: [...Array.from({ length: sql.nows }, () => now), inClass] }
  const unit = await ofUnit(reads, subDistrictId, wanted.unitId)
  const where = allOf({ sql: sql.where, params: [] }, scope, knowable(viewer), unit, ...narrowed(wanted), ofClass)
  const [[counted], rows] = await Promise.all([
    reads.query<{ readonly n: number }>(`SELECT COUNT(*) AS n FROM ${EACH_ROUND} WHERE ${where.sql}`, where.params),
    rowsOf(reads, allOf(where, after(wanted.cursor)), measure),
  ])
  const shown = rows.slice(0, ROWS_PER_PAGE)
  const last = shown[shown.length - 1]
  return {
    now,
    measure,
    class: inClass,
    count: Number(counted?.n ?? 0),
    rows: shown,
    nextCursor: rows.length > ROWS_PER_PAGE && last !== undefined ? `${last.ticketId}.${last.cycle}` : null,
  }
}

function measured({ measure, inClass }: WantedTickets): { measure: Measure; inClass: FigureClasses[Measure] } {
  const known = MEASURES.find((one) => one === measure)
  const ofIt = known === undefined ? undefined : CLASSES_OF[known].find((one) => one === inClass)
  if (known === undefined || ofIt === undefined) throw new DomainError('request.not-found')
  return { measure: known, inClass: ofIt }
}

/** What is confidential is the sub-district's own and no village's. */
async function ofUnit(reads: Reads, subDistrictId: string, unitId: string | null): Promise<Condition> {
  if (unitId === null) return { sql: '1 = 1', params: [] }
  if (unitId === subDistrictId) return { sql: "t.visibility = 'confidential'", params: [] }
  const village = await villageOf(reads, unitId)
  if (village?.subDistrictId !== subDistrictId) throw new DomainError('request.not-found')
  return { sql: "t.village_id = ? AND t.visibility <> 'confidential'", params: [unitId] }
}

function narrowed({ topicId, kind }: WantedTickets): readonly Condition[] {
  const ofTopic = topicId === 'none' ? { sql: 't.topic_id IS NULL', params: [] } : { sql: 't.topic_id = ?', params: [topicId] }
  const known = TICKET_KINDS.find((one) => one === kind)
  return [
    ...(topicId === null ? [] : [ofTopic]),
    ...(known === undefined ? [] : [{ sql: 't.kind = ?', params: [known] }]),
  ]
}

/** A cursor is where the page before ended; anything else begins at the top. */
function after(cursor: string | null): Condition {
  const [, ticketId, cycle] = /^([0-9A-Z]{26})\.(\d{1,4})$/.exec(cursor ?? '') ?? []
  if (ticketId === undefined || cycle === undefined) return { sql: '1 = 1', params: [] }
  return { sql: 't.id < ? OR (t.id = ? AND c.number < ?)', params: [ticketId, ticketId, Number(cycle)] }
}

interface FoundRow {
  readonly id: string
  readonly village_name: string
  readonly visibility: string
  readonly kind: TicketKind
  readonly text: string
  readonly voice_id: string | null
  readonly status: TicketStatus
  readonly submitted_at: number
  readonly response_due_at: number
  readonly responded_at: number | null
  readonly closure_due_at: number
  readonly closed_at: number | null
  readonly outcome: ClosureOutcome | null
  readonly cycle: number
  readonly is_answered: number | null
  readonly is_settled: number | null
  readonly said_words: string | null
  readonly said_at: number | null
}

async function rowsOf(reads: Reads, where: Condition, measure: Measure): Promise<readonly FigureTicketRow[]> {
  const params: readonly Scalar[] = [...where.params, ROWS_PER_PAGE + 1]
  const found = await reads.query<FoundRow>(
    `SELECT t.id, v.name AS village_name, t.visibility, t.kind, t.text, t.voice_id, t.status, t.submitted_at,
       t.response_due_at, t.responded_at, c.closure_due_at, c.closed_at, c.outcome, c.number AS cycle,
       k.is_answered, k.is_settled, k.words AS said_words, CASE WHEN k.result = 'spoke' THEN k.ended_at END AS said_at
     FROM ${EACH_ROUND} JOIN units v ON v.id = t.village_id
     WHERE ${where.sql} ORDER BY t.id DESC, c.number DESC LIMIT ?`,
    params,
  )
  return found.map((row) => rowOf(row, measure))
}

function rowOf(row: FoundRow, measure: Measure): FigureTicketRow {
  const isAnswer = measure === 'response'
  const doneAt = isAnswer ? row.responded_at : row.closed_at
  return {
    ticketId: row.id,
    villageName: row.village_name,
    isConfidential: row.visibility === 'confidential',
    kind: row.kind,
    words: excerpt(row.text, WORDS_IN_ROW),
    hasVoice: row.voice_id !== null,
    status: row.status,
    submittedAt: Number(row.submitted_at),
    dueAt: Number(isAnswer ? row.response_due_at : row.closure_due_at),
    doneAt: doneAt === null ? null : Number(doneAt),
    cycle: Number(row.cycle),
    outcome: row.outcome,
    callback: row.said_at === null ? null : {
      isAnswered: Number(row.is_answered) === 1, isSettled: Number(row.is_settled) === 1,
      words: row.said_words, at: Number(row.said_at),
    },
  }
}
