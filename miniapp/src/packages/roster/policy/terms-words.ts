import { formatTime, MINUTE_MS, startOfChinaDay } from '@huiying/shared/kernel'
import type { RosterTerms } from '@huiying/shared/roster'

const NOON_MINUTE = 12 * 60
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** The terms as one would tell them to a new colleague. */
export function termsSentences(terms: RosterTerms): readonly string[] {
  const { handOverMinute, visitFromMinute, visitToMinute, absentAfterMs, stationedWeekday, leaderVisits } = terms
  return [
    `每天 ${hourWords(handOverMinute)} 交接班。${nightWords(handOverMinute)}`,
    `${absentAfterMs / MINUTE_MS} 分钟没点接班，算没接班，街道看得到。`,
    `包村干部每周来一天，一般是${WEEKDAYS[stationedWeekday] ?? ''}；包几个村的，一个村一天，往后排。`,
    `包村干部和领导坐班，从 ${hourWords(visitFromMinute)} 到 ${hourWords(visitToMinute)}。`,
    leaderVisits === 0
      ? '重点村不安排领导坐班。'
      : `每个重点村一个月有领导去 ${leaderVisits} 次；书记和镇长（主任）自己每人每月也要去 ${leaderVisits} 次。`,
  ]
}

/** Founders' reason, said to who might switch it on. */
export const WHY_NO_LOCATION =
  '为什么平时不看：在田里、在村民家里也是在岗，位置说明不了人在不在管事；国家也有规定，政务应用不得强制打卡。真要看，只问“在不在圈里”，不记走到了哪里。'

function nightWords(handOverMinute: number): string {
  return handOverMinute >= NOON_MINUTE
    ? '15 号的班，14 号这个时候就接过去，夜里也有人管。'
    : '15 号的班，到 16 号这个时候为止，夜里也有人管。'
}

/** "晚上6:00", as all other pages say it; the end of the day is no 凌晨. */
function hourWords(minute: number): string {
  return minute === 24 * 60 ? '半夜12:00' : formatTime(startOfChinaDay('2026-01-01') + minute * MINUTE_MS)
}
