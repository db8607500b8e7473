import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { HeldRow } from '@huiying/shared/tickets'
import { SignedIn } from '@/features/identity'
import { fetchHeld, HELD_URL } from '@/features/tickets/held-ways'
import { useLoad } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { HeldCard, WithheldCard } from './held-card'
import { ReasonSheet, type ReasonSheetProps } from './reason-sheet'
import styles from './held.module.scss'

/** What a person must look at before the whole village sees it. */
export default function HeldPage() {
  return (
    <Page title='待看的内容'>
      <SignedIn backTo={HELD_URL}>{(me) => <Held key={me.accountId} />}</SignedIn>
    </Page>
  )
}

function Held() {
  const held = useLoad('held', fetchHeld)
  const [asked, setAsked] = useState<Pick<ReasonSheetProps, 'row' | 'says'> | null>(null)
  const ask = (row: HeldRow, says: ReasonSheetProps['says']) => () => setAsked({ row, says })
  usePullDownRefresh(() => void held.reload().then(() => stopPullDownRefresh()))
  return (
    <LoadedView loaded={held}>
      {({ now, rows, withheld, withheldCount }) => (
        <>
          <View className={styles.note}>事情照样在办，只是还没给全村看。您看一眼再定。</View>
          {rows.length === 0 && <Empty icon='circle-check' title='没有待看的' note='有要您看的，会来消息。' />}
          {rows.map((row) => (
            <HeldCard key={row.id} row={row} now={now} onAnswer={held.replace} onRefuse={ask(row, 'no')} />
          ))}
          {withheld.length > 0 && <View className={styles.heading}>定了不公开的</View>}
          {withheld.map((row) => <WithheldCard key={row.id} row={row} now={now} onPutRight={ask(row, 'yes')} />)}
          {withheldCount > withheld.length && (
            <View className={styles.note}>{`更早的还有 ${withheldCount - withheld.length} 条，没列出来。`}</View>
          )}
          {asked !== null && (
            <ReasonSheet {...asked} onAnswer={held.replace} onClose={() => setAsked(null)} />
          )}
        </>
      )}
    </LoadedView>
  )
}
