import { addDays, chinaClockFace, startOfChinaDay, type CalendarDate } from '@huiying/shared/kernel'
import { weekdayWords } from '@/features/roster/words'

/** "1月4日 周日" */
export function dayName(on: CalendarDate): string {
  const { month, day } = chinaClockFace(startOfChinaDay(on))
  return `${month}月${day}日 ${weekdayWords(on)}`
}

/** "10月1日 周四 到 10月7日 周三，7 天" */
export function spanName(fromOn: CalendarDate, toOn: CalendarDate): string {
  return fromOn === toOn ? dayName(fromOn) : `${dayName(fromOn)} 到 ${dayName(toOn)}，${daysIn(fromOn, toOn)} 天`
}

function daysIn(fromOn: CalendarDate, toOn: CalendarDate): number {
  let count = 1
  for (let on = fromOn; on < toOn && count < 400; on = addDays(on, 1)) count += 1
  return count
}
