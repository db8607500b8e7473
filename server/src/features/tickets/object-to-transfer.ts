import type { Viewer } from '@huiying/shared/identity'
import { object } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import type { TicketActAnswer } from './act-on-ticket'
import { actWithReason, noGround, type ReasonInput } from './act-with-reason'

/** The receiver says that it is not his. @throws what `object` does */
export class ObjectToTransfer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, input: ReasonInput): Promise<TicketActAnswer> {
    return actWithReason(this.unitOfWork, this.ids, viewer, input, {
      kind: 'objection', ground: noGround, decide: object,
    })
  }
}
