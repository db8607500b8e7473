import { Text, View } from '@tarojs/components'
import { formatAgo, MINUTE_MS } from '@huiying/shared/kernel'
import { emergencyNumbersFor, isOpen, KIND_NAMES, type InboxRow } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { countdownOf, lateWords, type Countdown } from '@/features/tickets/countdown'
import { rowWords } from '@/features/tickets/words'
import { useNow } from '@/platform/clock'
import { aria } from '@/ui/aria'
import { Bar } from '@/ui/bar'
import { Button, pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import { useCallReporter } from './use-call-reporter'
import { openClose, openReply } from './ways'
import styles from './inbox.module.scss'

const BAR_TONES = { calm: 'ok', soon: 'soon', late: 'late' } as const
const GOAL_WORDS = { answer: '回应', finish: '办完' } as const

export interface InboxCardProps {
  readonly row: InboxRow
  /** It waits for the viewer's decision: where he gives it. */
  readonly decide?: ((ticketId: string) => void) | null
}

/** One matter: the villager's own words, the time left, and what one does about it. */
export function InboxCard({ row, decide = null }: InboxCardProps) {
  const now = useNow(MINUTE_MS / 2)
  const clock = countdownOf(row, now)
  const words = rowWords(row, 120)
  const call = useCallReporter(row.id)
  const tone = clock === null || clock.tone === 'calm' ? 'plain' : clock.tone
  return (
    <Card tone={tone}>
      <View {...pressHandlers(() => openTicket(row.id))} {...aria({ role: 'button', label: `${row.from === null ? '' : `${row.from}：`}${words}。点开看全部` })}>
        <View className={`${styles.who} ${styles.from}`}>
          {row.from !== null && <Text className={styles.village}>{row.from} · </Text>}
          {row.reporterName ?? '村民'} · {KIND_NAMES[row.kind]} · {formatAgo(row.submittedAt, now)}
          {row.photoCount > 0 ? unbroken(` · ${row.photoCount} 张照片`) : ''}
        </View>
        <View className={styles.words}>{words}</View>
        {row.heldBy !== null && <View className={`${styles.who} ${styles.heldBy}`}>现在在{row.heldBy}手上</View>}
        <Marks row={row} lateGoal={clock?.tone === 'late' ? clock.goal : null} isMineToDecide={decide !== null} />
        {clock !== null && <Bar part={1 - clock.used} tone={BAR_TONES[clock.tone]} words={clockWords(clock)} />}
      </View>
      {isOpen(row) && (
        <View className={styles.acts}>
          <View className={styles.act}>
            <Button icon='phone' isBusy={call.isBusy} onPress={call.call}>
              打电话
            </Button>
          </View>
          <View className={styles.act}>
            {decide !== null ? (
              <Button look='primary' onPress={() => decide(row.id)}>去定</Button>
            ) : row.respondedAt === null || row.heldBy !== null ? (
              <Button look='primary' icon='message-circle' onPress={() => openReply(row.id)}>
                回应
              </Button>
            ) : row.openParts > 0 ? (
              <Button onPress={() => openTicket(row.id)}>看部门办的</Button>
            ) : (
              <Button look='primary' icon='check' onPress={() => openClose(row.id)}>
                办好了
              </Button>
            )}
          </View>
        </View>
      )}
      <View>{call.sheet}</View>
    </Card>
  )
}

interface MarksProps {
  readonly row: InboxRow
  /** What the bar beneath already says is late. */
  readonly lateGoal: Countdown['goal'] | null
  /** Then nobody else is waited for. */
  readonly isMineToDecide: boolean
}

function Marks({ row, lateGoal, isMineToDecide }: MarksProps) {
  const waits = isMineToDecide ? [] : [
    ...(row.asksMoreTime ? ['要多几天，等街道定'] : []),
    ...(row.openParts > 0 ? [`等 ${row.openParts} 个部门办完`] : []),
  ]
  const marks = [
    // Until somebody has answered: a word that may be about danger must not stand among stray dogs.
    ...(row.status === 'submitted' && emergencyNumbersFor(row.words).length > 0 ? ['可能有危险，先看这件'] : []),
    ...(isOpen(row) && row.cycleNumber > 1 ? [`村民说没办好 · 第 ${row.cycleNumber} 次办`] : []),
    ...(row.responseMissed && lateGoal !== 'answer' ? ['回应晚了'] : []),
    ...(row.closureMissed && lateGoal !== 'finish' ? [row.closedAt === null ? '没办完，已超时' : '办完晚了'] : []),
  ]
  const calm = [...(row.isConfidential ? ['不让村里知道'] : []), ...waits]
  if (marks.length === 0 && calm.length === 0) return null
  return (
    <View className={styles.marks}>
      {calm.map((mark) => (
        <View key={mark} className={styles.mark}>
          <Tag tone='soon'>{mark}</Tag>
        </View>
      ))}
      {marks.map((mark) => (
        <View key={mark} className={styles.mark}>
          <Tag tone='late'>{mark}</Tag>
        </View>
      ))}
    </View>
  )
}

function clockWords(clock: Countdown): string {
  return clock.tone === 'late' ? lateWords(clock) : `${clock.words}要${GOAL_WORDS[clock.goal]}`
}
