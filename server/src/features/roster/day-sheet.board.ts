import { VILLAGE_HANDLER_POSTS, type Viewer } from '@huiying/shared/identity'
import {
  addDays, chinaDateOf, DomainError, excerpt, isCalendarDate, maskNumbersIn, startOfChinaDay,
  type CalendarDate, type EpochMs,
} from '@huiying/shared/kernel'
import {
  actsInOrder, checkDaySheet, isAbsent, SEAT_NAMES,
  type BookOutcome, type DaySheetAct, type DaySheetAnswer, type DutySlot,
} from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { personTags, postsAtVillagesDuring } from '../identity/public'
import { villageOf } from '../villages/public'
import { slotsOfDay } from './slots-of-day.board'

const WORDS_IN_ACT = 120

export interface DaySheetQuestion {
  readonly villageId: string
  /** `null`: today. */
  readonly on: string | null
  /** `null`: the viewer himself. */
  readonly personId: string | null
}

/** One person's day in one village. */
interface Day {
  readonly villageId: string
  readonly personId: string
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
}

/**
 * What somebody did on a day in China in a village; nobody fills it in.
 * @throws identity.date-invalid, and what `checkDaySheet` does
 */
export async function daySheetOf(
  reads: Reads,
  viewer: Viewer,
  { villageId, on: wantedOn, personId: wantedId }: DaySheetQuestion,
  now: EpochMs,
): Promise<DaySheetAnswer> {
  const on = wantedOn ?? chinaDateOf(now)
  if (!isCalendarDate(on)) throw new DomainError('identity.date-invalid')
  const village = await villageOf(reads, villageId)
  if (village === null) throw new DomainError('identity.village-not-found')
  const day = dayOf(villageId, wantedId ?? viewer.personId ?? '', on)
  const { personId } = day
  const slots = await slotsOfDay(reads, villageId, personId, on)
  const posts = await postsAtVillagesDuring(reads, [villageId], VILLAGE_HANDLER_POSTS, day)
  const isOfVillage = posts.some((post) => post.personId === personId)
  checkDaySheet(viewer, village, { personId, isOfVillage, sat: slots.length > 0 })
  const person = (await personTags(reads, [personId], now, villageId)).get(personId)
  if (person === undefined) throw new DomainError('identity.person-not-found')
  return {
    village: { id: village.id, kind: village.kind, name: village.name },
    on,
    person,
    slots: slots.map(({ seat, fromAt, toAt, takenOverAt, isOnSite, ...slot }) => ({
      seat, fromAt, toAt, takenOverAt, isAbsent: isAbsent({ ...slot, toAt, takenOverAt }, now), isOnSite,
    })),
    acts: actsInOrder([
      ...takingOver(slots, day, now),
      ...(await reading(reads, day)),
      ...(await speaking(reads, day)),
      ...(await writing(reads, day, on)),
      ...(await handingOver(reads, day)),
    ]),
  }
}

function dayOf(villageId: string, personId: string, on: CalendarDate): Day {
  return { villageId, personId, fromAt: startOfChinaDay(on), toAt: startOfChinaDay(addDays(on, 1)) }
}

function takingOver(slots: readonly DutySlot[], { fromAt, toAt }: Day, now: EpochMs): readonly DaySheetAct[] {
  return slots.flatMap((slot) => {
    const at = slot.takenOverAt
    if (at === null || at < fromAt || at >= toAt) return []
    const words = `${SEAT_NAMES[slot.seat]}${isAbsent(slot, now) ? '，来晚了' : ''}`
    return [{ at, kind: 'took-over' as const, words, ticketId: null }]
  })
}

async function reading(reads: Reads, { villageId, personId, fromAt, toAt }: Day): Promise<readonly DaySheetAct[]> {
  const rows = await reads.query<{ id: string; at: number; text: string }>(
    `SELECT t.id, o.at, t.text FROM tickets t JOIN ticket_openings o ON o.ticket_id = t.id AND o.person_id = ?
     WHERE t.village_id = ? AND t.visibility <> 'confidential' AND o.at >= ? AND o.at < ?`,
    [personId, villageId, fromAt, toAt],
  )
  return rows.map(({ id, at, text }) => ({ at: Number(at), kind: 'read', words: wordsOf(text), ticketId: id }))
}

const KINDS = { reply: 'answered', call: 'called', closure: 'closed' } as const

async function speaking(reads: Reads, { villageId, personId, fromAt, toAt }: Day): Promise<readonly DaySheetAct[]> {
  const rows = await reads.query<{ ticket_id: string; at: number; kind: keyof typeof KINDS; text: string }>(
    `SELECT m.ticket_id, m.at, m.kind, m.text FROM tickets t JOIN ticket_messages m ON m.ticket_id = t.id
     WHERE t.village_id = ? AND t.visibility <> 'confidential' AND m.author_id = ? AND m.side = 'handler' AND m.kind IN ('reply', 'call', 'closure')
       AND m.at >= ? AND m.at < ?`,
    [villageId, personId, fromAt, toAt],
  )
  return rows.map(({ ticket_id: ticketId, at, kind, text }) => ({
    at: Number(at), kind: KINDS[kind], words: wordsOf(text), ticketId,
  }))
}

async function writing(
  reads: Reads,
  { villageId, personId }: Day,
  on: CalendarDate,
): Promise<readonly DaySheetAct[]> {
  const rows = await reads.query<{ at: number; words: string; outcome: BookOutcome }>(
    'SELECT b.at, b.words, b.outcome FROM book_entries b WHERE b.village_id = ? AND b.duty_on = ? AND b.person_id = ?',
    [villageId, on, personId],
  )
  return rows.map(({ at, words, outcome: kind }) => ({ at: Number(at), kind, words: wordsOf(words), ticketId: null }))
}

async function handingOver(reads: Reads, day: Day): Promise<readonly DaySheetAct[]> {
  const rows = await reads.query<{ at: number; text: string }>(
    'SELECT n.at, n.text FROM hand_over_notes n WHERE n.village_id = ? AND n.at >= ? AND n.at < ? AND n.person_id = ?',
    [day.villageId, day.fromAt, day.toAt, day.personId],
  )
  return rows.map(({ at, text }) => ({ at: Number(at), kind: 'note', words: wordsOf(text), ticketId: null }))
}

/** What was only spoken has no words to show. */
function wordsOf(text: string): string {
  return text === '' ? '（一段话）' : excerpt(maskNumbersIn(text), WORDS_IN_ACT)
}
