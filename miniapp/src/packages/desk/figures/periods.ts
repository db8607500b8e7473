import { addDays, formatDate, isCalendarDate, type CalendarDate } from '@huiying/shared/kernel'
import { weekOf } from '@huiying/shared/figures'
import type { FigurePeriod } from '@/features/figures/api'

export const PERIOD_NAMES = ['本周', '上周', '本月', '上月', '今年'] as const
export type PeriodName = (typeof PERIOD_NAMES)[number]

/** Periods that run end today. */
export function periodNamed(name: PeriodName, today: CalendarDate): FigurePeriod {
  const monthStart = `${today.slice(0, 7)}-01`
  switch (name) {
    case '本周':
      return { fromOn: weekOf(today).fromOn, toOn: today }
    case '上周':
      return weekOf(addDays(today, -7))
    case '本月':
      return { fromOn: monthStart, toOn: today }
    case '上月': {
      const toOn = addDays(monthStart, -1)
      return { fromOn: `${toOn.slice(0, 7)}-01`, toOn }
    }
    case '今年':
      return { fromOn: `${today.slice(0, 4)}-01-01`, toOn: today }
  }
}

/** What the address asks for; `null`: nothing that is a period. */
export function periodIn({ from = '', to = '' }: Readonly<Record<string, string | undefined>>): FigurePeriod | null {
  return isCalendarDate(from) && isCalendarDate(to) ? { fromOn: from, toOn: to } : null
}

/** What the address asked for, by its name where it has one. */
export function nameOf(period: FigurePeriod, today: CalendarDate): PeriodName | null {
  return PERIOD_NAMES.find((name) => {
    const one = periodNamed(name, today)
    return one.fromOn === period.fromOn && one.toOn === period.toOn
  }) ?? null
}

/** "11月16日 周一到今天提的"; on a Monday this week is one day. */
export function raisedWords({ fromOn, toOn }: FigurePeriod, today: CalendarDate): string {
  const first = formatDate(fromOn, today)
  return fromOn === toOn ? `${first}提的` : `${first}到${formatDate(toOn, today)}提的`
}
