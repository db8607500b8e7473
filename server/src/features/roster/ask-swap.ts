import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { askSwap } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { swapGroundOf } from './swap-ground'
import { slotsThere, SwapRepository } from './swap.repository'

export interface AskSwapInput {
  readonly slotId: string
  readonly toPersonId: string
  readonly returnSlotId: string | null
}

/** "Will you sit for me?" Nothing moves before the other says yes. @throws what `askSwap` of `shared` does */
export class AskSwap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { slotId, toPersonId, returnSlotId }: AskSwapInput): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const fromPersonId = viewer.personId ?? ''
      const swaps = new SwapRepository(work)
      const wish = { id: this.ids.next(), slotId, returnSlotId, fromPersonId, toPersonId }
      const slots = await swaps.lockSlots(wish)
      const there = slotsThere(slots)
      // People of two sub-districts have two rosters.
      if (new Set(there.map(({ subDistrictId }) => subDistrictId)).size > 1) throw new DomainError('roster.slot-not-found')
      const ground = await swapGroundOf(work, there, [fromPersonId, toPersonId], work.now)
      const { next, facts } = askSwap(wish, slots, ground, await swaps.askedFor(slotId), work.now)
      swaps.add(next)
      work.record(fromPersonId, facts)
    })
  }
}
