import { cellKey, type Cell, type DutySlot, type Month } from '@huiying/shared/roster'
import type { Work } from '../../platform/database/work'
import { changeTable } from './month.table'
import { slotTable } from './slot.table'

/** What somebody decided about a draft, and what stays so when it is made anew. */
export interface KeptByHand {
  /** Cells that were set and have not ended. */
  readonly slots: readonly DutySlot[]
  /** Visits that were taken away and are not there again. */
  readonly takenAway: readonly Cell[]
}

export const NOTHING_KEPT: KeptByHand = { slots: [], takenAway: [] }

export async function keptByHand(work: Work, subDistrictId: string, month: Month): Promise<KeptByHand> {
  const set = await work.find(slotTable, { subDistrictId, month, source: ['edited', 'imported'] })
  const visits = { subDistrictId, month, seat: ['stationed', 'leader'] as const }
  const standing = await work.find(slotTable, visits)
  // A cell that was taken away leaves nothing behind but its line in the log.
  const logged = await work.find(changeTable, visits, { orderBy: { revision: 'asc', id: 'asc' } })
  const lastOf = new Map(logged.map((change) => [cellKey(change), change]))
  for (const slot of standing) lastOf.delete(cellKey(slot))
  return {
    slots: set.filter(({ toAt }) => toAt > work.now),
    takenAway: [...lastOf.values()].filter(({ afterId }) => afterId === null),
  }
}
