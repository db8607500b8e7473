import type { Viewer } from '@huiying/shared/identity'
import { escalate } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import type { TicketActAnswer } from './act-on-ticket'
import { actWithReason, noGround, type ReasonInput } from './act-with-reason'

/** What a village cannot settle goes up. @throws what `escalate` does */
export class EscalateTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, input: ReasonInput): Promise<TicketActAnswer> {
    return actWithReason(this.unitOfWork, this.ids, viewer, input, {
      kind: 'escalation', ground: noGround, decide: escalate,
    })
  }
}
