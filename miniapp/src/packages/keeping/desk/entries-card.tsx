import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import { SOURCE_NAMES, voucherName, type KeeperEntry, type Line } from '@huiying/shared/ledger'
import { fetchKeeping } from '@/features/ledger/api'
import { openEntry } from '@/features/ledger/ways'
import { monthTitle } from '@/features/ledger/words'
import { useAct } from '@/platform/use-act'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { LongList } from '@/ui/long-list'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import { fullNameOf } from '../account-choice'
import styles from '../keeping.module.scss'
import type { DeskProps } from './desk-props'
import { ReverseSheet } from './reverse-sheet'

/** The month's entries as sentences, each with its lines; newest first. */
export function EntriesCard(props: DeskProps) {
  const { desk } = props
  const { book, month, entries, more, isStopped } = desk
  const [older, setOlder] = useState<Pick<DeskProps['desk'], 'entries' | 'more'> | null>(null)
  const { isBusy, fault, run } = useAct()
  const [reversing, setReversing] = useState<KeeperEntry | null>(null)
  const next = older === null ? more : older.more
  const load = () =>
    void run(async () => {
      const page = await fetchKeeping(book.id, month, next ?? undefined)
      setOlder({ entries: [...(older?.entries ?? []), ...page.entries], more: page.more })
    })
  const shown = new Set(entries.map(({ id }) => id))
  const rows = [...entries, ...(older?.entries ?? []).filter(({ id }) => !shown.has(id))]
  return (
    <Card title={`${monthTitle(month)}的账`}>
      {rows.length === 0 && <View className={styles.quiet}>这个月还没有记账。</View>}
      <LongList label='这个月的账' rows={rows}>
        {(entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            nameOf={(code) => fullNameOf(desk.accounts, code)}
            {...(entry.mayReverse && !isStopped ? { onReverse: () => setReversing(entry) } : {})}
          />
        )}
      </LongList>
      <Fault words={fault} />
      {next !== null && <Button icon='chevron-down' isBusy={isBusy} onPress={load}>再看早一些的</Button>}
      {reversing !== null && (
        <ReverseSheet key={reversing.id} {...props} entry={reversing} onClose={() => setReversing(null)} />
      )}
    </Card>
  )
}

interface EntryProps {
  readonly entry: KeeperEntry
  readonly nameOf: (code: string) => string
  readonly onReverse?: () => void
}

function Entry({ entry, nameOf, onReverse }: EntryProps) {
  const { id, sentence, correction, lines, sourceType } = entry
  return (
    <View className={styles.entry} {...aria({ role: 'listitem' })}>
      <View
        className={`${styles.sentence} ${correction === null ? '' : styles.struck}`}
        {...pressHandlers(() => openEntry(id))}
        {...aria({ role: 'button', label: sentence })}
      >
        {unbroken(sentence)}
      </View>
      {lines.map((line, at) => <PostingLine key={at} line={line} name={nameOf(line.account)} />)}
      <View className={styles.entryFoot}>
        <View className={styles.number}>{`${voucherName(entry)} · ${SOURCE_NAMES[sourceType]}`}</View>
        {correction !== null && <Tag tone='soon'>{correction}</Tag>}
        {onReverse !== undefined && (
          <View
            className={styles.link}
            {...pressHandlers(onReverse)}
            {...aria({ role: 'button', label: `更正${voucherName(entry)}` })}
          >
            更正
          </View>
        )}
      </View>
    </View>
  )
}

export interface PostingLineProps {
  readonly line: Line
  readonly name: string
}

/** "借 102 银行存款——农商行 ¥1,280.00"; what is credited stands further in, as on paper. */
export function PostingLine({ line: { account, side, amountFen }, name }: PostingLineProps) {
  return (
    <View className={`${styles.posting} ${side === 'credit' ? styles.credit : ''}`}>
      <View className={styles.side}>{side === 'debit' ? '借' : '贷'}</View>
      <View className={styles.postingName}>{`${account} ${name}`}</View>
      <View className={styles.postingAmount}>{formatYuan(amountFen)}</View>
    </View>
  )
}
