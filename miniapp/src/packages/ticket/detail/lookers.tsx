import { View } from '@tarojs/components'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import type { TicketView } from '@huiying/shared/tickets'
import { personWords } from '@/features/tickets/words'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import styles from './detail.module.scss'

/** Each handler's first look, and every look at the reporter's number: he is to know of both. */
export function Lookers({ ticket, now }: { readonly ticket: TicketView; readonly now: EpochMs }) {
  const looks = ticket.timeline.filter((step) => step.type === 'ticket.phone-viewed')
  if (ticket.readers.length === 0 && looks.length === 0) return <View />
  const whose = ticket.role === 'reporter' ? '您的' : '村民的'
  return (
    <Card title='谁看过'>
      {ticket.readers.map((reader) => (
        <View key={reader.personId} className={styles.line}>
          <Icon name='eye' />
          <View className={styles.lineWords}>
            {personWords(reader)} <View className={styles.note}>{formatNear(reader.at, now)} 看过</View>
          </View>
        </View>
      ))}
      {looks.map((look, index) => (
        <View key={`${look.at}-${index}`} className={styles.line}>
          <Icon name='phone' />
          <View className={styles.lineWords}>
            {look.who === null ? '有位干部' : personWords(look.who)}{' '}
            <View className={styles.note}>
              {formatNear(look.at, now)} 看了{whose}电话号码
            </View>
          </View>
        </View>
      ))}
    </Card>
  )
}
