import { useState } from 'react'
import { View } from '@tarojs/components'
import type { EntryRow, FinanceAnswer } from '@huiying/shared/ledger'
import { fetchEntries } from '@/features/ledger/api'
import { EntryLine } from '@/features/ledger/entry-line'
import { useAct } from '@/platform/use-act'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import styles from './village.module.scss'

/** As many rows as one act's setData bears with room to spare. */
const STEP = 10

export interface EntriesCardProps {
  readonly answer: FinanceAnswer
  readonly name: string
}

/**
 * Each entry as a sentence, the newest first. Each step stands in a box of its own: WeChat is sent all children of a
 * box again that gets one before its last.
 */
export function EntriesCard({ answer: { book, month, entries, more }, name }: EntriesCardProps) {
  const [state, setState] = useState<{ readonly rows: readonly EntryRow[]; readonly more: string | null }>({
    rows: entries, more,
  })
  const [shown, setShown] = useState(STEP)
  const { isBusy, fault, run } = useAct()
  const { rows } = state
  const showMore = () =>
    void run(async () => {
      if (rows.length < shown + STEP && state.more !== null) {
        const answer = await fetchEntries(book.id, month, state.more)
        setState({ rows: [...rows, ...answer.entries], more: answer.more })
      }
      setShown(shown + STEP)
    })
  const steps = Array.from({ length: Math.ceil(Math.min(shown, rows.length) / STEP) }, (_, at) => at * STEP)
  const hasMore = rows.length > shown || state.more !== null
  return (
    <Card title={`${name}每一笔`}>
      {rows.length === 0 && <View className={styles.quiet}>这个月还没有记账。</View>}
      <View {...aria({ role: 'list', label: `${name}每一笔` })}>
        {steps.map((from) => (
          <View key={from}>
            {rows.slice(from, Math.min(from + STEP, shown)).map((row) => (
              <EntryLine key={row.id} row={row} />
            ))}
          </View>
        ))}
      </View>
      <Fault words={fault} />
      {hasMore && (
        <View className={styles.more}>
          <Button isBusy={isBusy} onPress={showMore}>再看几笔</Button>
        </View>
      )}
    </Card>
  )
}
