import { chinaDateOf, type EpochMs } from '../kernel'
import { monthAfter, monthOf, type Month } from './month'
import type { VillageBookRow } from './wire'

/** Of the month after next: until the end of this day a month may still hang out. */
const LAST_DAY = 15

/**
 * The last month that ought to be public by now, to whoever watches over several villages: a month has until the 15th
 * of the month after next, so that August is asked for from 16 October on. A habit of this product, no law's day; it
 * only says whose book one looks at first, and stops nothing.
 */
export function lastMonthDue(now: EpochMs): Month {
  const today = chinaDateOf(now)
  return monthAfter(monthOf(today), Number(today.slice(8)) > LAST_DAY ? -2 : -3)
}

/** How many months of a book are due and not public; one left out in between counts, too. */
export function lateMonthsOf(firstMonth: Month, publishedUpToDue: number, due: Month): number {
  return Math.max(0, monthNumber(due) - monthNumber(firstMonth) + 1 - publishedUpToDue)
}

type Trouble = Pick<VillageBookRow, 'findingCount' | 'lateMonths' | 'waiting'>

/**
 * For sorting, the worst first: a book that is not what it was, then what is not public, then papers that lie about.
 * Alike ones keep their order.
 */
export function worseBookFirst(one: Trouble, other: Trouble): number {
  return other.findingCount - one.findingCount
    || other.lateMonths - one.lateMonths
    || lateDays(other) - lateDays(one)
    || other.waiting.lateCount - one.waiting.lateCount
}

/** −1 where none is late: one that is late for less than a day stands before it. */
function lateDays({ waiting: { lateCount, oldestDays } }: Trouble): number {
  return lateCount === 0 ? -1 : oldestDays
}

function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
}
