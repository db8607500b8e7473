import { View } from '@tarojs/components'
import { formatNear } from '@huiying/shared/kernel'
import { SOURCE_NAMES, voucherName, type EntryPlace, type EntryView } from '@huiying/shared/ledger'
import type { EntryQuestionsAnswer } from '@huiying/shared/tickets'
import { openCheck, openEntry } from '@/features/ledger/ways'
import { personWords } from '@/features/tickets/words'
import type { Loaded } from '@/platform/use-load'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Tag } from '@/ui/tag'
import { ExpenseCards } from './expense-cards'
import { LinesCard } from './lines-card'
import { QuestionsCard } from './questions-card'
import styles from './entry.module.scss'

export interface EntryBodyProps {
  readonly view: EntryView
  readonly questions: Loaded<EntryQuestionsAnswer>
}

export function EntryBody({ view, questions }: EntryBodyProps) {
  const { row, book, village, now, postedAt, postedBy, reverses, reversedBy, expenseId } = view
  const by = postedBy === null ? '' : `，${personWords(postedBy)}`
  return (
    <View className={styles.columns}>
      <View className={styles.column}>
        <Card {...(reversedBy === null ? {} : { tone: 'soon' as const })}>
          <View className={styles.quiet}>{`${village.name} · ${row.month.slice(0, 4)}年${voucherName(row)} · ${SOURCE_NAMES[row.sourceType]}`}</View>
          <View className={styles.sentence} {...aria({ role: 'heading' })}>{row.sentence}</View>
          {row.correction !== null && <View className={styles.tag}><Tag tone='soon'>{row.correction}</Tag></View>}
          <View className={styles.quiet}>{`${formatNear(postedAt, now)} 记的账${by}`}</View>
          {reversedBy !== null && <Linked place={reversedBy} title='看更正它的那一笔' />}
          {reverses !== null && <Linked place={reverses} title='看被更正的那一笔' />}
          <View className={styles.more}>
            <Button icon='fingerprint' onPress={() => openCheck({ book: book.id, entry: row.id })}>核对这一笔</Button>
          </View>
        </Card>
        {expenseId === null ? <Plain view={view} /> : <ExpenseCards expenseId={expenseId} now={now} />}
      </View>
      <View className={styles.column}>
        <QuestionsCard questions={questions} />
        <LinesCard view={view} />
      </View>
    </View>
  )
}

function Linked({ place, title }: { readonly place: EntryPlace; readonly title: string }) {
  return (
    <ListRow
      icon='arrow-right-left'
      title={title}
      note={`${place.month.slice(0, 4)}年${voucherName(place)}`}
      onPress={() => openEntry(place.entryId)}
    />
  )
}

/** Income, or what moves no money: there is nobody who signed. */
function Plain({ view: { purpose, counterparty } }: Pick<EntryBodyProps, 'view'>) {
  return (
    <Card title='说明'>
      <View>{purpose}</View>
      {counterparty !== null && <View className={styles.quiet}>{`对方：${counterparty}`}</View>}
    </Card>
  )
}
