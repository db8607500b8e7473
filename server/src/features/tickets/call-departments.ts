import type { Viewer } from '@huiying/shared/identity'
import { whistle } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnPart } from './act-on-part'
import { callableDepartments } from './departments.board'

export interface CallDepartmentsInput {
  readonly ticketId: string
  readonly calls: readonly { readonly unitId: string; readonly task: string }[]
}

/** The sub-district whistles: one part for each department, each with its task. @throws what `whistle` does */
export class CallDepartments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, calls }: CallDepartmentsInput): Promise<{ readonly ticketId: string }> {
    return actOnPart(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: async (work, actor, ticket) => {
        const callable = await callableDepartments(work, ticket.subDistrictId, work.now)
        const made = calls.map((call) => ({ ...call, partId: this.ids.next(), messageId: this.ids.next() }))
        const messages = made.map(({ messageId: id, task: text }) => ({ id, kind: 'task' as const, text }))
        return { ...whistle(actor, ticket, made, callable, work.now), messages }
      },
    })
  }
}
