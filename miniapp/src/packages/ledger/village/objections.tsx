import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatAgo } from '@huiying/shared/kernel'
import { OBJECTION_LIMIT, type ObjectionsAnswer, type ObjectionView } from '@huiying/shared/ledger'
import { answerObjection } from '@/features/ledger/api'
import { personWords } from '@/features/tickets/words'
import { serverNow } from '@/platform/clock'
import { useAct } from '@/platform/use-act'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Sheet } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import { TextBox } from '@/ui/text-box'
import styles from './village.module.scss'

export interface ObjectionsProps {
  readonly answer: ObjectionsAnswer
  readonly onAnswered: (answer: ObjectionsAnswer) => void
}

/** What was said of the month, each with its answer beneath. */
export function Objections({ answer: { objections }, onAnswered }: ObjectionsProps) {
  const [opened, setOpened] = useState<ObjectionView | null>(null)
  return (
    <View {...aria({ role: 'list', label: '大家的意见' })}>
      {objections.map((one) => (
        <View key={one.id} className={styles.said} {...aria({ role: 'listitem' })}>
          <View className={styles.quiet}>
            {`${one.raisedBy === null ? '一位村民' : one.raisedBy.name} · ${formatAgo(one.raisedAt, serverNow())}`}
          </View>
          <View>{one.words}</View>
          {one.answer === null ? (
            <View className={styles.tag}><Tag tone='soon'>等答复</Tag></View>
          ) : (
            <View className={styles.reply}>
              <View className={styles.quiet}>
                {`${one.answer.by === null ? '村里' : personWords(one.answer.by)}答复 · ${formatAgo(one.answer.at, serverNow())}`}
              </View>
              <View>{one.answer.words}</View>
            </View>
          )}
          {one.mayAnswer && one.answer === null && <Button onPress={() => setOpened(one)}>答复</Button>}
        </View>
      ))}
      {opened !== null && (
        <AnswerSheet
          objection={opened}
          onClose={() => setOpened(null)}
          onAnswered={(answer) => {
            setOpened(null)
            onAnswered(answer)
          }}
        />
      )}
    </View>
  )
}

interface AnswerSheetProps extends Pick<ObjectionsProps, 'onAnswered'> {
  readonly objection: ObjectionView
  readonly onClose: () => void
}

function AnswerSheet({ objection, onClose, onAnswered }: AnswerSheetProps) {
  const [words, setWords] = useState('')
  const act = useAct()
  const send = () => act.run(async (key) => onAnswered(await answerObjection(objection.id, words.trim(), key)))
  return (
    <Sheet isOpen title='答复这条意见' onClose={onClose}>
      <View className={styles.quiet}>{objection.words}</View>
      <TextBox
        label='答复'
        value={words}
        rows={5}
        limit={OBJECTION_LIMIT}
        placeholder='说清楚怎么回事'
        onChange={setWords}
      />
      <Fault words={act.fault} />
      <View className={styles.more}>
        <Button
          look='primary'
          isMain
          isBusy={act.isBusy}
          onPress={() => void send()}
        >
          发送
        </Button>
      </View>
    </Sheet>
  )
}
