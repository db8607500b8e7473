import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { decidePublication } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../../platform/database/unit-of-work'
import type { Ids } from '../../../platform/ids/ids'
import { messageTable } from '../message.table'
import { NO_FILES } from '../ticket.table'
import { contentCheckTable } from './content-check.table'
import { checkInHand, settleCheck } from './publish'

export interface DecideHeldInput {
  readonly checkId: string
  readonly isOpen: boolean
  readonly reason: string
}

/** A person of the sub-district says whether all may see it. @throws what `decidePublication` does */
export class DecideHeld {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { checkId, isOpen, reason }: DecideHeldInput): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const known = await work.findOne(contentCheckTable, { id: checkId })
      const hand = known === null ? null : await checkInHand(work, known)
      if (hand === null) throw new DomainError('publication.not-found')
      const { ticket } = hand.found
      const messageId = this.ids.next()
      const actor = viewerLater(viewer, work.now)
      const { next, facts } = decidePublication(actor, ticket, hand.check, { isOpen, reason, messageId }, work.now)
      settleCheck(work, hand, next)
      if (!isOpen || hand.check.state === 'withheld') {
        work.insert(messageTable, {
          id: messageId, ticketId: ticket.id, authorId: actor.personId ?? '', side: 'handler',
          kind: isOpen ? 'published' : 'withheld', isResponse: false,
          text: reason.trim(), ...NO_FILES, at: work.now, publishedAt: null, openFileIds: null,
        })
      }
      work.record(actor.personId, facts)
    })
  }
}
