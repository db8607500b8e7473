import { dayOf, daysOfMonth, NATIONAL_YEARS } from '@huiying/shared/calendar'
import type { Seat } from '@huiying/shared/roster'
import type { WallDay, WallSeat, WallSheet } from '../../src/features/roster/sheet/wall-sheet'

/** Seats of a day as "member: 赵大山", "lead!: 李建国" (changed), "stationed:" (a hole). */
export type Seats = (day: { readonly on: string; readonly isWorkingDay: boolean }) => readonly string[]

/** A month of the small village with those who sit; everything else as a real sheet has it. */
export function wallSheet(month: string, seatsOn: Seats, changes: Partial<WallSheet> = {}): WallSheet {
  const days = daysOfMonth(month).map((on): WallDay => {
    const day = dayOf(NATIONAL_YEARS, on)
    return { ...day, seats: seatsOn({ on, isWorkingDay: day.kind === 'working-day' }).map(seatOf) }
  })
  return {
    subDistrictName: '青溪街道', villageName: '柳树村', month, publishedAt: Date.parse('2026-08-28T09:00:00+08:00'),
    printedAt: Date.parse('2026-09-14T10:05:00+08:00'), days, visitors: [],
    phones: [{ name: '李建国', title: '书记', phone: '13900000003' }, { name: '周平', title: '包村干部', phone: '13900000006' }],
    terms: { handOverMinute: 1_080, visitFromMinute: 510, visitToMinute: 1_080 },
    promise: '1 小时内有人回',
    address: 'https://huiying.example.cn/#/packages/roster/sitting/index?village=liushu',
    ...changes,
  }
}

function seatOf(text: string): WallSeat {
  const [, seat = '', changed, name = ''] = /^(\w+)(!)?:\s*(.*)$/.exec(text) ?? []
  return { seat: seat as Seat, name: name === '' ? null : name, isChanged: changed !== undefined }
}
