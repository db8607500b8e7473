import { useState } from 'react'
import { View } from '@tarojs/components'
import { TOPIC_NAME_LIMIT, type TopicRow, type TopicsAnswer } from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import { saveTopic } from '@/features/tickets/topics-ways'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { ChoiceField } from '@/ui/choice-field'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import styles from './topics.module.scss'

const VILLAGE = 'village'

export interface TopicSheetProps {
  /** `null`: a new one. */
  readonly topic: TopicRow | null
  readonly departments: readonly UnitBrief[]
  readonly onClose: () => void
  readonly onSaved: (answer: TopicsAnswer) => void
}

/** One topic: its name, whose it is, the words by which it is offered. */
export function TopicSheet({ topic, departments, onClose, onSaved }: TopicSheetProps) {
  const [name, setName] = useState(topic?.name ?? '')
  const [words, setWords] = useState((topic?.words ?? []).join(' '))
  const [ownerId, setOwnerId] = useState(topic?.departmentUnitId ?? VILLAGE)
  const { isBusy, fault, run } = useAct({ isLast: true })
  const save = (isActive: boolean) =>
    void run(async () => {
      const body = {
        name, isActive, departmentUnitId: ownerId === VILLAGE ? null : ownerId,
        words: words.split(/[\s、，,]+/).filter((word) => word !== ''),
      }
      onSaved(await saveTopic(topic?.id ?? null, body))
      toast('存好了')
    })
  const isOff = topic?.isActive === false
  return (
    <Sheet isOpen title={topic === null ? '加一类' : '改这一类'} closeWords={topic === null ? '先不加' : '先不改'} onClose={onClose}>
      <Field title='叫什么'>
        <Line label='叫什么' value={name} maxLength={TOPIC_NAME_LIMIT} placeholder='比如：路灯' onChange={setName} />
      </Field>
      <ChoiceField
        title='归谁办'
        options={[{ value: VILLAGE, words: '村里能办' }, ...departments.map((unit) => ({ value: unit.id, words: unit.name }))]}
        value={ownerId}
        onChange={setOwnerId}
      />
      <Field title='村民常怎么说' note='用空格隔开。说到这些词，就提醒办事的人选这一类'>
        <Line label='村民常怎么说' value={words} placeholder='不亮 灯泡' onChange={setWords} />
      </Field>
      <Fault words={fault} />
      <View className={styles.act}>
        <Button look='primary' isMain icon='check' isBusy={isBusy} onPress={() => save(true)}>
          {isOff ? '重新用起来' : '存好'}
        </Button>
      </View>
      {topic !== null && !isOff && (
        <View className={styles.act}>
          <Button isBusy={isBusy} onPress={() => save(false)}>
            不用这一类了
          </Button>
        </View>
      )}
    </Sheet>
  )
}
