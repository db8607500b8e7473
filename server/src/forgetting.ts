import { DAY_MS } from '@huiying/shared/kernel'
import { forgetSaidWhenCalled } from './features/figures/public'
import { forgetToldOf } from './features/notifications/public'
import { forgetReporters, type AlsoForget } from './features/tickets/forget-reporters'
import type { Clock } from './platform/clock/clock'
import { PollingWorker, type Round } from './platform/database/polling-worker'
import type { Reads } from './platform/database/reads'
import type { UnitOfWork } from './platform/database/unit-of-work'
import type { WorkLog } from './platform/database/work-log'

/** Stands above the rooms, as reactions do: what he said when he was called back, and what he was told of it. */
export const FORGETTING: AlsoForget = async (work, ticketId, reporterId) => {
  await forgetToldOf(work, ticketId, reporterId)
  forgetSaidWhenCalled(work, ticketId)
}

/** Once at the start and once a day. */
export function reporterForgetting(unitOfWork: UnitOfWork, reads: Reads, clock: Clock, log: WorkLog): PollingWorker {
  const round = async (): Promise<Round> => {
    await forgetReporters(unitOfWork, reads, await clock.now(), FORGETTING)
    return { didWork: true, nextDueAt: null }
  }
  return new PollingWorker({ name: 'forgetting reporters', clock, log, maxSleepMs: DAY_MS, round })
}
