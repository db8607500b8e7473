import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatNear } from '@huiying/shared/kernel'
import type { FinanceAnswer, Month } from '@huiying/shared/ledger'
import { exportPath, workbookPath } from '@/features/ledger/api'
import { openCheck, openEntry, openHoldings, openStatements } from '@/features/ledger/ways'
import { checkSentence } from '@/features/ledger/words'
import { openSeals } from '@/features/seal/ways'
import { sentenceOf } from '@/platform/say'
import { openServerFile, type DocumentKind } from '@/platform/server-file'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { ListRow } from '@/ui/list-row'
import styles from './village.module.scss'

export interface MoreCardProps {
  readonly answer: FinanceAnswer
  readonly month: Month
}

/** Whether anybody has touched the book, and everything else there is to see. */
export function MoreCard({ answer, month }: MoreCardProps) {
  const { book, village, check, head, now } = answer
  const isWrong = check.findings.length > 0
  return (
    <>
      <Card title='有没有人改过账' tone={isWrong ? 'late' : 'plain'}>
        <View className={styles.sentence}>{checkSentence(check, now)}</View>
        {check.findings.map(({ words, entryId, foundAt }) => (
          <ListRow
            key={`${words}/${foundAt}`}
            icon='circle-alert'
            title={words}
            when={`${formatNear(foundAt, now)} 发现`}
            {...(entryId === null ? {} : { onPress: () => openEntry(entryId) })}
          />
        ))}
        {head !== null && (
          <View className={styles.quiet}>{`账上 ${head.size} 笔的指纹：${head.fingerprint}，和公示栏上的对一对`}</View>
        )}
        <View className={styles.more}>
          <Button look='primary' icon='fingerprint' onPress={() => openCheck({ book: book.id })}>
            我自己核对
          </Button>
        </View>
      </Card>
      <Card title='还想看'>
        <ListRow
          icon='key-round'
          title='村里的家底'
          note='房屋、土地、合同，谁欠租'
          onPress={() => openHoldings(book.id)}
        />
        <ListRow
          icon='file-text'
          title='看专业账'
          note='带科目的报表'
          onPress={() => openStatements(book.id, month)}
        />
        <ListRow
          icon='shield-check'
          title='用章登记簿'
          note='公章盖在了什么上，谁盖的'
          onPress={() => openSeals(village.id)}
        />
        <Save answer={answer} />
      </Card>
    </>
  )
}

/** A copy in one's own hands; WeChat opens the workbook and lets one pass it on, a browser keeps both. */
function Save({ answer: { book } }: Pick<MoreCardProps, 'answer'>) {
  const [busy, setBusy] = useState<DocumentKind | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const save = async (kind: DocumentKind, path: string) => {
    if (busy !== null) return
    setBusy(kind)
    setFault(null)
    try {
      await openServerFile(path, book.name, kind)
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(null)
    }
  }
  return (
    <>
      <ListRow
        icon='download'
        title={busy === 'xlsx' ? '正在取' : '存一份'}
        note='整本账，表格文件'
        onPress={() => void save('xlsx', workbookPath(book.id))}
      />
      {process.env.TARO_ENV === 'h5' && (
        <ListRow
          icon='fingerprint'
          title={busy === 'jsonl' ? '正在取' : '存一份带指纹的'}
          note='拿到别处，用别的电脑也能核对'
          onPress={() => void save('jsonl', exportPath(book.id))}
        />
      )}
      <Fault words={fault} />
    </>
  )
}
