import type { CalendarDay } from '@huiying/shared/calendar'
import { weekdayWords } from '@/features/roster/words'

export interface DayMark {
  readonly isOff: boolean
  /** "周六 休", "国庆节", "周日 班" */
  readonly word: string
  /** As short as a column of the grid: "休", "国庆", "班"; nothing on an ordinary working day. */
  readonly short: string
}

/** What kind of day it is, never by colour alone. */
export function dayMark({ on, kind, name }: CalendarDay): DayMark {
  const weekday = weekdayWords(on)
  if (kind === 'public-holiday') {
    const holiday = (name ?? '放假').split('、')[0] ?? ''
    return { isOff: true, word: `${weekday} ${holiday}`, short: holiday.replace(/节$/, '') }
  }
  if (kind === 'rest-day') return { isOff: true, word: `${weekday} 休`, short: '休' }
  return name === null ? { isOff: false, word: weekday, short: '' } : { isOff: false, word: `${weekday} 班`, short: '班' }
}
