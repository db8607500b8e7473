import { View } from '@tarojs/components'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { OUTCOME_NAMES, type CycleView, type TicketView } from '@huiying/shared/tickets'
import { Card } from '@/ui/card'
import styles from './detail.module.scss'

/** Rounds before this one, as they were. */
export function EarlierRounds({ ticket, now }: { readonly ticket: TicketView; readonly now: EpochMs }) {
  if (ticket.earlierCycles.length === 0) return <View />
  return (
    <Card title='之前办过'>
      {ticket.earlierCycles.map((cycle) => (
        <View key={cycle.number} className={styles.round}>
          {roundWords(cycle, ticket.role === 'reporter' ? '您' : '村民', now)}
        </View>
      ))}
    </Card>
  )
}

function roundWords(cycle: CycleView, who: string, now: EpochMs): string {
  const closed = cycle.closedAt === null ? '' : `${formatNear(cycle.closedAt, now)} 办结`
  const outcome = cycle.outcome === null ? '' : `（${OUTCOME_NAMES[cycle.outcome]}）`
  const late = cycle.closureMissed ? '，办晚了' : ''
  return `第 ${cycle.number} 次：${closed}${outcome}${late}${cycle.rejected ? `，${who}说没办好` : ''}`
}
