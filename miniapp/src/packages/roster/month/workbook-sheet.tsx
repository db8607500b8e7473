import { useState } from 'react'
import { View } from '@tarojs/components'
import type { RosterImportAnswer } from '@huiying/shared/lists'
import { monthTitle } from '@/features/roster/words'
import { sentenceOf } from '@/platform/say'
import { chooseWorkbook, FaultyWorkbook, sendWorkbook, type ChosenWorkbook } from '@/platform/send-workbook'
import { openServerFile } from '@/platform/server-file'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { MonthModel } from './month-model'
import { cellWords } from './month-news'
import styles from './month.module.scss'

export interface WorkbookSheetProps {
  readonly model: MonthModel
  /** Only this village's rows; left out: all. */
  readonly villageId: string | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onStored: () => Promise<void>
}

/** A file that was looked at, and what storing it would change. */
interface Checked {
  readonly file: ChosenWorkbook
  readonly answer: RosterImportAnswer
}

const SHOWN = 30

/** The month as a workbook: taken out, edited elsewhere, and brought in again after one has seen what that changes. */
export function WorkbookSheet({ model, villageId, isOpen, onClose, onStored }: WorkbookSheetProps) {
  const { month, editable } = model.answer
  const [busy, setBusy] = useState<'export' | 'check' | 'store' | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const [checked, setChecked] = useState<Checked | null>(null)
  const path = `/api/roster/months/${month}/workbook`
  const ofVillage = villageId === undefined ? '' : `villageId=${encodeURIComponent(villageId)}`

  const run = async (what: NonNullable<typeof busy>, act: () => Promise<void>) => {
    setBusy(what)
    setFaults([])
    try {
      await act()
    } catch (error) {
      setFaults(error instanceof FaultyWorkbook ? [sentenceOf(error), ...error.sentences] : [sentenceOf(error)])
    } finally {
      setBusy(null)
    }
  }
  const take = () => run('export', () =>
    openServerFile(ofVillage === '' ? path : `${path}?${ofVillage}`, `${monthTitle(month)}值班表`, 'xlsx'))
  const check = () => run('check', async () => {
    setChecked(null)
    const file = await chooseWorkbook()
    if (file !== null) setChecked({ file, answer: await sendWorkbook(`${path}?checkOnly=true`, file) })
  })
  const store = ({ file }: Checked) => run('store', async () => {
    const { changed } = await sendWorkbook<RosterImportAnswer>(path, file)
    setChecked(null)
    onClose()
    toast(`存好了，改了 ${changed} 格`)
    await onStored()
  })
  const close = () => {
    setChecked(null)
    setFaults([])
    onClose()
  }

  if (!isOpen) return null
  return (
    <Sheet isOpen title={`${monthTitle(month)}的表格`} onClose={close}>
      {checked === null ? (
        <>
          <View className={styles.say}>导出来在电脑上改，改好再导进来。导入时先看改了什么，您点了“存”才算数。</View>
          <View className={styles.choiceButton}>
            <Button icon='download' isBusy={busy === 'export'} onPress={() => void take()}>导出表格</Button>
          </View>
          {editable.length > 0 && (
            <View className={styles.choiceButton}>
              <Button icon='upload' isBusy={busy === 'check'} busyWords='正在看表格' onPress={() => void check()}>
                {process.env.TARO_ENV === 'h5' ? '导入改好的表格' : '从聊天里选改好的表格'}
              </Button>
            </View>
          )}
        </>
      ) : (
        <Differences checked={checked} isBusy={busy === 'store'} onStore={() => void store(checked)} />
      )}
      {faults.slice(0, SHOWN).map((sentence) => (
        <Fault key={sentence} words={sentence} />
      ))}
      {faults.length > SHOWN && <View className={styles.small}>{`还有 ${faults.length - SHOWN} 处，先改上面这些。`}</View>}
    </Sheet>
  )
}

interface DifferencesProps {
  readonly checked: Checked
  readonly isBusy: boolean
  readonly onStore: () => void
}

function Differences({ checked, isBusy, onStore }: DifferencesProps) {
  const { changed, rows } = checked.answer
  if (changed === 0) return <View className={styles.say}>这份表格和现在的班一样，没有要改的。</View>
  return (
    <>
      <View className={styles.say}>{`“${checked.file.name}”会改 ${changed} 格：`}</View>
      {rows.slice(0, SHOWN).map((row) => (
        <ListRow
          key={`${row.villageName}${row.on}${row.seat}`}
          title={cellWords(row, row.villageName)}
          note={`${row.beforeName ?? '没有人'} 换成 ${row.afterName ?? '没有人'}`}
        />
      ))}
      {changed > SHOWN && <View className={styles.small}>{`还有 ${changed - SHOWN} 格没列出来。`}</View>}
      <View className={styles.choiceButton}>
        <Button look='primary' isMain isBusy={isBusy} busyWords='正在存' onPress={onStore}>{`存，改这 ${changed} 格`}</Button>
      </View>
    </>
  )
}
