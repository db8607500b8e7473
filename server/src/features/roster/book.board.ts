import { daysOfMonth } from '@huiying/shared/calendar'
import { handlesVillage, watchesSubDistrict, type Viewer } from '@huiying/shared/identity'
import { addDays, chinaDateOf, DomainError, excerpt, maskNumbersIn, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import {
  checkMonth, mayReadBook, mayWriteBook, SEATS, type BookAnswer, type BookOutcome, type BookRow, type Month, type Seat,
} from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { villageOf } from '../villages/public'
import { slotsOfDay } from './slots-of-day.board'

const WORDS_IN_ROW = 120
const RESULT_IN_ROW = 300
/** The second rejection begins the third round, and the sub-district takes the matter up (handbook §2). */
const MEETING_ROUND = 3
const TAKEN_UP = '村里两次没办好，由街道专题会来办'
const HANDED_UP = '村里定不了，上报街道专题会'

interface EntryRow {
  readonly id: string
  readonly at: number
  readonly duty_on: string
  readonly person_id: string
  readonly seat: Seat | null
  readonly words: string
  readonly result: string
  readonly outcome: BookOutcome
}

interface ClosedRow {
  readonly ticket_id: string
  readonly number: number
  readonly closed_at: number
  readonly closed_by: string
  readonly seat: Seat
  readonly text: string
  /** What was said at the closing. */
  readonly closure: string | null
}

type FoundRow = Omit<BookRow, 'person'> & { readonly personId: string | null }

/**
 * The village's book of a month: what was written by hand, and the grievances that belong beside it.
 * @throws identity.village-not-found for whoever neither handles nor watches it, roster.month-invalid
 */
export async function bookOf(
  reads: Reads,
  viewer: Viewer,
  villageId: string,
  month: Month | null,
  now: EpochMs,
): Promise<BookAnswer> {
  const village = await villageOf(reads, villageId)
  const today = chinaDateOf(now)
  const slots = await slotsOfDay(reads, villageId, viewer.personId ?? '', today)
  if (village === null || !mayReadBook(viewer, village, slots)) throw new DomainError('identity.village-not-found')
  const wanted = month ?? today.slice(0, 7)
  checkMonth(wanted)
  // Who only sits there for a colleague opens the village's grievances as long as his shift runs, and none after it.
  const opensTickets = handlesVillage(viewer, villageId) || watchesSubDistrict(viewer, village.subDistrictId)
  const found = [
    ...(await entriesOf(reads, villageId, wanted)),
    ...(opensTickets ? await settledWhileSitting(reads, villageId, wanted) : []),
    ...(opensTickets ? await takenToMeeting(reads, villageId, wanted) : []),
    ...(opensTickets ? await handedUp(reads, villageId, wanted) : []),
  ].sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1))
  const people = found.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const tags = await personTags(reads, people, now, villageId)
  return {
    village: { id: village.id, kind: village.kind, name: village.name },
    month: wanted,
    settled: found.filter(({ outcome }) => outcome === 'settled').length,
    toMeeting: found.filter(({ outcome }) => outcome === 'to-meeting').length,
    rows: found.map(({ personId, ...row }) => ({ ...row, person: tags.get(personId ?? '') ?? null })),
    mayWrite: mayWriteBook(viewer, village, slots),
  }
}

async function entriesOf(reads: Reads, villageId: string, month: Month): Promise<readonly FoundRow[]> {
  const days = daysOfMonth(month)
  const rows = await reads.query<EntryRow>(
    `SELECT b.id, b.at, b.duty_on, b.person_id, s.seat, b.words, b.result, b.outcome FROM book_entries b
     LEFT JOIN duty_slots s ON s.id = b.slot_id WHERE b.village_id = ? AND b.duty_on >= ? AND b.duty_on <= ?`,
    [villageId, days[0] ?? '', days.at(-1) ?? ''],
  )
  return rows.map(({ id, at, duty_on: on, person_id: personId, seat, words, result, outcome }) => ({
    id, at: Number(at), on, personId, seat, words, result, outcome, ticketId: null,
  }))
}

