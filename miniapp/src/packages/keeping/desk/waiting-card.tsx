import { formatYuan } from '@huiying/shared/kernel'
import type { KeeperAnswer } from '@huiying/shared/ledger'
import type { ExpenseRow } from '@huiying/shared/expenses'
import { fetchExpenses } from '@/features/expenses/api'
import { openExpense, openExpenses } from '@/features/expenses/ways'
import { howLong, myActWords } from '@/features/expenses/words'
import { usePolling } from '@/features/tickets/use-ticket'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'

/** So many stand here; the list has all. */
const SHOWN = 6

/** Papers of the village that wait to be paid or to be entered. Nothing while there is none. */
export function WaitingCard({ desk: { village } }: { readonly desk: KeeperAnswer }) {
  const list = useLoad(`keeping-expenses/${village.id}`, fetchExpenses)
  usePolling(list.reload)
  const { data } = list
  const waiting = data === null ? [] : data.mine.filter((row) => row.village.id === village.id)
  if (data === null || waiting.length === 0) return null
  return (
    <Card title={`等您办的开支 ${waiting.length} 张`} tone='soon'>
      {waiting.slice(0, SHOWN).map((row) => (
        <ListRow
          key={row.id}
          icon='wallet'
          title={titleOf(row)}
          note={noteOf(row, data.now)}
          onPress={() => openExpense(row.id)}
        />
      ))}
      {waiting.length > SHOWN && <ListRow title={`还有 ${waiting.length - SHOWN} 张`} onPress={openExpenses} />}
    </Card>
  )
}

function titleOf({ purpose, payeeName, amountFen }: ExpenseRow): string {
  return `${purpose}，${payeeName} ${formatYuan(amountFen)}`
}

function noteOf({ mySlots, waiting }: ExpenseRow, now: number): string {
  const act = myActWords(mySlots, waiting)
  return waiting === null ? act : `${act}，${howLong(waiting.sinceAt, now)}`
}
