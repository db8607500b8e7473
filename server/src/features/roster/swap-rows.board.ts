import type { EpochMs } from '@huiying/shared/kernel'
import { isSwapOpen, type DutySlot, type Swap, type SwapRow, type SwapSlot } from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { personTags } from '../identity/public'
import { swapTable } from './leave.table'
import { slotTable } from './slot.table'

export interface OpenSwaps {
  readonly asked: readonly SwapRow[]
  readonly asking: readonly SwapRow[]
}

/** The swaps that wait for the person's answer and those he waits for; what can no longer come about is left out. */
export async function openSwapsOf(reads: Reads, personId: string, now: EpochMs): Promise<OpenSwaps> {
  const rows = await reads.query<RawRow>(
    `SELECT ${swapTable.columnList} FROM duty_swaps WHERE status = ? AND (to_person_id = ? OR from_person_id = ?) ORDER BY asked_at, id`,
    ['asked', personId, personId],
  )
  const swaps = rows.map(swapTable.fromRaw)
  const slots = await slotsNamed(reads, swaps.flatMap(({ slotId, returnSlotId }) => [slotId, returnSlotId ?? slotId]))
  const names = await villageNames(reads, [...slots.values()])
  const tags = await personTags(reads, swaps.flatMap(({ fromPersonId, toPersonId }) => [fromPersonId, toPersonId]), now)
  const shown = swaps.flatMap((swap): readonly (Swap & { readonly row: SwapRow })[] => {
    const slot = slots.get(swap.slotId) ?? null
    const returnSlot = swap.returnSlotId === null ? null : (slots.get(swap.returnSlotId) ?? null)
    const [from, to] = [tags.get(swap.fromPersonId), tags.get(swap.toPersonId)]
    if (slot === null || from === undefined || to === undefined) return []
    if (!isSwapOpen(swap, { slot, returnSlot }, now)) return []
    const { id, status, askedAt } = swap
    const inReturn = returnSlot === null ? null : swapSlotOf(returnSlot, names)
    return [{ ...swap, row: { id, status, from, to, slot: swapSlotOf(slot, names), inReturn, askedAt } }]
  })
  return {
    asked: shown.filter(({ toPersonId }) => toPersonId === personId).map(({ row }) => row),
    asking: shown.filter(({ fromPersonId }) => fromPersonId === personId).map(({ row }) => row),
  }
}

export function swapSlotOf({ id, villageId, on, seat }: DutySlot, names: ReadonlyMap<string, string>): SwapSlot {
  return { slotId: id, villageName: names.get(villageId) ?? '', on, seat }
}

export async function villageNames(
  reads: Reads,
  slots: readonly { readonly villageId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(slots.map(({ villageId }) => villageId))]
  if (ids.length === 0) return new Map()
  const rows = await reads.query<{ readonly id: string; readonly name: string }>(
    `SELECT id, name FROM units WHERE id IN (${placeholders(ids.length)})`,
    ids,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function slotsNamed(reads: Reads, slotIds: readonly string[]): Promise<ReadonlyMap<string, DutySlot>> {
  const ids = [...new Set(slotIds)]
  if (ids.length === 0) return new Map()
  const rows = await reads.query<RawRow>(`SELECT ${slotTable.columnList} FROM duty_slots WHERE id IN (${placeholders(ids.length)})`, ids)
  return new Map(rows.map(slotTable.fromRaw).map((slot) => [slot.id, slot]))
}
