import { useState } from 'react'
import { View } from '@tarojs/components'
import { VILLAGE_MARK_NAMES, VILLAGE_MARKS, type VillageMark } from '@huiying/shared/roster'
import { setMarks } from '@/features/roster/api'
import { useAct } from '@/platform/use-act'
import { Fault } from '@/ui/fault'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { Toggle } from '@/ui/toggle'
import type { MonthModel } from './month-model'
import styles from './month.module.scss'
import { VillageSearch } from './village-search'

export interface MarksSheetProps {
  readonly model: MonthModel
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onStored: () => Promise<void>
}

const STATE_WORDS = ['是', '不是'] as const

/** 重点村: where leaders are to sit, and why. Found by name, marked by four switches. */
export function MarksSheet({ model, isOpen, onClose, onStored }: MarksSheetProps) {
  const [villageId, setVillageId] = useState<string | null>(null)
  const { isBusy, fault, run } = useAct()
  const chosen = model.answer.villages.find(({ village }) => village.id === villageId)

  const mark = (marks: readonly VillageMark[]) =>
    void run(async () => {
      if (villageId === null) return
      await setMarks(villageId, marks)
      await onStored()
    })

  if (!isOpen) return null
  const markedFirst = [...model.answer.villages].sort((one, other) => other.marks.length - one.marks.length)
  return (
    <Sheet
      isOpen
      title={chosen === undefined ? '重点村' : chosen.village.name}
      closeWords={chosen === undefined ? '关上' : '好了'}
      onClose={() => (chosen === undefined ? onClose() : setVillageId(null))}
    >
      {chosen === undefined ? (
        <>
          <View className={styles.say}>标上的村，排班时每个月安排领导去坐班。</View>
          <VillageSearch villages={markedFirst}>
            {({ village, marks }) => (
              <ListRow
                key={village.id}
                title={village.name}
                {...(marks.length === 0 ? {} : { note: marks.map((one) => VILLAGE_MARK_NAMES[one]).join('、') })}
                onPress={() => setVillageId(village.id)}
              />
            )}
          </VillageSearch>
        </>
      ) : (
        VILLAGE_MARKS.map((one) => (
          <Toggle
            key={one}
            title={VILLAGE_MARK_NAMES[one]}
            isOn={chosen.marks.includes(one)}
            isDisabled={isBusy}
            stateWords={STATE_WORDS}
            onChange={(isOn) =>
              mark(VILLAGE_MARKS.filter((other) => (other === one ? isOn : chosen.marks.includes(other))))}
          />
        ))
      )}
      <Fault words={fault} />
    </Sheet>
  )
}
