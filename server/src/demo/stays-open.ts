import type { EpochMs } from '@huiying/shared/kernel'
import type { PlannedTicket } from './planned-ticket'

/** Whether a matter of the plan is one that its village will not finish itself after that instant. */
export function staysOpen(planned: readonly PlannedTicket[], submittedAt: EpochMs, at: EpochMs): boolean {
  return planned.some((one) =>
    one.submittedAt === submittedAt && !one.acts.some((act) => act.does === 'close' && act.at > at))
}
