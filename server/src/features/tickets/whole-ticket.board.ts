import { DomainError } from '@huiying/shared/kernel'
import type { Viewer } from '@huiying/shared/identity'
import { roleIn, type Ticket, type TicketRole } from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { messageTable, type TicketMessage } from './message.table'
import { openingTable, type Opening } from './opening.table'
import { openMessages, openPhotos } from './open-part'
import { orderTable, type SupervisionOrder } from './order.table'
import { readTicket } from './ticket-rows'
import { factOf, wayOf, type JournalRow } from './ticket-timeline.board'
import type { StoredTicket } from './ticket.table'

// Who met it too is counted and not told, least of all to the neighbours.
const JOURNAL = `SELECT at, by_person, body FROM journal
  WHERE subject_id = ? AND type NOT IN ('ticket.followed', 'ticket.unfollowed') ORDER BY id`

/** Everything of one ticket, and what the viewer is to it. */
export interface Whole {
  readonly role: TicketRole
  readonly stored: StoredTicket
  readonly ticket: Ticket
  readonly messages: readonly TicketMessage[]
  readonly openings: readonly Opening[]
  readonly orders: readonly SupervisionOrder[]
  readonly journal: readonly JournalRow[]
}

/**
 * Asks what the viewer is to it before it reads anything more: whether a ticket is there that he may not know of takes
 * no time to find out. @throws ticket.not-found
 */
export async function wholeTicket(reads: Reads, viewer: Viewer, ticketId: string): Promise<Whole> {
  const found = await readTicket(reads, ticketId)
  const role = found === null ? null : roleIn(viewer, found.ticket)
  if (found === null || role === null) throw new DomainError('ticket.not-found')
  const of = (columns: string, table: string, order: string): Promise<readonly RawRow[]> =>
    reads.query<RawRow>(`SELECT ${columns} FROM ${table} WHERE ticket_id = ? ORDER BY ${order}`, [ticketId])
  const [messages, openings, orders, journal] = await Promise.all([
    of(messageTable.columnList, 'ticket_messages', 'id'),
    of(openingTable.columnList, 'ticket_openings', 'at'),
    of(orderTable.columnList, 'supervision_orders', 'cycle'),
    reads.query<JournalRow>(JOURNAL, [ticketId]),
  ])
  return {
    ...found,
    role,
    messages: messages.map(messageTable.fromRaw),
    openings: openings.map(openingTable.fromRaw),
    orders: orders.map(orderTable.fromRaw),
    journal,
  }
}

/**
 * What neighbours may see: the matter and the village's answers; not the reporter's voice, further words or readers.
 */
export function openPartOf(whole: Whole): Whole {
  const open = new Set<string>([
    'ticket.submitted', 'ticket.responded', 'ticket.replied', 'ticket.response-overdue', 'ticket.closure-overdue',
    'ticket.order-issued', 'ticket.closed', 'ticket.rated', 'ticket.rejected', 'ticket.filed-unrated', 'ticket.took-in',
  ])
  return {
    ...whole,
    stored: { ...whole.stored, photoIds: openPhotos(whole.stored, true), voiceId: null },
    messages: openMessages(whole.messages),
    openings: [],
    journal: whole.journal.filter((row) => open.has(factOf(row).type)),
  }
}

export function fileIdsIn({ stored, messages }: Whole): readonly string[] {
  return [stored, ...messages].flatMap(({ photoIds, voiceId }) =>
    voiceId === null ? photoIds : [...photoIds, voiceId],
  )
}

export function peopleIn({ ticket, messages, openings, journal }: Whole): readonly string[] {
  const ids = [
    ticket.reporterId, ticket.addresseeId, ticket.respondedBy,
    ...messages.map((message) => message.authorId),
    ...openings.map((opening) => opening.personId),
    ...journal.flatMap((row) => {
      const way = wayOf(factOf(row))
      return [row.by_person, way?.from ?? null, way?.to ?? null]
    }),
  ]
  return ids.filter((id): id is string => id !== null)
}
