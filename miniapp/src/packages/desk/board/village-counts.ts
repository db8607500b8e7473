import type { BoardAnswer } from '@huiying/shared/tickets'

export interface VillageCount {
  readonly id: string
  readonly name: string
  readonly late: number
  readonly soon: number
}

/** Each village with what is late and what soon will be, the latest first. */
export function villageCounts({ villages }: BoardAnswer): readonly VillageCount[] {
  const counts = villages.map(({ village: { id, name }, late, soon }) => ({ id, name, late, soon }))
  return counts.sort((one, other) => other.late - one.late || other.soon - one.soon)
}
