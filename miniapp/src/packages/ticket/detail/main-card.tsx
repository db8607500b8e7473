import { View } from '@tarojs/components'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { OUTCOME_NAMES, type MainView, type TicketView } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { comeApart } from '@/features/tickets/together-api'
import { personWords } from '@/features/tickets/words'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ask, toast } from '@/ui/toast'
import styles from './detail.module.scss'

interface MainCardProps {
  readonly ticket: TicketView
  readonly main: MainView
  readonly now: EpochMs
  readonly onChanged: (ticket: TicketView) => void
}

/** What was answered in the one that speaks for this one, and the way out of it. */
export function MainCard({ ticket, main, now, onChanged }: MainCardProps) {
  const { isBusy, run } = useAct({ say: toast })
  const isReporter = ticket.role === 'reporter'
  const mayComeApart = ticket.actions.includes('come-apart') && (main.apartUntil === null || now <= main.apartUntil)
  const apart = async () => {
    const words = isReporter ? '您这件就单独办，时间按您说的时候算。' : '这件就单独办，时间按原来的算，过了的马上算超时。'
    if (!(await ask({ title: '不是同一件事？', words, yes: '分开办', no: '一起办' }))) return
    await run(async () => {
      onChanged(await comeApart(ticket.id))
      toast('分开了')
    })
  }
  return (
    <Card title='和另一件事一起办'>
      <View className={styles.note}>
        {formatNear(main.mergedAt, now)} 并在一起的。{isReporter ? '那一件有人回、办完了，都会告诉您。' : '回应和办结都在那一件里做。'}
      </View>
      <View>{dueWords(main, now) !== '' && <View className={styles.line}>{dueWords(main, now)}</View>}</View>
      {main.answers.map(({ by, at, text }) => (
        <View key={at} className={`${styles.quote} ${styles.below}`}>
          <View className={styles.text}>{text === '' ? '（说了一段话）' : text}</View>
          <View className={styles.note}>
            {by === null ? '村干部' : personWords(by)} · {formatNear(at, now)}
          </View>
        </View>
      ))}
      <View>
        {main.closedAt !== null && main.outcome !== null && (
          <View className={styles.line}>
            {formatNear(main.closedAt, now)} 办结：{OUTCOME_NAMES[main.outcome]}
          </View>
        )}
      </View>
      <View className={styles.wayActs}>
        <View className={styles.buttons}>
          {main.ticketId !== null && (
            <View className={styles.button}>
              <Button onPress={() => openTicket(main.ticketId ?? '')}>看那一件</Button>
            </View>
          )}
          {mayComeApart && (
            <View className={styles.button}>
              <Button isBusy={isBusy} onPress={() => void apart()}>
                不是同一件事
              </Button>
            </View>
          )}
        </View>
      </View>
    </Card>
  )
}

/** No clock of its own runs: the other one's does. */
function dueWords({ answerDueAt, finishDueAt }: MainView, now: EpochMs): string {
  const due = answerDueAt ?? finishDueAt
  if (due === null) return ''
  const act = answerDueAt === null ? '办完' : '有人回'
  return due < now ? `说好 ${formatNear(due, now)} 前${act}，过时间了。` : `${formatNear(due, now)} 前${act}。`
}
