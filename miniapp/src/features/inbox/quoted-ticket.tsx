import { Text, View } from '@tarojs/components'
import { formatAgo, MINUTE_MS } from '@huiying/shared/kernel'
import { KIND_NAMES, type TicketView } from '@huiying/shared/tickets'
import { clockOf, countdownOf } from '@/features/tickets/countdown'
import { coversSeveralVillages } from '@/features/identity'
import { useNow } from '@/platform/clock'
import { useMe } from '@/platform/session'
import { Card } from '@/ui/card'
import { PhotoRow } from '@/ui/photo-row'
import { Tag } from '@/ui/tag'
import { VoiceNote } from '@/ui/voice-note'
import { apiUrl } from '@/platform/request'
import styles from './inbox.module.scss'

const TONES = { calm: 'plain', soon: 'soon', late: 'late' } as const

/** What the cadre is answering: the villager's words in full, so that nobody answers from memory. */
export function QuotedTicket({ ticket }: { readonly ticket: TicketView }) {
  const now = useNow(MINUTE_MS / 2)
  const me = useMe()
  const clock = countdownOf(clockOf(ticket), now)
  const speaker = ticket.onBehalfOf === null ? '' : `（替${ticket.onBehalfOf.name}说）`
  return (
    <Card>
      <View className={styles.who}>
        {me !== null && coversSeveralVillages(me) && <Text className={styles.village}>{ticket.village.name} · </Text>}
        {ticket.reporter?.name ?? '村民'}
        {speaker} · {KIND_NAMES[ticket.kind]} · {formatAgo(ticket.submittedAt, now)}
      </View>
      {ticket.text !== '' && <View className={styles.words}>{ticket.text}</View>}
      {ticket.voice !== null && <VoiceNote url={apiUrl(ticket.voice.url)} durationMs={ticket.voice.durationMs} label='村民说的话' />}
      <PhotoRow photos={ticket.photos} label='村民拍的照片' />
      {ticket.place !== null && <View className={styles.who}>地点：{ticket.place.name}</View>}
      {clock !== null && <View className={styles.marks}><Tag tone={TONES[clock.tone]}>{clock.words}</Tag></View>}
    </Card>
  )
}
