import { View } from '@tarojs/components'
import type { EpochMs } from '@huiying/shared/kernel'
import { WAYS_ACTIONS, type TicketView, type TopicBrief, type WaysAction } from '@huiying/shared/tickets'
import { openPage } from '@/features/identity'
import { showsHeld } from '@/features/tickets/holding'
import { extensionWords, heldByUnitsWords, WAY_NAMES } from '@/features/tickets/way-words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import styles from './detail.module.scss'

/** Until when it is promised; and for its handlers what may be done about that. Where it went stands on the track. */
export function WayCard({ ticket, now }: { readonly ticket: TicketView; readonly now: EpochMs }) {
  const { ways, actions, role } = ticket
  const open = WAYS_ACTIONS.filter((action) => actions.includes(action))
  // Where a list says who had it for how long, nothing else needs to.
  const held = showsHeld(ticket) ? '' : heldByUnitsWords(ticket)
  if (open.length === 0 && held === '' && ways.extensions.length === 0) return <View />
  return (
    <Card title={role === 'handler' ? '由谁办、什么时候办完' : '什么时候办完'}>
      <View className={styles.note}>{held}</View>
      {ways.extensions.map((one) => (
        <View key={one.id} className={styles.round}>
          {extensionWords(one, now, ticket.cycle.number)}
        </View>
      ))}
      {role === 'handler' && <TopicLine topic={ways.topic} offered={ways.offeredTopics} />}
      <View className={styles.wayActs}>
        <View className={styles.buttons}>
          {open.map((action) => (
            <View key={action} className={styles.button}>
              <Button onPress={() => openWay(ticket.id, action)}>{WAY_NAMES[action]}</Button>
            </View>
          ))}
        </View>
      </View>
    </Card>
  )
}

function TopicLine({ topic, offered }: { readonly topic: TopicBrief | null; readonly offered: readonly TopicBrief[] }) {
  if (topic !== null) return <View className={styles.round}>类别：{topicWords(topic)}</View>
  if (offered.length === 0) return <View />
  return <View className={styles.note}>听起来像：{offered.map(({ name }) => name).join('、')}。请您来定</View>
}

function topicWords({ name, departmentName }: TopicBrief): string {
  return departmentName === null ? name : `${name}（归${departmentName}）`
}

function openWay(ticketId: string, action: WaysAction): void {
  openPage(`/packages/ticket/way/index?id=${encodeURIComponent(ticketId)}&act=${action}`)
}
