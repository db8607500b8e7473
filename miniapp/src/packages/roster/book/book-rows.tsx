import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatTime } from '@huiying/shared/kernel'
import { BOOK_OUTCOME_NAMES, SEAT_NAMES, type BookAnswer, type BookRow } from '@huiying/shared/roster'
import { openTicket } from '@/features/identity'
import { dayTitle } from '@/features/roster/words'
import { personWords } from '@/features/tickets/words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Empty } from '@/ui/states'
import { Tag } from '@/ui/tag'
import styles from './book.module.scss'

/** As many lines as one setData bears; the next ones come by a tap. */
const STEP = 12

export function BookRows({ book }: { readonly book: BookAnswer }) {
  const [shown, setShown] = useState(STEP)
  const { rows, settled, toMeeting, village } = book
  return (
    <>
      <Card title={village.name}>
        <View className={styles.counts}>
          <Count number={settled} words={BOOK_OUTCOME_NAMES.settled} />
          <Count number={toMeeting} words={BOOK_OUTCOME_NAMES['to-meeting']} />
        </View>
      </Card>
      {rows.length === 0 && (
        <Empty icon='book-open' title='这个月还没有记' note='有人上门说事，当场办成了，或者带到专题会，都记在这里。' />
      )}
      {rows.slice(0, shown).map((row) => (
        <Row key={row.id} row={row} />
      ))}
      {shown < rows.length && <Button onPress={() => setShown(shown + STEP)}>看更早的</Button>}
    </>
  )
}

function Count({ number, words }: { readonly number: number; readonly words: string }) {
  return (
    <View className={styles.count}>
      <View className={styles.number}>{number}</View>
      <View>{words}</View>
    </View>
  )
}

function Row({ row }: { readonly row: BookRow }) {
  const who = row.person === null ? '' : ` · ${personWords(row.person)}`
  // "包村干部" is both his post and his seat: once is enough.
  const seat = row.seat === null || who.endsWith(SEAT_NAMES[row.seat]) ? '' : ` · ${SEAT_NAMES[row.seat]}`
  const { ticketId } = row
  return (
    <Card {...(ticketId === null ? {} : { onPress: () => openTicket(ticketId), label: `${row.words}。点开看这件事` })}>
      <View className={styles.meta}>
        {dayTitle(row.on)} {formatTime(row.at)}
        {who}
        {seat}
      </View>
      <View className={styles.words}>{row.words}</View>
      {row.result !== '' && <View className={styles.result}>{row.result}</View>}
      <Tag tone={row.outcome === 'settled' ? 'ok' : 'soon'}>{BOOK_OUTCOME_NAMES[row.outcome]}</Tag>
      {ticketId !== null && <View className={styles.meta}>村民在手机上说的，点开看全部</View>}
    </Card>
  )
}
