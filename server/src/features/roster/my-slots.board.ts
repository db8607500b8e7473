import type { PersonTag } from '@huiying/shared/identity'
import { DAY_MS, type EpochMs } from '@huiying/shared/kernel'
import {
  holderAt, isAbsent, shownSlots, slotHolds, TAKE_OVER_EARLY_MS, takeOverRefusal, type DutySlot, type MySlot,
} from '@huiying/shared/roster'
import type { UnitBrief } from '@huiying/shared/villages'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { personTags } from '../identity/public'
import { unansweredOf } from '../tickets/public'
import { noteTable } from './book.table'
import { publishedSlots } from './published-slots.board'
import { centredVillages } from './service-centres'
import { termsOn } from './terms-in-force'
import { villageDutiesOf } from './village-duty.board'

const AHEAD_MS = 31 * DAY_MS
const NOTES_SHOWN = 5

export interface MySlots {
  readonly current: readonly MySlot[]
  readonly coming: readonly MySlot[]
}

type Notes = readonly (Omit<MySlot['notes'][number], 'by'> & { readonly personId: string; readonly villageId: string; readonly slotId: string })[]

/** The published shifts of a person: those that run or may be taken over, and those of the next weeks. */
export async function mySlotsOf(reads: Reads, personId: string, now: EpochMs): Promise<MySlots> {
  const mine = await publishedSlots(reads, 'person_id = ? AND to_at > ? AND from_at < ?', [personId, now, now + AHEAD_MS])
  if (mine.length === 0) return { current: [], coming: [] }
  const villageIds = [...new Set(mine.map(({ villageId }) => villageId))]
  const running = mine.filter((slot) => slotHolds(slot, now))
  const mates = await matesOf(reads, mine, now)
  const notes = await notesFor(reads, running)
  const waiting = await waitingIn(reads, running, now)
  const villages = await villagesOf(reads, villageIds)
  const asking = await askingPlace(reads, mine.filter((slot) => takeOverRefusal(slot, personId, now) === null))
  const named = [...mates.flatMap((slot) => slot.personId ?? []), ...notes.map((note) => note.personId)]
  const tags = await personTags(reads, named, now)
  const shown = mine.map((slot): MySlot => ({
    id: slot.id,
    village: villages.get(slot.villageId) ?? { id: slot.villageId, kind: 'village', name: '' },
    on: slot.on,
    seat: slot.seat,
    fromAt: slot.fromAt,
    toAt: slot.toAt,
    takeOverDueAt: slot.takeOverDueAt,
    takenOverAt: slot.takenOverAt,
    isAbsent: isAbsent(slot, now),
    mayTakeOver: takeOverRefusal(slot, personId, now) === null,
    asksPlace: asking.has(slot.id),
    partners: partnersIn(mates, slot).flatMap((id): PersonTag | readonly PersonTag[] => tags.get(id) ?? []),
    waiting: waiting.get(slot.id) ?? 0,
    notes: leftFor(slot, notes, now).map(({ text, at, personId: by }) => ({ text, at, by: tags.get(by) ?? null })),
  }))
  const isCurrent = ({ fromAt }: MySlot): boolean => fromAt - TAKE_OVER_EARLY_MS <= now
  return { current: shown.filter(isCurrent), coming: shown.filter((slot) => !isCurrent(slot)) }
}

/** By slot: a circle is in force there that day, and it has a middle. Without one nobody is asked where he is. */
async function askingPlace(reads: Reads, open: readonly DutySlot[]): Promise<ReadonlySet<string>> {
  const centred = await centredVillages(reads, open.map(({ villageId }) => villageId))
  const asking = new Set<string>()
  for (const { id, villageId, subDistrictId, on } of open) {
    if (!centred.has(villageId)) continue
    if ((await termsOn(reads, subDistrictId, on)).locationCircleM !== null) asking.add(id)
  }
  return asking
}

/** Whoever sits in the same villages on the same days, or still sits. */
async function matesOf(reads: Reads, mine: readonly DutySlot[], now: EpochMs): Promise<readonly DutySlot[]> {
  const villageIds = [...new Set(mine.map(({ villageId }) => villageId))]
  const days = [...new Set(mine.map(({ on }) => on))]
  const where = `village_id IN (${placeholders(villageIds.length)}) AND duty_on IN (${placeholders(days.length)}) AND to_at > ?`
  return shownSlots(await publishedSlots(reads, where, [...villageIds, ...days, now]))
}

function partnersIn(mates: readonly DutySlot[], mine: DutySlot): readonly string[] {
  const { villageId, on, personId: me } = mine
  const others = mates.filter((slot) => slot.villageId === villageId && slot.on === on && slot.personId !== me)
  return [...new Set(others.flatMap(({ personId }) => personId ?? []))]
}

/** The unanswered grievances that are with him through each of the slots. */
async function waitingIn(
  reads: Reads,
  running: readonly DutySlot[],
  now: EpochMs,
): Promise<ReadonlyMap<string, number>> {
  const villageIds = running.map(({ villageId }) => villageId)
  const duties = await villageDutiesOf(reads, villageIds, { fromAt: now, toAt: now + 1 })
  const counts = new Map<string, number>()
  for (const ticket of await unansweredOf(reads, villageIds)) {
    const duty = duties.get(ticket.villageId)
    const slotId = duty === undefined ? null : (holderAt(duty, ticket.addresseeId, now)?.slotId ?? null)
    if (slotId !== null) counts.set(slotId, (counts.get(slotId) ?? 0) + 1)
  }
  return counts
}

async function notesFor(reads: Reads, running: readonly DutySlot[]): Promise<Notes> {
  if (running.length === 0) return []
  const villageIds = [...new Set(running.map(({ villageId }) => villageId))]
  const since = Math.min(...running.map(({ fromAt }) => fromAt)) - DAY_MS
  const rows = await reads.query<RawRow>(
    `SELECT ${noteTable.columnList} FROM hand_over_notes
     WHERE village_id IN (${placeholders(villageIds.length)}) AND at >= ? ORDER BY at DESC, id DESC`,
    [...villageIds, since],
  )
  return rows.map(noteTable.fromRaw)
}

/** What others left in the village since the day before this shift began. */
function leftFor(slot: DutySlot, notes: Notes, now: EpochMs): Notes {
  if (!slotHolds(slot, now)) return []
  const ofOthers = notes.filter(({ villageId, slotId }) => villageId === slot.villageId && slotId !== slot.id)
  return ofOthers.filter(({ at }) => at >= slot.fromAt - DAY_MS).slice(0, NOTES_SHOWN)
}

async function villagesOf(reads: Reads, villageIds: readonly string[]): Promise<ReadonlyMap<string, UnitBrief>> {
  const rows = await reads.query<{ readonly id: string; readonly name: string }>(
    `SELECT id, name FROM units WHERE id IN (${placeholders(villageIds.length)})`,
    villageIds,
  )
  return new Map(rows.map(({ id, name }) => [id, { id, kind: 'village', name }]))
}
