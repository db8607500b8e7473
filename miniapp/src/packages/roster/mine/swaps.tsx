import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CalendarDate } from '@huiying/shared/kernel'
import type { MyDutyAnswer, SwapRow } from '@huiying/shared/roster'
import { answerSwap, withdrawSwap } from '@/features/roster/api'
import { swapSentence } from '@/features/roster/words'
import { personWords } from '@/features/tickets/words'
import { sentenceOf } from '@/platform/say'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { toast } from '@/ui/toast'
import styles from './mine.module.scss'

interface SwapsProps {
  readonly swaps: readonly SwapRow[]
  readonly today: CalendarDate
  readonly onChange: (answer: MyDutyAnswer) => void
  readonly onStale: () => void
}

/** Others wait for my yes or no: nothing moves before. */
export function SwapsAsked({ swaps, today, onChange, onStale }: SwapsProps) {
  const { busyId, act } = useAct(onChange, onStale)
  return (
    <View>
      {swaps.map((swap) => (
        <Card key={swap.id} tone='soon' title='有人想和您换班'>
          <Avatar name={swap.from.name} role={personWords(swap.from).slice(swap.from.name.length + 1)} />
          <View className={styles.words}>{swapSentence(swap, 'asked', today)}</View>
          <View className={styles.acts}>
            <View className={styles.half}>
              <Button
                look='primary'
                isBusy={busyId === swap.id}
                label={`同意和${swap.from.name}换班`}
                onPress={() => act(swap.id, () => answerSwap(swap.id, true), '换好了，村里马上能看到')}
              >
                同意
              </Button>
            </View>
            <View className={styles.half}>
              <Button
                isDisabled={busyId !== null}
                label={`不同意和${swap.from.name}换班`}
                onPress={() => act(swap.id, () => answerSwap(swap.id, false), `已经回了${swap.from.name}`)}
              >
                不同意
              </Button>
            </View>
          </View>
        </Card>
      ))}
    </View>
  )
}

/** I asked and they have not answered. */
export function SwapsAsking({ swaps, today, onChange, onStale }: SwapsProps) {
  const { busyId, act } = useAct(onChange, onStale)
  return (
    <View>
      {swaps.map((swap) => (
        <Card key={swap.id} title={`等${swap.to.name}答复`}>
          <View>{swapSentence(swap, 'asking', today)}</View>
          <View className={styles.meta}>对方点了头才算换，在那之前还是您的班。</View>
          <View className={styles.only}>
            <Button
              icon='undo-2'
              isBusy={busyId === swap.id}
              label={`撤回和${swap.to.name}的换班`}
              onPress={() => act(swap.id, () => withdrawSwap(swap.id), '撤回了')}
            >
              撤回
            </Button>
          </View>
        </Card>
      ))}
    </View>
  )
}

function useAct(onChange: (answer: MyDutyAnswer) => void, onStale: () => void) {
  const [busyId, setBusyId] = useState<string | null>(null)
  const act = (id: string, send: () => Promise<MyDutyAnswer>, done: string): void => {
    setBusyId(id)
    send()
      .then(
        (answer) => {
          toast(done)
          onChange(answer)
        },
        (error: unknown) => {
          toast(sentenceOf(error))
          onStale()
        },
      )
      .finally(() => setBusyId(null))
  }
  return { busyId, act }
}
