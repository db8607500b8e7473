import { useState, type ReactNode } from 'react'
import type { ExpenseRow } from '@huiying/shared/expenses'
import { fetchVillageExpenses } from '@/features/expenses/api'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'

export interface MoreOfVillageProps {
  readonly villageId: string
  /** Where the shown ones end. */
  readonly after: string
  readonly seen: readonly string[]
  readonly children: (row: ExpenseRow) => ReactNode
}

/** Older ones, a page at a tap. */
export function MoreOfVillage({ villageId, after, seen, children }: MoreOfVillageProps) {
  const [rows, setRows] = useState<readonly ExpenseRow[]>([])
  const [next, setNext] = useState<string | null>(after)
  const { isBusy, fault, run } = useAct()
  const load = () =>
    void run(async () => {
      const answer = await fetchVillageExpenses(villageId, next)
      // A paper that moved in the meantime comes twice.
      const known = new Set([...seen, ...rows.map(({ id }) => id)])
      setRows([...rows, ...[...answer.mine, ...answer.others].filter(({ id }) => !known.has(id))])
      setNext(answer.more)
    })
  return (
    <>
      {rows.map(children)}
      <Fault words={fault} />
      {next !== null && (
        <Button icon='chevron-down' isBusy={isBusy} onPress={load}>
          再看早一些的
        </Button>
      )}
    </>
  )
}
