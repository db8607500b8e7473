import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import type { PartRow } from '@huiying/shared/tickets'
import { openTicket, SignedIn } from '@/features/identity'
import { fetchParts, partTag } from '@/features/tickets/parts'
import { usePolling } from '@/features/tickets/use-ticket'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { Tag } from '@/ui/tag'
import styles from './parts.module.scss'

/** A department's officer: what he is called for, what burns first; a tap opens it, where he acts. */
export default function PartsPage() {
  return (
    <Page title='叫我们去的事'>
      <SignedIn>{({ accountId }) => <Parts key={accountId} accountId={accountId} />}</SignedIn>
    </Page>
  )
}

function Parts({ accountId }: { readonly accountId: string }) {
  const parts = useLoad(`parts/${accountId}`, fetchParts)
  usePullDownRefresh(() => void parts.reload().then(() => stopPullDownRefresh()))
  usePolling(parts.reload)
  return (
    <LoadedView loaded={parts}>
      {({ now, open, over }) => (
        <>
          {open.length === 0 && <Empty icon='circle-check' title='现在没有叫您去的事' note='街道叫部门去，这里马上会有，也会发消息。' />}
          {open.map((row) => <PartCard key={row.id} row={row} now={now} />)}
          {over.length > 0 && <View className={styles.heading}>办过的</View>}
          {over.map((row) => <PartCard key={row.id} row={row} now={now} />)}
        </>
      )}
    </LoadedView>
  )
}

function PartCard({ row, now }: { readonly row: PartRow; readonly now: EpochMs }) {
  const tag = partTag(row, now)
  return (
    <Card tone={tag.tone === 'late' ? 'late' : 'plain'} onPress={() => openTicket(row.ticketId)}>
      <View className={styles.task}>{row.task}</View>
      <View className={styles.note}>“{row.words === '' ? '一段话' : row.words}”</View>
      <View className={styles.note}>{row.villageName} · {formatNear(row.calledAt, now)}叫{row.unitName}去</View>
      <Tag tone={tag.tone}>{tag.words}</Tag>
    </Card>
  )
}
