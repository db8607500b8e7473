import { View } from '@tarojs/components'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { WAYS_ACTIONS, type TicketView, type TopicBrief, type WaysAction } from '@huiying/shared/tickets'
import { openPage } from '@/features/identity'
import { extensionWords, heldByUnitsWords, moveWords, WAY_NAMES } from '@/features/tickets/way-words'
import { personWords } from '@/features/tickets/words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import styles from './detail.module.scss'

/** Where it went, until when it is promised; and for its handlers what may be done about that. */
export function WayCard({ ticket, now }: { readonly ticket: TicketView; readonly now: EpochMs }) {
  const { ways, actions, role } = ticket
  const open = WAYS_ACTIONS.filter((action) => actions.includes(action))
  const isEmpty = open.length === 0 && ways.moves.length === 0 && ways.extensions.length === 0
  if (isEmpty) return <View />
  return (
    <Card title={role === 'handler' ? '由谁办、什么时候办完' : '换了谁办、什么时候办完'}>
      {ways.moves.map((move) => (
        <View key={move.number} className={styles.round}>
          {moveWords(move)}
          <View className={styles.note}>
            {formatNear(move.at, now)}
            {move.by === null ? '' : ` · ${personWords(move.by)}`}
            {move.objectedAt === null ? '' : objectionWords(move.isUpheld)}
          </View>
        </View>
      ))}
      <View className={styles.note}>{heldByUnitsWords(ticket)}</View>
      {ways.extensions.map((one) => (
        <View key={one.id} className={styles.round}>
          {extensionWords(one, now, ticket.cycle.number)}
        </View>
      ))}
      {role === 'handler' && <TopicLine topic={ways.topic} offered={ways.offeredTopics} />}
      <View className={styles.buttons}>
        {open.map((action) => (
          <View key={action} className={styles.button}>
            <Button onPress={() => openWay(ticket.id, action)}>{WAY_NAMES[action]}</Button>
          </View>
        ))}
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

function objectionWords(isUpheld: boolean | null): string {
  if (isUpheld === null) return ' · 那边说不该他们办，等街道定'
  return isUpheld ? ' · 街道说确实不该那边办' : ' · 街道说还是由那边办'
}

function openWay(ticketId: string, action: WaysAction): void {
  openPage(`/packages/ticket/way/index?id=${encodeURIComponent(ticketId)}&act=${action}`)
}
