import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import type { HeldAnswer, HeldRow, WithheldRow } from '@huiying/shared/tickets'
import { SignedIn } from '@/features/identity'
import { fetchHeld, fetchWithheld, HELD_URL } from '@/features/tickets/held-ways'
import { useLoad } from '@/platform/use-load'
import { usePages } from '@/platform/use-pages'
import { Button } from '@/ui/button'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { StaleStrip } from '@/ui/stale-strip'
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
  const withheld = usePages<WithheldRow>('withheld', fetchWithheld)
  const [asked, setAsked] = useState<Pick<ReasonSheetProps, 'row' | 'says'> | null>(null)
  // They stay where they stood: whoever has read far down does not lose his place.
  const [openIds, setOpenIds] = useState<readonly string[]>([])
  const ask = (row: HeldRow, says: ReasonSheetProps['says']) => () => setAsked({ row, says })
  const reload = () => Promise.all([held.reload(), withheld.reload()])
  usePullDownRefresh(() => void reload().then(() => stopPullDownRefresh()))
  useReachBottom(() => void withheld.loadMore())
  const answered = (answer: HeldAnswer): void => {
    held.replace(answer)
    if (asked?.says === 'yes') setOpenIds([...openIds, asked.row.id])
    else void withheld.reload()
  }
  return (
    <LoadedView loaded={held}>
      {({ now, rows }) => (
        <>
          <View className={styles.note}>事情照样在办，只是还没给全村看。您看一眼再定。</View>
          {rows.length === 0 && <Empty icon='circle-check' title='没有待看的' note='有要您看的，会来消息。' />}
          {rows.map((row) => (
            <HeldCard key={row.id} row={row} now={now} onAnswer={held.replace} onRefuse={ask(row, 'no')} />
          ))}
          {(withheld.error !== null || (withheld.rows?.length ?? 0) > 0) && (
            <View className={styles.heading}>定了不公开的</View>
          )}
          {withheld.error !== null && (
            <StaleStrip
              error={withheld.error}
              hasOlder={withheld.rows !== null}
              onRetry={() => void withheld.reload()}
            />
          )}
          {withheld.rows?.map((row) => (
            <WithheldCard
              key={row.id}
              row={row}
              now={now}
              isOpenNow={openIds.includes(row.id)}
              onPutRight={ask(row, 'yes')}
            />
          ))}
          {withheld.hasMore && (
            <Button isBusy={withheld.isLoading} busyWords='正在看更早的' onPress={() => void withheld.loadMore()}>
              看更早的
            </Button>
          )}
          {asked !== null && <ReasonSheet {...asked} onAnswer={answered} onClose={() => setAsked(null)} />}
        </>
      )}
    </LoadedView>
  )
}
