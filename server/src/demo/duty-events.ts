import { chinaDateOf, DAY_MS, HOUR_MS, MINUTE_MS, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import { slotHolds, type DutySlot } from '@huiying/shared/roster'
import { slotTable } from '../features/roster/slot.table'
import { BOOK_LINES, HAND_OVER_NOTES } from './book-lines'
import { Chance } from './chance'
import type { DemoLists } from './demo-lists'
import { DutyActing } from './duty-acting'
import type { DemoEvent } from './play'
import { firstInstant } from './plan-tickets'
import type { Stage } from './stage'

const SEED = 1_800
/** Taken over some minutes after the beginning. */
const [SOONEST_MIN, LATEST_MIN] = [1, 22]
const LATE_MS = 50 * MINUTE_MS

/** Shifts that were not taken over, or late: so that staff has something to see. */
const ABSENT = [{ villageCode: 'QX-07', agoMs: 0 }, { villageCode: 'QX-02', agoMs: 4 * DAY_MS }]
const LATE = { villageCode: 'QX-05', agoMs: 2 * DAY_MS }

/** What those who sit do until now: they take over, leave notes, write into the book, take leave and swap. */
export async function dutyEvents(stage: Stage, { cast }: DemoLists): Promise<readonly DemoEvent[]> {
  const { database, register, now } = stage
  const slots = await database.unitOfWork.run((work) => work.find(slotTable, {}, { orderBy: { fromAt: 'asc', id: 'asc' } }))
  if (slots.length === 0) return []
  const acting = new DutyActing(stage)
  const begun = slots.filter(({ fromAt }) => fromAt <= now)
  const lately = begun.filter(({ toAt }) => toAt > firstInstant(now))
  const yesterday = startOfChinaDay(chinaDateOf(now)) - DAY_MS
  const [first] = cast.villages
  return [
    ...takingOver(stage, begun, acting),
    ...writing(lately, acting, now),
    ...handingOver(lately.filter(({ villageId }) => villageId === register.unitId(first?.village.code ?? '')), acting, now),
    ...(first === undefined ? [] : [
      { at: yesterday + 9.5 * HOUR_MS, run: () => acting.takeLeave(first) },
      { at: yesterday + 10 * HOUR_MS, run: () => acting.swap(first, 'member', true) },
      { at: yesterday + 16 * HOUR_MS, run: () => acting.swap(first, 'lead', false) },
    ]),
  ]
}

function takingOver(
  { register, now }: Stage,
  slots: readonly DutySlot[],
  acting: DutyActing,
): readonly DemoEvent[] {
  const chance = new Chance(SEED)
  const is = (slot: DutySlot, { villageCode, agoMs }: (typeof ABSENT)[number]): boolean =>
    slot.villageId === register.unitId(villageCode) && slot.seat === 'member' && slotHolds(slot, now - agoMs)
  return slots.flatMap((slot): readonly DemoEvent[] => {
    const afterMs = chance.whole(SOONEST_MIN, LATEST_MIN) * MINUTE_MS
    if (ABSENT.some((one) => is(slot, one))) return []
    const at = slot.fromAt + (is(slot, LATE) ? LATE_MS : afterMs)
    return at > now ? [] : [{ at, run: () => acting.takeOver(slot.id) }]
  })
}

/** Each stationed cadre writes down who came in the morning; each leader, too. */
function writing(slots: readonly DutySlot[], acting: DutyActing, now: EpochMs): readonly DemoEvent[] {
  return slots
    .filter(({ seat }) => seat === 'stationed' || seat === 'leader')
    .flatMap((slot, index): readonly DemoEvent[] => {
      const line = BOOK_LINES[index % BOOK_LINES.length]
      const at = slot.fromAt + 2 * HOUR_MS + index * MINUTE_MS
      return line === undefined || at > now ? [] : [{ at, run: () => acting.write(slot.id, line) }]
    })
}

function handingOver(slots: readonly DutySlot[], acting: DutyActing, now: EpochMs): readonly DemoEvent[] {
  return slots
    .filter(({ seat }) => seat === 'member')
    .flatMap((slot, index): readonly DemoEvent[] => {
      const note = HAND_OVER_NOTES[index % HAND_OVER_NOTES.length]
      const at = slot.toAt - 20 * MINUTE_MS
      return note === undefined || at > now ? [] : [{ at, run: () => acting.leaveNote(slot.id, note) }]
    })
}
