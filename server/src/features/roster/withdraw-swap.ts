import type { Viewer } from '@huiying/shared/identity'
import { withdrawSwap } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { SwapRepository } from './swap.repository'

/** Taken back by whoever asked, before it was answered. @throws roster.swap-not-found, roster.swap-over */
export class WithdrawSwap {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, swapId: string): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const swaps = new SwapRepository(work)
      const { next, facts } = withdrawSwap(await swaps.swap(swapId), viewer.personId ?? '', work.now)
      swaps.store(next)
      work.record(viewer.personId, facts)
    })
  }
}
