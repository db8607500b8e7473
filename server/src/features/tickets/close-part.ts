import type { Viewer } from '@huiying/shared/identity'
import { closePart, partsOfRound, sumOfParts, type Ticket } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { unitOf } from '../villages/public'
import { actOnPart, type PartMessage } from './act-on-part'
import { messageTable } from './message.table'

export interface ClosePartInput {
  readonly ticketId: string
  readonly partId: string
  readonly text: string
  readonly photoIds: readonly string[]
}

/**
 * A department says what it did. With the last one the ticket closes, in the words of all. @throws what `closePart`
 * does, file.not-found
 */
export class ClosePart {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, input: ClosePartInput): Promise<{ readonly ticketId: string }> {
    const { ticketId, partId, text, photoIds } = input
    return actOnPart(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      photoIds,
      decide: async (work, actor, ticket) => {
        const sum = { messageId: this.ids.next(), text: sumOfParts(await doneBefore(work, ticket, partId, text)) }
        const own = { messageId: this.ids.next(), text }
        const decision = closePart(actor, ticket, partId, { ...own, sum }, work.now)
        const ends = decision.facts.some(({ type }) => type === 'ticket.closed')
        const messages: readonly PartMessage[] = [
          { id: own.messageId, kind: 'part-done', text, photoIds },
          // With the last one's photos: the resident sees there what was done.
          ...(ends ? [{ id: sum.messageId, kind: 'closure' as const, text: sum.text, photoIds }] : []),
        ]
        return { ...decision, messages }
      },
    })
  }
}

/** What the departments of this round said, in the order they were done, and this one's words last. */
async function doneBefore(
  work: Work, ticket: Ticket, partId: string, text: string,
): Promise<readonly { readonly unitName: string; readonly text: string }[]> {
  const earlier = partsOfRound(ticket)
    .filter(({ closureMessageId }) => closureMessageId !== null)
    .sort((one, other) => (one.closedAt ?? 0) - (other.closedAt ?? 0))
  const messages = await work.find(messageTable, { ticketId: ticket.id })
  const said = earlier.map((part) => ({
    unitId: part.unitId, text: messages.find(({ id }) => id === part.closureMessageId)?.text ?? '',
  }))
  const here = ticket.parts.filter(({ id }) => id === partId).map(({ unitId }) => ({ unitId, text: text.trim() }))
  const all: { unitName: string; text: string }[] = []
  for (const one of [...said, ...here]) {
    all.push({ unitName: (await unitOf(work, one.unitId))?.name ?? '', text: one.text })
  }
  return all
}
