import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import type { NoticeRow } from '@huiying/shared/notifications'
import { formatAgo } from '@huiying/shared/kernel'
import { openPage, SignedIn } from '@/features/identity'
import { fetchNotices, readNotices } from '@/features/notifications/api'
import { noticeTarget } from '@/features/notifications/notice-target'
import { useNow } from '@/platform/clock'
import { sentenceOf } from '@/platform/say'
import { useMe } from '@/platform/session'
import { useTabBadge } from '@/platform/tab-badge'
import { usePages } from '@/platform/use-pages'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Page } from '@/ui/page'
import { RefusedBy } from '@/ui/refused-by'
import { Empty, Loading, Offline } from '@/ui/states'
import { StaleStrip } from '@/ui/stale-strip'
import { toast } from '@/ui/toast'
import styles from './notices.module.scss'

export default function NoticesPage() {
  useTabBadge()
  return (
    <Page title='消息' isTab>
      <SignedIn>{(me) => <Inbox key={me.accountId} me={me} />}</SignedIn>
    </Page>
  )
}

function Inbox({ me }: { readonly me: Me }) {
  const now = useNow(60_000)
  const unread = useMe()?.unreadNotices ?? 0
  const pages = usePages<NoticeRow>(me.accountId, fetchNotices)
  const { rows, error, isLoading, hasMore, loadMore, reload, changeRows } = pages
  usePullDownRefresh(() => void reload().then(() => stopPullDownRefresh()))
  useReachBottom(() => void loadMore())

  const markRead = (ids?: readonly string[]) => {
    changeRows((row) => (ids === undefined || ids.includes(row.id) ? { ...row, read: true } : row))
    // Marked on the screen at once; if the network is gone they come back as new next time, which loses nothing.
    readNotices(ids).catch((reason: unknown) => {
      if (ids === undefined) toast(sentenceOf(reason))
    })
  }
  const open = (row: NoticeRow) => {
    if (!row.read) markRead([row.id])
    const target = noticeTarget(row, me)
    if (target !== null) openPage(target)
  }

  if (rows === null) {
    if (error === null) return <Loading rows={5} />
    if (error.offline) return <Offline onRetry={() => void reload()} />
    return <RefusedBy error={error} onRetry={() => void reload()} />
  }
  if (rows.length === 0) return <Empty icon='bell' title='还没有消息' note='有人回应您，或者有人找您，都会在这里。' />
  return (
    <>
      {error !== null && <StaleStrip error={error} onRetry={() => void reload()} />}
      {unread > 0 && (
        <View className={styles.head}>
          <View className={styles.count}>{unread} 条还没看</View>
          <Button icon='check-check' isSnug onPress={() => markRead()}>
            都看过了
          </Button>
        </View>
      )}
      <Card>
        {rows.map((row) => (
          <ListRow
            key={row.id}
            title={row.title}
            note={row.body}
            when={formatAgo(row.createdAt, now)}
            isNew={!row.read}
            onPress={() => open(row)}
            leadsOn={noticeTarget(row, me) !== null}
          />
        ))}
      </Card>
      {hasMore && (
        <Button isBusy={isLoading} onPress={() => void loadMore()}>
          看更早的
        </Button>
      )}
    </>
  )
}
