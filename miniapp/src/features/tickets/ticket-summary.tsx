import { View } from '@tarojs/components'
import { formatAgo, formatNear, MINUTE_MS } from '@huiying/shared/kernel'
import { KEPT_WORDS, type TicketRow } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { useNow } from '@/platform/clock'
import { Card } from '@/ui/card'
import { TrackRow } from '@/ui/track'
import { unbroken } from '@/ui/unbroken'
import { countdownOf, type Countdown } from './countdown'
import { trackOfRow } from './track-row'
import { rowWords } from './words'
import styles from './tickets.module.scss'

/** One matter large, with its way and its time: for the home page. */
export function TicketSummary({ row, title }: { readonly row: TicketRow; readonly title: string }) {
  const now = useNow(MINUTE_MS / 2)
  const clock = countdownOf(row, now)
  // Whoever is handed the phone sees this first.
  const words = row.isConfidential ? KEPT_WORDS : rowWords(row)
  const saidAt = row.isConfidential ? formatNear(row.submittedAt, now) : formatAgo(row.submittedAt, now)
  return (
    <Card title={title} onPress={() => openTicket(row.id)} label={`${title}：${words}。点开看看`}>
      <View className={styles.words}>{words}</View>
      <View className={styles.meta}>{saidAt}说的</View>
      <View className={styles.trackRow}>
        <TrackRow steps={trackOfRow(row, now)} label='办到哪一步' />
      </View>
      {clock !== null && <View className={`${styles.clock} ${styles[clock.tone]}`}>{clockSentence(clock, now)}</View>}
      {clock === null && row.status === 'closed' && <View className={`${styles.clock} ${styles.calm}`}>办好了没有？点开评一评</View>}
    </Card>
  )
}

/** "今天上午10:00 前有人回您，还剩 42 分钟"; late, it says so. */
export function clockSentence(clock: Countdown, now: number): string {
  const act = clock.goal === 'answer' ? '有人回您' : '办完'
  if (clock.tone !== 'late') return unbroken(`${formatNear(clock.dueAt, now)} 前${act}，${clock.words}`)
  return unbroken(clock.goal === 'answer' ? `还没人回，${clock.words}，已经报给街道` : `还没办完，${clock.words}`)
}
