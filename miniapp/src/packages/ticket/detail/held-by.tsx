import { Text, View } from '@tarojs/components'
import type { TicketView } from '@huiying/shared/tickets'
import { heldWords, showsHeld } from '@/features/tickets/holding'
import { Card } from '@/ui/card'
import { unbroken } from '@/ui/unbroken'
import styles from './detail.module.scss'

/** With whom the time until the answer went by; nothing where one had it and was in time. */
export function HeldBy({ ticket }: { readonly ticket: TicketView }) {
  if (!showsHeld(ticket)) return <View />
  return (
    <Card title='在谁手上多久'>
      {ticket.held.map((stretch) => {
        const { who, length } = heldWords(stretch)
        return (
          <View key={stretch.fromAt} className={styles.held}>
            <View className={styles.heldWho}>{who}</View>
            <Text className={styles.heldLength}>{unbroken(length)}</Text>
          </View>
        )
      })}
    </Card>
  )
}
