import type { ExpenseListAnswer } from '@huiying/shared/expenses'
import { usePolling } from '@/features/tickets/use-ticket'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { fetchExpenses } from './api'
import { howLong } from './words'
import { openExpense, openExpenses } from './ways'

/**
 * On the home page: papers that wait for one's own signature or act. Nothing while there is none, nor while the network
 * is away: the page has more to say than this.
 */
export function WaitsForYou({ accountId }: { readonly accountId: string }) {
  const list = useLoad(`expenses-waiting/${accountId}`, fetchExpenses)
  usePolling(list.reload)
  const mine = list.data?.mine ?? []
  if (list.data === null || mine.length === 0) return null
  const [only] = mine.length === 1 ? mine : []
  return (
    <Card tone='soon'>
      <ListRow
        icon='pencil'
        title={countWords(mine)}
        {...noteOf(list.data)}
        onPress={() => (only === undefined ? openExpenses() : openExpense(only.id))}
      />
    </Card>
  )
}

/** "开支：等您签字 2 张，等您办 1 张" */
export function countWords(mine: ExpenseListAnswer['mine']): string {
  const toSign = mine.filter(({ mySlots }) => mySlots.length > 0).length
  const toHandle = mine.length - toSign
  const parts = [toSign > 0 ? `等您签字 ${toSign} 张` : '', toHandle > 0 ? `等您办 ${toHandle} 张` : '']
  return `开支：${parts.filter((part) => part !== '').join('，')}`
}

function noteOf({ mine, now }: ExpenseListAnswer): { readonly note?: string } {
  const since = mine.flatMap(({ waiting }) => waiting === null ? [] : [waiting.sinceAt])
  if (since.length === 0) return {}
  const words = howLong(Math.min(...since), now)
  return { note: words === '刚到' ? words : `最久的等了 ${words.replace('了', '')}` }
}
