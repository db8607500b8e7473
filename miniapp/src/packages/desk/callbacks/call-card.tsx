import { useState } from 'react'
import { View } from '@tarojs/components'
import { CALLBACK_WORDS_LIMIT, type CallbackRow, type CallbacksAnswer, type CallBody } from '@huiying/shared/figures'
import { formatNear } from '@huiying/shared/kernel'
import { OUTCOME_NAMES } from '@huiying/shared/tickets'
import { recordCallback, revealCallbackPhone } from '@/features/figures/api'
import { rowWords } from '@/features/tickets/words'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { TextBox } from '@/ui/text-box'
import { ask } from '@/ui/toast'
import styles from './callbacks.module.scss'

export interface CallCardProps {
  readonly row: CallbackRow
  readonly now: number
  readonly onAnswer: (answer: CallbacksAnswer) => void
}

/** One call: the number once it is asked for, then the two questions. */
export function CallCard({ row, now, onAnswer }: CallCardProps) {
  const [phone, setPhone] = useState<string | null>(null)
  const { isBusy, fault, run } = useAct()
  const show = async (): Promise<void> => {
    const isSure = await ask({ title: '看号码', words: '看了号码会有记录，居民那边看得到是谁看的。', yes: '看号码' })
    if (isSure) await run(async () => setPhone((await revealCallbackPhone(row.ticketId)).phone))
  }
  const record = (body: CallBody): void => {
    void run(async (key) => onAnswer(await recordCallback(row.ticketId, body, key)))
  }
  return (
    <Card title={rowWords({ ...row, photoCount: 0 }, 80)}>
      <View className={styles.quiet}>{noteOf(row, now)}</View>
      {row.isOwnWork && <View className={styles.note}>这件事是您回的或办的，请别的同事来打。</View>}
      {!row.isOwnWork && phone === null && (
        <View className={styles.acts}>
          <View className={styles.act}><Button isSnug icon='eye' onPress={() => void show()}>看号码</Button></View>
        </View>
      )}
      {phone !== null && <Questions row={row} phone={phone} isBusy={isBusy} onRecord={record} />}
      <Fault words={fault} />
    </Card>
  )
}

interface QuestionsProps {
  readonly row: CallbackRow
  readonly phone: string
  readonly isBusy: boolean
  readonly onRecord: (body: CallBody) => void
}

const YES_NO = [{ value: 1, words: '有' }, { value: 0, words: '没有' }]
interface Asked {
  readonly question: string
  readonly yes: string
  readonly no: string
}

const DONE_OR_NOT: Readonly<Record<CallbackRow['outcome'], Asked>> = {
  settled: { question: '办好了没有？', yes: '办好了', no: '没办好' },
  explained: { question: '跟您说清楚了没有？', yes: '说清楚了', no: '没说清楚' },
  'not-accepted': { question: '跟您说了为什么不办吗？', yes: '说了', no: '没说' },
}

function Questions({ row, phone, isBusy, onRecord }: QuestionsProps) {
  const [answered, setAnswered] = useState<number | null>(null)
  const [settled, setSettled] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const { question, yes, no } = DONE_OR_NOT[row.outcome]
  const isReady = answered !== null && settled !== null
  return (
    <>
      <View className={styles.phone}>{`${row.personName} ${phone}`}</View>
      <View className={styles.question}>有没有按时回您？</View>
      <Choice label='有没有按时回' value={answered} options={YES_NO} onChange={setAnswered} />
      <View className={styles.question}>{question}</View>
      <Choice
        label={question}
        value={settled}
        options={[{ value: 1, words: yes }, { value: 0, words: no }]}
        onChange={setSettled}
      />
      <View className={styles.question}>他还说了什么（可以不写，村里看不到）</View>
      <TextBox label='他还说了什么' value={words} limit={CALLBACK_WORDS_LIMIT} rows={3} onChange={setWords} />
      <View className={styles.acts}>
        <View className={styles.act}>
          <Button
            isSnug
            look='primary'
            isDisabled={!isReady}
            isBusy={isBusy}
            onPress={() => onRecord({ how: 'spoke', isAnswered: answered === 1, isSettled: settled === 1, words })}
          >
            记下来
          </Button>
        </View>
        <View className={styles.act}>
          <Button isSnug isBusy={isBusy} onPress={() => onRecord({ how: 'no-answer' })}>没打通</Button>
        </View>
        <View className={styles.act}>
          <Button isSnug isBusy={isBusy} onPress={() => onRecord({ how: 'declined' })}>他不愿意说</Button>
        </View>
      </View>
    </>
  )
}

function noteOf(row: CallbackRow, now: number): string {
  const { villageName, personName, isSpokenFor, closedAt, outcome, missedCalls } = row
  return [
    villageName,
    isSpokenFor ? `${personName}（别人替他说的，请问他本人）` : personName,
    `${formatNear(closedAt, now)}${OUTCOME_NAMES[outcome]}`,
    missedCalls > 0 ? `打过 ${missedCalls} 次没打通` : '',
  ].filter((words) => words !== '').join(' · ')
}
