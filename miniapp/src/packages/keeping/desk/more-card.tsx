import { openExpenses } from '@/features/expenses/ways'
import { openAccounts, openHoldingsForm, openPapers } from '@/features/ledger/keeping-ways'
import { openLedger } from '@/features/ledger/ways'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import type { DeskProps } from './desk-props'

export function MoreCard({ desk: { book, month, village }, onNewBook }: Pick<DeskProps, 'desk' | 'onNewBook'>) {
  return (
    <Card title='还有'>
      <ListRow icon='list' title='科目和余额' note='每个科目多少钱，加明细科目' onPress={() => openAccounts(book.id)} />
      <ListRow icon='key-round' title='登记家底' note='资产、资源、合同和租金' onPress={() => openHoldingsForm(book.id)} />
      <ListRow
        icon='printer'
        title='报表和公示单'
        note='给街道的表，贴在公示栏的纸'
        onPress={() => openPapers(book.id, month)}
      />
      <ListRow icon='wallet' title='开支' note='所有的开支，在谁手上' onPress={openExpenses} />
      <ListRow
        icon='eye'
        title='村里人看到的账'
        note='有人提了意见，也在那里答复'
        onPress={() => openLedger({ villageId: village.id, bookId: book.id, month })}
      />
      {onNewBook !== undefined && (
        <ListRow icon='book-open' title='再建一本账' note='集体经济组织和村委会各记各的' onPress={onNewBook} />
      )}
    </Card>
  )
}
