import { useState } from 'react'
import { View } from '@tarojs/components'
import { monthTitle } from '@/features/roster/words'
import { sentenceOf } from '@/platform/say'
import { openServerFile } from '@/platform/server-file'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import type { MonthModel } from './month-model'
import styles from './month.module.scss'
import { VillageSearch } from './village-search'

export interface PaperSheetProps {
  readonly model: MonthModel
  readonly isOpen: boolean
  readonly onClose: () => void
}

type Size = 'A4' | 'A3'

const SIZES: readonly { readonly size: Size; readonly words: string }[] = [
  { size: 'A4', words: 'A4，一般打印机' },
  { size: 'A3', words: 'A3，贴墙上看得更清楚' },
]

/** The sheet for the wall: of which village, and on which paper. */
export function PaperSheet({ model, isOpen, onClose }: PaperSheetProps) {
  const { villages, month } = model.answer
  const [pickedId, setPickedId] = useState<string | null>(null)
  const [busy, setBusy] = useState<Size | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const only = villages.length === 1 ? villages[0] : undefined
  const chosen = only ?? villages.find(({ village }) => village.id === pickedId)

  const print = async (size: Size) => {
    if (chosen === undefined) return
    setBusy(size)
    setFault(null)
    try {
      const { id, name } = chosen.village
      const path = `/api/roster/months/${month}/sheet?villageId=${encodeURIComponent(id)}&size=${size}`
      await openServerFile(path, `${name}${monthTitle(month)}值班表-${size}`, 'pdf')
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(null)
    }
  }

  if (!isOpen) return null
  return (
    <Sheet
      isOpen
      title={chosen === undefined ? '打印哪个村的' : `打印${chosen.village.name}的值班表`}
      closeWords={chosen === undefined || only !== undefined ? '关上' : '换一个村'}
      onClose={() => (chosen === undefined || only !== undefined ? onClose() : setPickedId(null))}
    >
      {chosen === undefined ? (
        <VillageSearch villages={villages}>
          {({ village }) => <ListRow key={village.id} title={village.name} onPress={() => setPickedId(village.id)} />}
        </VillageSearch>
      ) : (
        <>
          <View className={styles.say}>一张纸一个月，上面有二维码，村民扫一下就能找到今天值班的人。</View>
          {SIZES.map(({ size, words }) => (
            <View key={size} className={styles.choiceButton}>
              <Button
                look='primary'
                isMain
                icon='printer'
                isBusy={busy === size}
                isDisabled={busy !== null}
                onPress={() => void print(size)}
              >
                {words}
              </Button>
            </View>
          ))}
        </>
      )}
      <Fault words={fault} />
    </Sheet>
  )
}
