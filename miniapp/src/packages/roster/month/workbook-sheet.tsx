import { useState } from 'react'
import { View } from '@tarojs/components'
import { monthTitle } from '@/features/roster/words'
import { sentenceOf } from '@/platform/say'
import { openServerFile } from '@/platform/server-file'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Sheet } from '@/ui/sheet'
import type { MonthModel } from './month-model'
import styles from './month.module.scss'

export interface WorkbookSheetProps {
  readonly model: MonthModel
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onStored: () => Promise<void>
}

/** The month as a workbook, out and in. */
export function WorkbookSheet({ model, isOpen, onClose }: WorkbookSheetProps) {
  const { month } = model.answer
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const take = async () => {
    setIsBusy(true)
    setFault(null)
    try {
      await openServerFile(`/api/roster/months/${month}/workbook`, `${monthTitle(month)}值班表`, 'xlsx')
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setIsBusy(false)
    }
  }

  if (!isOpen) return null
  return (
    <Sheet isOpen title={`${monthTitle(month)}的表格`} onClose={onClose}>
      <View className={styles.choiceButton}>
        <Button icon='download' isBusy={isBusy} onPress={() => void take()}>导出表格</Button>
      </View>
      <Fault words={fault} />
    </Sheet>
  )
}
