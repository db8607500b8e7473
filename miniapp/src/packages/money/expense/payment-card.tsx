import type { ExpenseView } from '@huiying/shared/expenses'
import { chinaDateOf, formatDate } from '@huiying/shared/kernel'
import { openEntry } from '@/features/ledger/ways'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { PhotoRow } from '@/ui/photo-row'
import { unbroken } from '@/ui/unbroken'
import { Facts } from '../paper/facts'

/** How it was paid, with the paper that shows it. */
export function PaymentCard({ expense: { payment, now, entryId } }: { readonly expense: ExpenseView }) {
  if (payment === null) return null
  return (
    <Card title='付款'>
      <Facts
        facts={[
          ['哪天付的', unbroken(formatDate(payment.paidOn, chinaDateOf(now)))],
          ['流水号', payment.reference === '' ? null : payment.reference],
          ['谁付的', payment.by?.name ?? null],
        ]}
      />
      {payment.proof !== null && <PhotoRow photos={[payment.proof]} label='付款凭证' />}
      {entryId !== null && <ListRow icon='book-open' title='看账上这一笔' onPress={() => openEntry(entryId)} />}
    </Card>
  )
}