/** What the resident did not take for settled counts as little here as anywhere. */
async function settledWhileSitting(reads: Reads, villageId: string, month: Month): Promise<readonly FoundRow[]> {
  const rows = await reads.query<ClosedRow>(
    `SELECT c.ticket_id, c.number, c.closed_at, c.closed_by, s.seat, t.text, m.text AS closure
     FROM tickets t
     JOIN ticket_cycles c ON c.ticket_id = t.id
     JOIN duty_slots s ON s.village_id = t.village_id AND s.person_id = c.closed_by AND s.published_at IS NOT NULL
       AND s.from_at <= c.closed_at AND s.to_at > c.closed_at
     LEFT JOIN ticket_messages m
       ON m.ticket_id = c.ticket_id AND m.kind = 'closure' AND m.author_id = c.closed_by AND m.at = c.closed_at
     WHERE t.village_id = ? AND t.visibility <> 'confidential' AND c.closed_at >= ? AND c.closed_at < ? AND c.outcome = 'settled' AND c.rejected = 0`,
    [villageId, ...instantsOf(month)],
  )
  const once = new Map<string, ClosedRow>()
  for (const row of [...rows].sort((one, other) => SEATS.indexOf(other.seat) - SEATS.indexOf(one.seat))) {
    once.set(`${row.ticket_id}-${row.number}`, row)
  }
  return [...once].map(([id, row]) => ({
    id, at: Number(row.closed_at), on: chinaDateOf(Number(row.closed_at)), personId: row.closed_by, seat: row.seat,
    words: wordsOf(row.text), result: excerpt(maskNumbersIn(row.closure ?? ''), RESULT_IN_ROW), outcome: 'settled',
    ticketId: row.ticket_id,
  }))
}

async function takenToMeeting(reads: Reads, villageId: string, month: Month): Promise<readonly FoundRow[]> {
  const rows = await reads.query<{ id: string; text: string; started_at: number }>(
    `SELECT t.id, t.text, c.started_at FROM tickets t JOIN ticket_cycles c ON c.ticket_id = t.id AND c.number = ?
     WHERE t.village_id = ? AND t.holder_unit_id = t.sub_district_id AND t.visibility <> 'confidential' AND c.started_at >= ? AND c.started_at < ?`,
    [MEETING_ROUND, villageId, ...instantsOf(month)],
  )
  return rows.map(({ id, text, started_at: startedAt }) => ({
    id: `${id}-meeting`, at: Number(startedAt), on: chinaDateOf(Number(startedAt)), personId: null, seat: null,
    words: wordsOf(text), result: TAKEN_UP, outcome: 'to-meeting', ticketId: id,
  }))
}

/** What could not be settled on the spot went up for the special meeting. */
async function handedUp(reads: Reads, villageId: string, month: Month): Promise<readonly FoundRow[]> {
  const rows = await reads.query<{ id: string; text: string; at: number; by_person: string }>(
    `SELECT t.id, t.text, m.at, m.by_person FROM ticket_moves m JOIN tickets t ON t.id = m.ticket_id
     WHERE m.from_unit_id = ? AND m.how = 'escalation' AND m.at >= ? AND m.at < ?`,
    [villageId, ...instantsOf(month)],
  )
  return rows.map(({ id, text, at, by_person: personId }) => ({
    id: `${id}-up`, at: Number(at), on: chinaDateOf(Number(at)), personId, seat: null,
    words: wordsOf(text), result: HANDED_UP, outcome: 'to-meeting', ticketId: id,
  }))
}

/** A spoken grievance has no words to show. */
function wordsOf(text: string): string {
  return text === '' ? '（一段话）' : excerpt(maskNumbersIn(text), WORDS_IN_ROW)
}

function instantsOf(month: Month): readonly [fromAt: EpochMs, toAt: EpochMs] {
  const days = daysOfMonth(month)
  return [startOfChinaDay(days[0] ?? ''), startOfChinaDay(addDays(days.at(-1) ?? '', 1))]
}
