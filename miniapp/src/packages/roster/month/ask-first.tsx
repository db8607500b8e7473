import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CellChange } from '@huiying/shared/roster'
import { serverNow } from '@/platform/clock'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { questionBefore, type ChangeQuestion } from './change-question'
import type { MonthModel } from './month-model'
import styles from './month.module.scss'
import type { MonthViewParts } from './view-props'

interface Asked {
  readonly question: ChangeQuestion
  readonly changes: readonly CellChange[]
}

export interface Asking {
  readonly save: MonthViewParts['onSave']
  readonly asked: Asked | null
  readonly answer: (isSure: boolean) => void
}

/** Most edits are stored at once; what touches a shift that runs, or empties a published cell with one key, waits. */
export function useAskFirst(
  model: MonthModel | null,
  store: (changes: readonly CellChange[] | null) => void,
): Asking {
  const [asked, setAsked] = useState<Asked | null>(null)
  const save: MonthViewParts['onSave'] = (changes, isDelete = false) => {
    if (changes === null || model === null) return
    const question = questionBefore(model, changes, { isDelete, now: serverNow() })
    if (question === null) store(changes)
    else setAsked({ question, changes })
  }
  const answer = (isSure: boolean) => {
    if (isSure && asked !== null) store(asked.changes)
    setAsked(null)
  }
  return { save, asked, answer }
}

export function AskFirst({ asking: { asked, answer } }: { readonly asking: Asking }) {
  if (asked === null) return null
  return (
    <Sheet isOpen title={asked.question.title} closeWords='不改' onClose={() => answer(false)}>
      <View className={styles.say}>{asked.question.words}</View>
      <View className={styles.choiceButton}>
        <Button look='danger' isMain onPress={() => answer(true)}>确定改</Button>
      </View>
    </Sheet>
  )
}
