import { daysOfMonth } from '@huiying/shared/calendar'
import type { CadreCard, Viewer } from '@huiying/shared/identity'
import { chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import {
  addMonths, dutyDayAt, holeAt, isAbsent, monthOfDay, onDutyAt, shownDay, shownSlots, slotHolds, spanOfDays,
  type DutySlot, type SittingAnswer, type SittingDay, type SittingVisit,
} from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { calendarOf } from '../calendar/public'
import { cardsOf } from './cadre-cards.board'
import { visibleVillage } from './directory.board'
import { termsOn } from './terms-in-force'
import { villageDutyOf } from './village-duty.board'

type Faces = ReadonlyMap<string, CadreCard>

/**
 * Who sits in the village: now, this month, and what is published of the next one.
 * @throws identity.village-not-found for whoever has nothing to do with the village
 */
export async function sittingOf(reads: Reads, viewer: Viewer, villageId: string, now: EpochMs): Promise<SittingAnswer> {
  const village = await visibleVillage(reads, viewer, villageId)
  const today = chinaDateOf(now)
  const thisMonth = daysOfMonth(monthOfDay(today))
  const comingMonth = daysOfMonth(addMonths(monthOfDay(today), 1))
  const span = spanOfDays(thisMonth[0] ?? today, comingMonth.at(-1) ?? today)
  const duty = await villageDutyOf(reads, villageId, span)
  const shown = shownSlots(duty.slots.filter(({ on }) => thisMonth.includes(on) || comingMonth.includes(on)))
  const onDuty = onDutyAt(duty, now)
  const seated = shown.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const cards = await cardsOf(reads, villageId, [...onDuty, ...seated], onDuty, now)
  const faces: Faces = new Map(cards.map((card) => [card.personId, card]))
  const calendar = await calendarOf(reads, village.subDistrictId)
  const published = new Set(shown.map(({ on }) => on))
  const days = [...thisMonth, ...comingMonth.filter((on) => published.has(on))]
  const visits = shown.filter(({ toAt }) => toAt > now)
  return {
    now,
    village: { id: village.id, kind: village.kind, name: village.name },
    onDuty: onDuty.flatMap((personId) => faces.get(personId) ?? []),
    dutyOn: dutyDayAt(now, await termsOn(reads, village.subDistrictId, today)),
    isHole: holeAt(duty, now) !== null,
    days: days.map((on): SittingDay => ({
      ...shownDay(calendar, on),
      seats: shown.filter((slot) => slot.on === on).map((slot) => seatOf(slot, faces, now)),
    })),
    nextStationed: visitsIn(visits, 'stationed', faces)[0] ?? null,
    leaderVisits: firstOfEach(visitsIn(visits, 'leader', faces)),
    hasRoster: shown.some(({ on }) => thisMonth.includes(on)),
  }
}

function seatOf(slot: DutySlot, faces: Faces, now: EpochMs): SittingDay['seats'][number] {
  const person = slot.personId === null ? null : (faces.get(slot.personId) ?? null)
  // Whether he is there matters to whoever would walk over now; of days gone by the sub-district keeps account.
  const isMissing = slotHolds(slot, now) && isAbsent(slot, now)
  return { seat: slot.seat, person, isChanged: slot.changedAt !== null, isAbsent: isMissing }
}

function visitsIn(slots: readonly DutySlot[], seat: 'stationed' | 'leader', faces: Faces): readonly SittingVisit[] {
  return slots
    .filter((slot) => slot.seat === seat)
    .flatMap(({ on, fromAt, toAt, personId }) => {
      const person = personId === null ? undefined : faces.get(personId)
      return person === undefined ? [] : [{ on, fromAt, toAt, person }]
    })
}

function firstOfEach(visits: readonly SittingVisit[]): readonly SittingVisit[] {
  return visits.filter((visit, index) =>
    visits.findIndex(({ person }) => person.personId === visit.person.personId) === index)
}
