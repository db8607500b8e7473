import { isForNeighbours } from '@huiying/shared/tickets'
import type { TicketMessage } from './message.table'
import type { KeptAttachments } from './ticket.table'

/** Of the talk, what those may read who only live there: answers that were looked at, with the files that were. */
export function openMessages(messages: readonly TicketMessage[]): readonly TicketMessage[] {
  return messages
    .filter((message) => isForNeighbours(message) && message.publishedAt !== null)
    .map((message) => ({ ...message, photoIds: openPhotos(message, true), voiceId: openVoice(message) }))
    .filter(({ text, photoIds, voiceId }) => text !== '' || photoIds.length > 0 || voiceId !== null)
}

export function openPhotos({ photoIds, openFileIds }: KeptAttachments, isNeighbour: boolean): readonly string[] {
  return isNeighbour ? photoIds.filter((id) => openFileIds?.includes(id) === true) : photoIds
}

function openVoice({ voiceId, openFileIds }: KeptAttachments): string | null {
  return voiceId !== null && openFileIds?.includes(voiceId) === true ? voiceId : null
}
