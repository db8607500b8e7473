import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { MINUTE_MS } from '@huiying/shared/kernel'
import type { TicketListAnswer, TicketRow } from '@huiying/shared/tickets'
import { useNow } from '@/platform/clock'
import { usePages } from '@/platform/use-pages'
import { Button } from '@/ui/button'
import { RefusedBy } from '@/ui/refused-by'
import { StaleStrip } from '@/ui/stale-strip'
import { Empty, Loading, Offline, type StateAction } from '@/ui/states'
import { TicketCard } from './ticket-card'
import styles from './tickets.module.scss'

export interface TicketListProps {
  /** Whose list: another key is another list. */
  readonly listKey: string
  readonly fetchPage: (cursor: string | null) => Promise<TicketListAnswer>
  readonly empty: { readonly title: string; readonly note: string; readonly action?: StateAction }
}

/**
 * Matters by page: pull down for the newest, go on down for the older ones. What may come and go has a place of its
 * own, because WeChat is sent all the children of whatever got a new one that is not its last.
 */
export function TicketList({ listKey, fetchPage, empty }: TicketListProps) {
  const now = useNow(MINUTE_MS)
  const { rows, error, isLoading, hasMore, loadMore, reload } = usePages<TicketRow>(listKey, fetchPage)
  usePullDownRefresh(() => void reload().then(() => stopPullDownRefresh()))
  useReachBottom(() => void loadMore())

  if (rows === null) {
    if (error === null) return <Loading rows={5} />
    if (error.offline) return <Offline onRetry={() => void reload()} />
    return <RefusedBy error={error} onRetry={() => void reload()} />
  }
  if (rows.length === 0) return <Empty icon='message-circle' {...empty} />
  return (
    <>
      <View>{error !== null && <StaleStrip error={error} onRetry={() => void reload()} />}</View>
      <View>
        {rows.map((row) => (
          <TicketCard key={row.id} row={row} now={now} />
        ))}
      </View>
      {hasMore ? (
        <Button isBusy={isLoading} busyWords='正在看更早的' onPress={() => void loadMore()}>
          看更早的
        </Button>
      ) : (
        rows.length > 5 && <View className={styles.end}>就这些了</View>
      )}
    </>
  )
}
