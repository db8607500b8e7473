import type { CalendarDate } from '@huiying/shared/kernel'
import { shownSlots, type DutySlot, type Month, type Swap } from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { swapTable } from './leave.table'
import { publishedSlots } from './published-slots.board'

/** What whoever tells people about the roster asks, as it is now. */
export function publishedSlotsById(reads: Reads, slotIds: readonly string[]): Promise<readonly DutySlot[]> {
  if (slotIds.length === 0) return Promise.resolve([])
  return publishedSlots(reads, `id IN (${placeholders(slotIds.length)})`, slotIds)
}

/** The village's cells of those days that are to be sat and that nobody sits. */
export async function holesOn(reads: Reads, villageId: string, days: readonly CalendarDate[]): Promise<number> {
  if (days.length === 0) return 0
  const slots = await publishedSlots(reads, `village_id = ? AND duty_on IN (${placeholders(days.length)})`, [villageId, ...days])
  return shownSlots(slots).filter(({ personId }) => personId === null).length
}

/**
 * Whoever sits in the village in the month, but for those who sit in a village named before it too: of a published
 * month everybody is told once.
 */
export async function toldOfMonthHere(reads: Reads, villageId: string, month: Month): Promise<readonly string[]> {
  const rows = await reads.query<{ readonly person_id: string; readonly first: string }>(
    `SELECT person_id, MIN(village_id) AS first FROM duty_slots
     WHERE month = ? AND sub_district_id = (SELECT parent_id FROM units WHERE id = ?) AND published_at IS NOT NULL
       AND person_id IN (SELECT person_id FROM duty_slots WHERE village_id = ? AND month = ?)
     GROUP BY person_id ORDER BY person_id`,
    [month, villageId, villageId, month],
  )
  return rows.filter(({ first }) => first === villageId).map((row) => row.person_id)
}

export interface SwapInBrief {
  readonly swap: Swap
  readonly slot: DutySlot | null
  readonly returnSlot: DutySlot | null
}

export async function swapInBrief(reads: Reads, swapId: string): Promise<SwapInBrief | null> {
  const [raw] = await reads.query<RawRow>(`SELECT ${swapTable.columnList} FROM duty_swaps WHERE id = ?`, [swapId])
  if (raw === undefined) return null
  const swap = swapTable.fromRaw(raw)
  const { slotId, returnSlotId } = swap
  const slots = await publishedSlotsById(reads, returnSlotId === null ? [slotId] : [slotId, returnSlotId])
  return {
    swap,
    slot: slots.find(({ id }) => id === slotId) ?? null,
    returnSlot: slots.find(({ id }) => id === returnSlotId) ?? null,
  }
}
