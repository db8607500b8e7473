import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ImportedAnswer } from '@huiying/shared/ledger'
import { sentenceOf } from '@/platform/say'
import { chooseWorkbook, FaultyWorkbook, sendWorkbook } from '@/platform/send-workbook'
import { openServerFile } from '@/platform/server-file'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { toast } from '@/ui/toast'
import { importPath, templatePath } from '../api'
import styles from '../keeping.module.scss'

export interface ImportPartProps {
  readonly bookId: string
  readonly onImported: () => void
}

const SHOWN = 30

/** An older book as a workbook: all of it goes in, or nothing, and every fault is named by its sheet and cell. */
export function ImportPart({ bookId, onImported }: ImportPartProps) {
  const [busy, setBusy] = useState<'template' | 'import' | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
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
  const template = () => run('template', () => openServerFile(templatePath(bookId), '回应-账本模板', 'xlsx'))
  const bring = () => run('import', async () => {
    const file = await chooseWorkbook()
    if (file === null) return
    const answer = await sendWorkbook<ImportedAnswer>(importPath(bookId), file)
    toast(importedWords(answer))
    onImported()
  })
  return (
    <>
      <View className={styles.say}>以前的账在表格里？照模板填好导进来，哪里不对会一格一格告诉您，改好再导。</View>
      <View className={styles.acts}>
        <View className={styles.act}>
          <Button icon='download' isBusy={busy === 'template'} onPress={() => void template()}>下载模板</Button>
        </View>
        <View className={styles.act}>
          <Button icon='upload' isBusy={busy === 'import'} busyWords='正在看表格' onPress={() => void bring()}>
            {process.env.TARO_ENV === 'h5' ? '导入以前的账' : '从聊天里选以前的账'}
          </Button>
        </View>
      </View>
      {faults.slice(0, SHOWN).map((sentence, at) => <Fault key={`${at}/${sentence}`} words={sentence} />)}
      {faults.length > SHOWN && <View className={styles.quiet}>{`还有 ${faults.length - SHOWN} 处，先改上面这些。`}</View>}
    </>
  )
}

/** "导进来 120 笔账、3 处资产、2 份合同" */
export function importedWords({ entries, assets, resources, contracts }: ImportedAnswer): string {
  const parts = [
    `${entries} 笔账`, ...(assets > 0 ? [`${assets} 处资产`] : []), ...(resources > 0 ? [`${resources} 处资源`] : []),
    ...(contracts > 0 ? [`${contracts} 份合同`] : []),
  ]
  return `导进来 ${parts.join('、')}`
}
