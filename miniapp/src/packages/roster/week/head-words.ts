import { formatTime } from '@huiying/shared/kernel'
import type { RosterWeekAnswer } from '@huiying/shared/roster'

/** How fresh it is, and how often somebody changed published duty in that week, of whatever day. */
export function headWords({ now, changes }: Pick<RosterWeekAnswer, 'now' | 'changes'>): string {
  return `${formatTime(now)} 更新，每 20 秒一次${changes > 0 ? ` · 这一周改了 ${changes} 次` : ''}`
}
