import { lackWords, lacksOf } from '@/features/ledger/keeping-words'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import type { DeskProps } from './desk-props'

/** So many stand here: they are done one after the other. */
const SHOWN = 3

/** Months that are over and still wait, but for the one in sight. */
export function LateMonths({ desk, onMonth }: DeskProps) {
  const late = lacksOf(desk).filter(({ month }) => month !== desk.month)
  if (late.length === 0) return null
  return (
    <Card title='等着往下走的月份' tone='soon'>
      {late.slice(0, SHOWN).map(({ month, lack }) => (
        <ListRow key={month} icon='calendar-check' title={lackWords({ month, lack }, desk.now)} onPress={() => onMonth(month)} />
      ))}
    </Card>
  )
}
