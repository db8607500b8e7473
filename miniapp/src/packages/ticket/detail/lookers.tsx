import { View } from '@tarojs/components'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import type { LookView, TicketView } from '@huiying/shared/tickets'
import { personWords } from '@/features/tickets/words'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import styles from './detail.module.scss'

/** Each handler's first look of each day, and every look at the reporter's number with its reason: he is to know. */
export function Lookers({ ticket, now }: { readonly ticket: TicketView; readonly now: EpochMs }) {
  if (ticket.looks.length === 0) return <View />
  const whose = ticket.role === 'reporter' ? '您的' : '村民的'
  return (
    <Card title='谁看过'>
      {ticket.looks.map((look) => (
        <View key={`${look.at}-${look.kind}-${look.who?.personId ?? ''}`} className={styles.line}>
          <Icon name={look.kind === 'phone' ? 'phone' : 'eye'} />
          <View className={styles.lineWords}>
            {look.who === null ? '有位干部' : personWords(look.who)}{' '}
            <View className={styles.note}>
              {formatNear(look.at, now)} {wordsOf(look, whose)}
              {look.until !== null && look.until > now ? `（${formatNear(look.until, now)}前还能看）` : ''}
            </View>
          </View>
        </View>
      ))}
    </Card>
  )
}

function wordsOf({ kind, reason }: LookView, whose: string): string {
  if (kind === 'opening') return '看过'
  return reason === null ? `看了${whose}电话号码` : `看了${whose}电话号码：${reason}`
}
