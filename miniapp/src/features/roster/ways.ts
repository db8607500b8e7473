import type { CalendarDate } from '@huiying/shared/kernel'
import type { Month } from '@huiying/shared/roster'
import { openPage } from '@/features/identity'

const ROOT = '/packages/roster'

export const SITTING_URL = `${ROOT}/sitting/index`
export const MY_DUTY_URL = `${ROOT}/mine/index`
export const MONTH_URL = `${ROOT}/month/index`
export const WEEK_URL = `${ROOT}/week/index`
export const CALENDAR_URL = `${ROOT}/calendar/index`

/** Who sits in a village; left out: in one's own. */
export function openSitting(villageId?: string): void {
  openWith(SITTING_URL, { village: villageId })
}

export function sittingUrl(villageId: string): string {
  return `${SITTING_URL}?village=${encodeURIComponent(villageId)}`
}

export function openMyDuty(): void {
  openPage(MY_DUTY_URL)
}

/** `fromOn`: the day one begins with; left out: the first that may be taken. `of`: for him, as staff or lead. */
export function openLeave(
  fromOn?: CalendarDate,
  of?: { readonly villageId: string; readonly personId: string },
): void {
  openWith(`${ROOT}/leave/index`, { from: fromOn, village: of?.villageId, person: of?.personId })
}

export function openSwap(slotId: string): void {
  openWith(`${ROOT}/swap/index`, { slot: slotId })
}

/** Left out: the village one handles. */
export function openBook(villageId?: string): void {
  openWith(`${ROOT}/book/index`, { village: villageId })
}

export function openDaySheet(villageId: string, on?: CalendarDate): void {
  openWith(`${ROOT}/day-sheet/index`, { village: villageId, on })
}

/** The month of one village, or of all that one watches over. */
export function openMonth(month?: Month, villageId?: string): void {
  openWith(MONTH_URL, { month, village: villageId })
}

export function openCalendar(): void {
  openPage(CALENDAR_URL)
}

export function openRosterPolicy(): void {
  openPage(`${ROOT}/policy/index`)
}

export function openWeek(): void {
  openPage(WEEK_URL)
}

function openWith(url: string, query: Readonly<Record<string, string | undefined>>): void {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`])
  openPage(pairs.length === 0 ? url : `${url}?${pairs.join('&')}`)
}
