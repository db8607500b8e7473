import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { isMonth, monthAfter, type KeeperAnswer } from '@huiying/shared/ledger'
import { SignedIn } from '@/features/identity'
import { exportPath, fetchKeeping, workbookPath } from '@/features/ledger/api'
import { openStatements } from '@/features/ledger/ways'
import { monthStatusWords, monthTitle } from '@/features/ledger/words'
import { Turner } from '@/features/roster/turner'
import { sentenceOf } from '@/platform/say'
import { openServerFile, type DocumentKind } from '@/platform/server-file'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import type { IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { statementsBookPath, statementsSheetPath, wallPath } from '../api'
import styles from '../keeping.module.scss'

/** The book on paper: statements, the sheet for the public board, and the whole of it as a file. */
export default function PapersPage() {
  const { book, month } = useRouter().params
  return (
    <Page title='报表和公示单'>
      <SignedIn>
        {(me) => book === undefined
          ? <NotForYou action={{ words: '返回', onPress: goBack }} />
          : <Papers key={`${me.accountId}/${book}`} bookId={book} asked={month} />}
      </SignedIn>
    </Page>
  )
}

function Papers({ bookId, asked }: { readonly bookId: string; readonly asked: string | undefined }) {
  const [month, setMonth] = useState(asked !== undefined && isMonth(asked) ? asked : undefined)
  const desk = useLoad(`papers/${bookId}/${month ?? ''}`, () => fetchKeeping(bookId, month))
  usePullDownRefresh(() => void desk.reload().then(() => stopPullDownRefresh()))
  return <LoadedView loaded={desk}>{(answer) => <Answer desk={answer} onMonth={setMonth} />}</LoadedView>
}

interface Paper {
  readonly icon: IconName
  readonly title: string
  readonly note: string
  readonly path: string
  readonly name: string
  readonly kind: DocumentKind
}

interface AnswerProps {
  readonly desk: KeeperAnswer
  readonly onMonth: (month: string) => void
}

function Answer({ desk: { book, month, months }, onMonth }: AnswerProps) {
  const last = months[0]?.month ?? month
  const status = months.find((one) => one.month === month)?.status ?? 'open'
  const title = monthTitle(month)
  const wall = (size: 'A3' | 'A4', note: string): Paper => ({
    icon: 'printer', title: `公示单 ${size}`, note, path: wallPath(book.id, month, size), name: `${book.name}${title}公示单${size}`,
    kind: 'pdf',
  })
  return (
    <>
      <Turner
        words={title}
        back={month > book.firstMonth ? { label: '上个月', onPress: () => onMonth(monthAfter(month, -1)) } : null}
        forward={month < last ? { label: '下个月', onPress: () => onMonth(monthAfter(month, 1)) } : null}
      />
      <Papershelf
        title='贴在公示栏'
        note={status === 'closed' || status === 'published' ? '上面有指纹和二维码，村里人扫一扫就能核对。' : `这个月${monthStatusWords(status)}，先别贴。`}
        papers={[wall('A3', '大张，站着看得清'), wall('A4', '普通打印机就能打')]}
      />
      <Papershelf
        title='报表'
        note='收支明细表、收益分配表、资产负债表。'
        papers={[
          {
            icon: 'file-text', title: '报表，打出来签字', note: 'PDF，一张表一页', kind: 'pdf',
            path: statementsSheetPath(book.id, month), name: `${book.name}${title}报表`,
          },
          {
            icon: 'download', title: '报表，表格文件', note: '交给街道，或自己再算', kind: 'xlsx',
            path: statementsBookPath(book.id, month), name: `${book.name}${title}报表`,
          },
        ]}
      >
        <ListRow icon='eye' title='在这里看报表' onPress={() => openStatements(book.id, month)} />
      </Papershelf>
      <Papershelf
        title='整本账'
        note='从第一笔到现在。'
        papers={[
          {
            icon: 'download', title: '整本账，表格文件', note: '空的新账可以照样导进去', kind: 'xlsx',
            path: workbookPath(book.id), name: `${book.name}账本`,
          },
          ...(process.env.TARO_ENV === 'h5'
            ? [{
                icon: 'fingerprint' as const, title: '整本账，带指纹', note: '拿到别处也能核对有没有人改过',
                kind: 'jsonl' as const, path: exportPath(book.id), name: `${book.name}账本`,
              }]
            : []),
        ]}
      />
    </>
  )
}

interface PapershelfProps {
  readonly title: string
  readonly note: string
  readonly papers: readonly Paper[]
  readonly children?: ReactNode
}

function Papershelf({ title, note, papers, children }: PapershelfProps) {
  const [busy, setBusy] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const open = async ({ path, name, kind }: Paper) => {
    if (busy !== null) return
    setBusy(path)
    setFault(null)
    try {
      await openServerFile(path, name, kind)
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(null)
    }
  }
  return (
    <Card title={title}>
      <View className={styles.quiet}>{note}</View>
      {papers.map((paper) => (
        <ListRow
          key={paper.path}
          icon={paper.icon}
          title={paper.title}
          note={busy === paper.path ? '正在取，请稍等' : paper.note}
          onPress={() => void open(paper)}
        />
      ))}
      {children}
      <Fault words={fault} />
    </Card>
  )
}
