import type { BoardAnswer } from '@huiying/shared/tickets'
import { LATE_COLUMNS } from '@/features/tickets/board-words'

export interface VillageCount {
  readonly id: string
  readonly name: string
  readonly late: number
  readonly soon: number
}

/** Each village with what is late and what soon will be, the latest first. What is soon comes from the rows shown. */
export function villageCounts({ villages, columns }: BoardAnswer): readonly VillageCount[] {
  const soonRows = columns.flatMap(({ key, rows }) => (LATE_COLUMNS.includes(key) ? [] : rows))
  const counts = villages.map(({ village: { id, name }, late }) => ({
    id, name, late, soon: soonRows.filter(({ villageId }) => villageId === id).length,
  }))
  return [...counts].sort((one, other) => other.late - one.late || other.soon - one.soon)
}
