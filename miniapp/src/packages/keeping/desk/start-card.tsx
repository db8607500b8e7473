import type { KeeperAnswer } from '@huiying/shared/ledger'
import type { EntryKind } from '@/features/ledger/keeping-ways'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { View } from '@tarojs/components'
import styles from '../keeping.module.scss'
import type { DeskProps } from './desk-props'
import { ImportPart } from './import-part'

/** How a new book begins: with the balances of the day, or with an older book. Nothing once it has begun. */
export function StartCard({ desk, onWrite, onOutdated }: DeskProps & { readonly onWrite: (kind: EntryKind) => void }) {
  if (desk.hasOpening || desk.isStopped || !isFirstOpen(desk)) return null
  const isEmpty = desk.months.every(({ voucherCount }) => voucherCount === 0)
  return (
    <Card title='先把家底记上' tone='soon'>
      <View className={styles.say}>建账那天村里有多少钱、欠别人多少，先记一笔期初余额，账才对得上。</View>
      <View className={styles.gap}>
        <Button look='primary' icon='notebook-pen' onPress={() => onWrite('opening')}>写期初余额</Button>
      </View>
      {isEmpty && <ImportPart bookId={desk.book.id} onImported={onOutdated} />}
    </Card>
  )
}

/** The opening is dated in the first month: once that is shut, it is too late. */
function isFirstOpen({ months, book }: KeeperAnswer): boolean {
  return months.find(({ month }) => month === book.firstMonth)?.status === 'open'
}
