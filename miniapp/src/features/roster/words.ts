import {
  addDays, chinaClockFace, chinaDateOf, formatDate, formatLength, formatNear, formatTime, startOfChinaDay,
  type CalendarDate, type EpochMs,
} from '@huiying/shared/kernel'
import { SEAT_NAMES, type Month, type MySlot, type SlotSpan, type SwapRow, type SwapSlot } from '@huiying/shared/roster'
import type { Tone } from '@/ui/tag'

/** "2026年11月" */
export function monthTitle(month: Month): string {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

export { addMonths, monthOfDay as monthOf } from '@huiying/shared/roster'

/** "11月21日 周六", also for today: where the day stands in a list of days. */
export function dayTitle(on: CalendarDate): string {
  return formatDate(on, addDays(on, 7))
}

/** "今天 11月21日 周六" */
export function nearDayTitle(on: CalendarDate, today: CalendarDate): string {
  const near = formatDate(on, today)
  const whole = dayTitle(on)
  return near === whole ? whole : `${near} ${whole}`
}

export function weekdayWords(on: CalendarDate): string {
  return `周${'日一二三四五六'.charAt(chinaClockFace(startOfChinaDay(on)).weekday)}`
}

/** "今天上午8:30 到 晚上6:00"; over midnight both ends carry their day. */
export function spanWords({ fromAt, toAt }: SlotSpan, now: EpochMs): string {
  const isOneDay = chinaDateOf(fromAt) === chinaDateOf(toAt)
  return `${formatNear(fromAt, now)} 到 ${isOneDay ? formatTime(toAt) : formatNear(toAt, now)}`
}

export interface ShiftState {
  readonly words: string
  readonly tone: Tone
  /** What else there is to know: until when, from when on. */
  readonly note: string | null
}

type ShiftFacts = Pick<MySlot, 'fromAt' | 'takeOverDueAt' | 'takenOverAt' | 'isAbsent' | 'mayTakeOver'>

/** How it stands with taking over a shift. Who came too late stays late. */
export function shiftState(slot: ShiftFacts, now: EpochMs): ShiftState {
  const { takenOverAt, takeOverDueAt } = slot
  if (takenOverAt !== null) {
    const when = formatNear(takenOverAt, now)
    if (!slot.isAbsent) return { words: '已接班', tone: 'ok', note: when }
    return { words: `晚了 ${formatLength(takenOverAt - takeOverDueAt)}接的`, tone: 'late', note: when }
  }
  // The server says so at its own instant; the phone's page may be a minute older.
  if (slot.isAbsent || takeOverDueAt < now) {
    return { words: '没接班', tone: 'late', note: slot.mayTakeOver ? '现在接也行，记作晚接' : null }
  }
  if (now < slot.fromAt) return { words: '还没开始', tone: 'plain', note: `${formatNear(slot.fromAt, now)} 开始` }
  return { words: '等您接班', tone: 'soon', note: `${formatNear(takeOverDueAt, now)} 前接` }
}

/** "11月25日 周三 值班"; with the village's name for who sits in several. */
export function slotWords(slot: Pick<SwapSlot, 'on' | 'seat'>, today: CalendarDate, villageName?: string): string {
  const village = villageName === undefined ? '' : `${villageName} `
  return `${village}${formatDate(slot.on, today)} ${SEAT_NAMES[slot.seat]}`
}

/** What is asked, seen by the one or by the other. */
export function swapSentence(swap: SwapRow, side: 'asked' | 'asking', today: CalendarDate): string {
  const slot = slotWords(swap.slot, today, swap.slot.villageName)
  const inReturn = swap.inReturn === null ? null : slotWords(swap.inReturn, today, swap.inReturn.villageName)
  if (side === 'asked') {
    return inReturn === null ? `${slot}，请您替一天，不用还。` : `${slot}，请您来值；您的${inReturn}，换${swap.from.name}来值。`
  }
  return inReturn === null ? `${slot}，请${swap.to.name}替一天。` : `${slot}，请${swap.to.name}来值；${inReturn}，您来值。`
}
