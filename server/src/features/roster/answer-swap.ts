import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import {
  answerSwap, DEFAULT_ROSTER_TERMS, replacePerson, type DutySlot, type RosterMonth, type Swap, type SwapSlots,
} from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import type { SlotChange } from './passed-facts'
import { RosterRepository } from './roster.repository'
import { swapGroundOf } from './swap-ground'
import { slotsThere, SwapRepository } from './swap.repository'

/** Yes or no to a swap; with a yes both sit in each other's place at once. @throws what `answerSwap` does */
export class AnswerSwap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, swapId: string, accept: boolean): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const personId = viewer.personId ?? ''
      const swaps = new SwapRepository(work)
      const roster = new RosterRepository(work, this.ids)
      const swap = await swaps.swap(swapId)
      if (swap === null) throw new DomainError('roster.swap-not-found')
      const months = accept ? await swaps.lockMonths(roster, swap) : []
      const clock = accept ? await roster.lockClock(swap.subDistrictId) : null
      const slots = await swaps.lockSlots(swap)
      const ground = await swapGroundOf(work, slotsThere(slots), [swap.fromPersonId, swap.toPersonId], work.now)
      const { next, facts } = answerSwap(swap, personId, accept, slots, ground, work.now)
      swaps.store(next)
      work.record(personId, facts)
      if (!accept) return
      const changes = this.exchange(work, swap, slots, months)
      roster.storeAcross(months, clock, { changes, source: 'swap', by: personId })
    })
  }

  private exchange(
    work: Work,
    swap: Swap,
    { slot, returnSlot }: SwapSlots,
    months: readonly RosterMonth[],
  ): readonly SlotChange[] {
    const change = (before: DutySlot, sitsNow: string): SlotChange => {
      const terms = months.find(({ month }) => month === before.month)?.terms ?? DEFAULT_ROSTER_TERMS
      return { before, replacement: replacePerson(before, sitsNow, 'swap', this.ids.next(), terms, work.now) }
    }
    return [
      ...(slot === null ? [] : [change(slot, swap.toPersonId)]),
      ...(returnSlot === null ? [] : [change(returnSlot, swap.fromPersonId)]),
    ]
  }
}
