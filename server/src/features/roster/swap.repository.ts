import type { DutySlot, RosterMonth, Swap, SwapSlots } from '@huiying/shared/roster'
import type { Work } from '../../platform/database/work'
import { swapTable } from './leave.table'
import type { RosterRepository } from './roster.repository'
import { slotTable } from './slot.table'

/** Swaps and the slots they are about. */
export class SwapRepository {
  constructor(private readonly work: Work) {}

  swap(swapId: string): Promise<Swap | null> {
    return this.work.findOne(swapTable, { id: swapId })
  }

  askedFor(slotId: string): Promise<readonly Swap[]> {
    return this.work.find(swapTable, { slotId, status: 'asked' })
  }

  /** Locked in the order of their ids, so that two people who want each other's day never wait for each other. */
  async lockSlots({ slotId, returnSlotId }: Pick<Swap, 'slotId' | 'returnSlotId'>): Promise<SwapSlots> {
    const ids = returnSlotId === null ? [slotId] : [slotId, returnSlotId]
    const found = await this.work.find(slotTable, { id: ids }, { lock: true, orderBy: { id: 'asc' } })
    return {
      slot: found.find(({ id }) => id === slotId) ?? null,
      returnSlot: found.find(({ id }) => id === returnSlotId) ?? null,
    }
  }

  /** The months of both slots, in the order of time; before their slots. */
  async lockMonths(roster: RosterRepository, { slotId, returnSlotId }: Pick<Swap, 'slotId' | 'returnSlotId'>): Promise<readonly RosterMonth[]> {
    const ids = returnSlotId === null ? [slotId] : [slotId, returnSlotId]
    const slots = await this.work.find(slotTable, { id: ids })
    const [first] = slots
    if (first === undefined) return []
    const months: RosterMonth[] = []
    for (const month of [...new Set(slots.map((slot) => slot.month))].sort()) {
      const locked = await roster.lockMonth(first.subDistrictId, month)
      if (locked !== null) months.push(locked)
    }
    return months
  }

  add(swap: Swap): void {
    this.work.insert(swapTable, swap)
  }

  store(swap: Swap): void {
    this.work.update(swapTable, swap, { expectedVersion: swap.version })
  }
}

export function slotsThere({ slot, returnSlot }: SwapSlots): readonly DutySlot[] {
  return [slot, returnSlot].filter((one): one is DutySlot => one !== null)
}
