import { useState } from 'react'
import { View } from '@tarojs/components'
import { monthAfter } from '@huiying/shared/ledger'
import { openEntryForm, type EntryKind } from '@/features/ledger/keeping-ways'
import { monthTitle } from '@/features/ledger/words'
import { Turner } from '@/features/roster/turner'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { Strip } from '@/ui/states'
import { EntryForm } from '../entry-form/entry-form'
import styles from '../keeping.module.scss'
import { ActsCard } from './acts-card'
import type { DeskProps } from './desk-props'
import { EntriesCard } from './entries-card'
import { LateMonths } from './late-months'
import { MonthCard } from './month-card'
import { MoreCard } from './more-card'
import { StartCard } from './start-card'
import { WaitingCard } from './waiting-card'

/** On a phone one after the other; at a desk the entries left, and right what one does, forms too. */
export function DeskBody(props: DeskProps) {
  const { desk, onMonth, onChanged } = props
  const { book, month, months, isStopped } = desk
  const isWide = useIsWide(DESK_PX)
  const [writing, setWriting] = useState<EntryKind | null>(null)
  const write = (kind: EntryKind) => (isWide ? setWriting(kind) : openEntryForm(book.id, kind, month))
  const last = months[0]?.month ?? month
  // Older pages that were turned to begin anew once an entry has come in.
  const count = months.find((one) => one.month === month)?.voucherCount ?? 0
  const turner = (
    <Turner
      words={monthTitle(month)}
      back={month > book.firstMonth ? { label: '上个月', onPress: () => onMonth(monthAfter(month, -1)) } : null}
      forward={month < last ? { label: '下个月', onPress: () => onMonth(monthAfter(month, 1)) } : null}
    />
  )
  const stopped = isStopped && (
    <Strip icon='triangle-alert'>这本账是从旧备份恢复的，少了几笔，现在先不能记账。请管理员换上最新的备份。</Strip>
  )
  const actCards = (
    <>
      <StartCard {...props} onWrite={write} />
      <ActsCard desk={desk} onWrite={write} />
      <WaitingCard desk={desk} />
      <LateMonths {...props} />
      {!isWide && turner}
      <MonthCard key={month} {...props} />
    </>
  )
  if (!isWide) {
    return (
      <>
        {stopped}
        {actCards}
        <EntriesCard key={`${month}/${count}`} {...props} />
        <MoreCard {...props} />
      </>
    )
  }
  return (
    <>
      {stopped}
      <View className={styles.columns}>
        <View className={styles.column}>
          {turner}
          <EntriesCard key={`${month}/${count}`} {...props} />
        </View>
        <View className={styles.column}>
          {writing === null ? actCards : (
            <EntryForm
              key={`${writing}/${month}`}
              kind={writing}
              desk={desk}
              isBeside
              onDone={(changed) => {
                setWriting(null)
                if (changed !== null) onChanged(changed)
              }}
            />
          )}
          <MoreCard {...props} />
        </View>
      </View>
    </>
  )
}
