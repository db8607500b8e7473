import { aliveFirst, byLikeness, ALIKE_FROM, isQuiet, mostAlike, NEAR_ALIKE_FROM, saysEnough } from '@huiying/shared/alike'
import { belongsTo, type Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import {
  mayMerge, roleIn,
  type AlikeAnswer, type AlikeBody, type MergeCandidatesAnswer, type Place, type Ticket, type TicketRow,
} from '@huiying/shared/tickets'
import { jsonOf, placeholders } from '../../platform/database/own-sql'
import type { Scalar } from '../../platform/database/column'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { IS_OPEN_TO_NEIGHBOURS, TICKET_ROW_SELECT, ticketRowOf } from './ticket-row'
import { readTicket } from './ticket-rows'

/** A village has a few dozen open matters; whatever has more, its newest. */
const READ_LIMIT = 200
const SUGGESTIONS = 3
/** Among so many of the most alike those come first that go on. */
const LOOKED_AT = 20
const CANDIDATES = 10

const IS_OPEN_ALONE = "t.status IN ('submitted', 'in-progress') AND t.merged_into_id IS NULL AND t.about IS NULL"

interface Candidate {
  readonly id: string
  readonly text: string
  readonly spot: Place | null
  readonly submittedAt: EpochMs
}

/**
 * Open public matters of the village that may be the one somebody is about to raise. Only what every resident may read
 * is compared at all, and of a neighbour's place only the corner of the village.
 * @throws identity.village-not-found for whoever does not belong there
 */
export async function alikeIn(
  reads: Reads,
  viewer: Viewer,
  villageId: string,
  { text, place }: AlikeBody,
  now: EpochMs,
): Promise<AlikeAnswer> {
  if (!belongsTo(viewer, villageId)) throw new DomainError('identity.village-not-found')
  if (!saysEnough(text)) return { now, rows: [] }
  const open = await candidates(reads, `t.village_id = ? AND ${IS_OPEN_TO_NEIGHBOURS} AND ${IS_OPEN_ALONE}`, [villageId])
  const said = { text: place === undefined ? text : `${text} ${place.name}`, spot: place ?? null }
  const alike = mostAlike(said, open, LOOKED_AT)
  const lastAts = await lastSaid(reads, alike.map(({ matter }) => matter.id))
  const found = aliveFirst(
    alike.map((one) => ({ ...one, lastAt: lastAts.get(one.matter.id) ?? one.matter.submittedAt })), now,
  ).slice(0, SUGGESTIONS)
  const ids = found.map(({ matter }) => matter.id)
  const [rows, mine] = await Promise.all([
    rowsOf(reads, ids, viewer, true),
    followedAmong(reads, ids, viewer.personId),
  ])
  return {
    now,
    rows: found.flatMap(({ matter, isNear, lastAt }) => {
      const ticket = rows.get(matter.id)
      if (ticket === undefined) return []
      return [{ ticket, isNear, isFollowing: mine.has(matter.id), isQuiet: isQuiet({ lastAt }, now) }]
    }),
  }
}

/**
 * What a ticket may be merged into, the most alike first. @throws ticket.not-found, ticket.only-village-merges
 */
export async function mergeCandidatesOf(
  reads: Reads,
  viewer: Viewer,
  ticketId: string,
  now: EpochMs,
): Promise<MergeCandidatesAnswer> {
  const found = await readTicket(reads, ticketId)
  if (found === null || roleIn(viewer, found.ticket) === null) throw new DomainError('ticket.not-found')
  const { ticket } = found
  if (!mayMerge(viewer, ticket)) throw new DomainError('ticket.only-village-merges')
  if (ticket.visibility === 'confidential' || ticket.about !== null) return { now, rows: [] }
  const open = await candidates(
    reads,
    `t.village_id = ? AND t.visibility = ? AND t.holder_unit_id = ? AND t.id <> ?
     AND COALESCE(t.entry_id, '') = ? AND ${IS_OPEN_ALONE}`,
    [ticket.villageId, ticket.visibility, ticket.holderUnitId, ticket.id, ticket.entryId ?? ''],
  )
  const ranked = byLikeness(matterOf(ticket), open).slice(0, CANDIDATES)
  const rows = await rowsOf(reads, ranked.map(({ matter }) => matter.id), viewer, false)
  return {
    now,
    rows: ranked.flatMap(({ matter, score, isNear }) => {
      const row = rows.get(matter.id)
      return row === undefined ? [] : [{ ...row, isAlike: score >= (isNear ? NEAR_ALIKE_FROM : ALIKE_FROM) }]
    }),
  }
}

function matterOf({ id, text, place, submittedAt }: Pick<Ticket, 'id' | 'text' | 'place' | 'submittedAt'>): Candidate {
  return { id, text, spot: place, submittedAt }
}

interface CandidateRow {
  readonly id: string
  readonly text: string
  readonly place: string | null
  readonly submittedAt: number
}

async function candidates(reads: Reads, where: string, params: readonly Scalar[]): Promise<readonly Candidate[]> {
  const rows = await reads.query<CandidateRow>(
    `SELECT t.id, t.text, t.place, t.submitted_at AS submittedAt FROM tickets t WHERE ${where} ORDER BY t.id DESC LIMIT ${READ_LIMIT}`,
    params,
  )
  return rows.map(({ id, text, place, submittedAt }) =>
    matterOf({ id, text, place: place === null ? null : jsonOf<Place>(place), submittedAt: Number(submittedAt) }))
}

async function rowsOf(
  reads: Reads,
  ids: readonly string[],
  viewer: Viewer,
  asNeighbour: boolean,
): Promise<ReadonlyMap<string, TicketRow>> {
  if (ids.length === 0) return new Map()
  const found = await reads.query<RawRow>(`${TICKET_ROW_SELECT} WHERE t.id IN (${placeholders(ids.length)})`, ids)
  return new Map(found.map((raw) => ticketRowOf(raw, viewer.personId, asNeighbour)).map((row) => [row.id, row]))
}

/** When somebody last said something about each; who only knows that it goes on learns no word of it. */
async function lastSaid(reads: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, EpochMs>> {
  if (ids.length === 0) return new Map()
  const rows = await reads.query<{ readonly ticketId: string; readonly lastAt: number }>(
    `SELECT m.ticket_id AS ticketId, MAX(m.at) AS lastAt FROM ticket_messages m
     WHERE m.ticket_id IN (${placeholders(ids.length)}) GROUP BY m.ticket_id`,
    ids,
  )
  return new Map(rows.map(({ ticketId, lastAt }) => [ticketId, Number(lastAt)]))
}

async function followedAmong(
  reads: Reads,
  ids: readonly string[],
  personId: string | null,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || personId === null) return new Set()
  const rows = await reads.query<{ readonly ticket_id: string }>(
    `SELECT ticket_id FROM ticket_followers WHERE person_id = ? AND ticket_id IN (${placeholders(ids.length)})`,
    [personId, ...ids],
  )
  return new Set(rows.map((row) => row.ticket_id))
}
