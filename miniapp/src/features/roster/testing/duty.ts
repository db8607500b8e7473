import type { CadreCard, PersonTag } from '@huiying/shared/identity'
import { HOUR_MS, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import type { MyDutyAnswer, MySlot, SittingAnswer, SwapRow } from '@huiying/shared/roster'

const village = { id: 'village-1', kind: 'village', name: '青石桥村' } as const

export const ZHANG: PersonTag = { personId: 'p-zhang', name: '张桂芳', post: 'committee-member', charge: null }

/** A shift that began ten minutes ago by the phone's own clock, and is to be taken over. */
export function mySlot(now: EpochMs, change: Partial<MySlot> = {}): MySlot {
  const fromAt = now - 10 * MINUTE_MS
  return {
    id: 'slot-1', village, on: '2026-11-21', seat: 'member', fromAt, toAt: fromAt + 24 * HOUR_MS,
    takeOverDueAt: fromAt + 30 * MINUTE_MS, takenOverAt: null, isAbsent: false, mayTakeOver: true, asksPlace: false,
    partners: [], waiting: 0, notes: [], ...change,
  }
}

export function myDuty(now: EpochMs, change: Partial<MyDutyAnswer> = {}): MyDutyAnswer {
  return {
    now, current: [mySlot(now)], coming: [], leaves: [], asked: [], asking: [], leaveFromOn: '2026-11-21', ...change,
  }
}

export function swapRow(change: Partial<SwapRow> = {}): SwapRow {
  return {
    id: 'swap-1', status: 'asked', from: ZHANG, to: { ...ZHANG, personId: 'person-1', name: '王强' },
    slot: { slotId: 'slot-7', villageName: '青石桥村', on: '2026-11-25', seat: 'member' }, inReturn: null, askedAt: 0,
    ...change,
  }
}

export function cadreCard(change: Partial<CadreCard> = {}): CadreCard {
  return {
    personId: 'p-li', name: '李国强', posts: [{ kind: 'secretary', charge: null }], phone: '13700001111', onDuty: true,
    ...change,
  }
}

/** A village on Saturday, 2026-11-21, at noon. */
export function sittingAnswer(change: Partial<SittingAnswer> = {}): SittingAnswer {
  const li = cadreCard()
  const seats = [{ seat: 'member', person: li, isChanged: false, isAbsent: false }] as const
  return {
    now: Date.UTC(2026, 10, 21, 4), village, onDuty: [li], isHole: false, dutyOn: '2026-11-21',
    days: [
      { on: '2026-11-20', kind: 'working-day', name: null, seats },
      { on: '2026-11-21', kind: 'rest-day', name: null, seats },
      { on: '2026-11-22', kind: 'rest-day', name: null, seats },
    ],
    nextStationed: null, leaderVisits: [], hasRoster: true, ...change,
  }
}
