import { View } from '@tarojs/components'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import type { TicketView } from '@huiying/shared/tickets'
import { clockOf, countdownOf, type Countdown } from '@/features/tickets/countdown'
import { holderWords } from '@/features/tickets/holding'
import { Bar } from '@/ui/bar'
import { aria } from '@/ui/aria'
import { unbroken } from '@/ui/unbroken'
import styles from './detail.module.scss'

const TONES = { calm: 'ok', soon: 'soon', late: 'late' } as const

/** How long it may still take, large; nothing where no clock runs. */
export function ClockCard({ ticket, now }: { readonly ticket: TicketView; readonly now: EpochMs }) {
  const clock = countdownOf(clockOf(ticket), now)
  if (clock === null) return null
  const holder = holderWords(ticket)
  return (
    <View className={`${styles.clock} ${styles[clock.tone]}`} {...aria({ live: 'polite' })}>
      <View className={styles.clockWords}>{unbroken(clock.words)}</View>
      <View className={styles.clockPromise}>{unbroken(promiseOf(ticket, clock, now))}</View>
      <View>{holder !== null && <View className={styles.clockPromise}>{holder}</View>}</View>
      <View className={styles.clockBar}>
        <Bar part={1 - clock.used} tone={TONES[clock.tone]} words='' />
      </View>
    </View>
  )
}

function promiseOf(ticket: TicketView, { goal, tone, dueAt }: Countdown, now: EpochMs): string {
  const due = formatNear(dueAt, now)
  const isReporter = ticket.role === 'reporter'
  if (goal === 'answer') {
    if (tone === 'late') return isReporter ? `说好 ${due} 前回您，还没人回。街道已经知道了。` : `${due} 前该回的，还没人回`
    return isReporter ? `${due} 前会有人回您` : `${due} 前要有人回`
  }
  if (tone === 'late') return `${due} 前该办完的，还没办完。${ticket.heldBySubDistrict ? '街道在办。' : '街道在盯着。'}`
  return `${due} 前要办完`
}
