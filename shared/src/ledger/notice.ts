import { addDays, DomainError, startOfChinaDay, type CalendarDate, type EpochMs } from '../kernel'
import { dayOf, type WorkCalendar } from '../calendar'

export interface NoticePeriod {
  /** The first day that counts. */
  readonly fromOn: CalendarDate
  readonly lastOn: CalendarDate
  /** The first instant after it. */
  readonly endsAt: EpochMs
}

/**
 * A period of days by the Civil Code: counted in calendar days (第二百条); the day it begins is not counted
 * (第二百零一条); a last day that is a rest day or a public holiday gives way to the first day after; it ends at 24:00
 * (第二百零三条). Shorter than seven days is no 公示 (第二百零四条 lets rules set the length, and ours says seven).
 * @throws calendar.year-unknown: nobody guesses where a holiday will lie
 */
export function noticeOf(beginsOn: CalendarDate, days: number, calendar: WorkCalendar): NoticePeriod {
  if (!Number.isInteger(days) || days < 7) throw new DomainError('ledger.terms-invalid', { minDays: 7, maxPercent: 5 })
  let lastOn = addDays(beginsOn, days)
  while (dayOf(calendar, lastOn).kind !== 'working-day') lastOn = addDays(lastOn, 1)
  return { fromOn: addDays(beginsOn, 1), lastOn, endsAt: startOfChinaDay(addDays(lastOn, 1)) }
}
