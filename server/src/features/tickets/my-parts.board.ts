import type { Viewer } from '@huiying/shared/identity'
import { DAY_MS, excerpt, type EpochMs } from '@huiying/shared/kernel'
import {
  isOpen, isOpenPart, partStateOf, roleIn, type Part, type PartListAnswer, type PartRow, type Ticket,
} from '@huiying/shared/tickets'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { ticketsById } from './ticket-rows'

const OVER_FOR_MS = 30 * DAY_MS
const ROWS = 50
const WORDS_IN_ROW = 60

interface FoundPart {
  readonly id: string
  readonly ticket_id: string
  readonly unit_name: string
  readonly village_name: string
  readonly task: string | null
}

/** What the viewer's departments are called for; nothing for whoever is no officer. */
export async function myParts(reads: Reads, viewer: Viewer, now: EpochMs): Promise<PartListAnswer> {
  const unitIds = [...new Set(viewer.posts.flatMap(({ kind, unitId }) => (kind === 'officer' ? [unitId] : [])))]
  if (unitIds.length === 0) return { now, open: [], over: [] }
  const found = await reads.query<FoundPart>(
    `SELECT p.id, p.ticket_id, d.name AS unit_name, v.name AS village_name, m.text AS task
     FROM ticket_parts p JOIN tickets t ON t.id = p.ticket_id JOIN units d ON d.id = p.unit_id
     JOIN units v ON v.id = t.village_id LEFT JOIN ticket_messages m ON m.id = p.message_id
     WHERE p.unit_id IN (${placeholders(unitIds.length)}) AND (p.closed_at IS NULL OR p.closed_at > ?)
     ORDER BY p.called_at DESC LIMIT ?`,
    [...unitIds, now - OVER_FOR_MS, 4 * ROWS],
  )
  const tickets = await ticketsById(reads, found.map((one) => one.ticket_id))
  const rows = found.flatMap((one): readonly Standing[] => {
    const ticket = tickets.get(one.ticket_id)
    const part = ticket?.parts.find(({ id }) => id === one.id)
    // A post in the village, or a merge, may have put it out of his sight since.
    if (ticket === undefined || part === undefined || roleIn(viewer, ticket) !== 'handler') return []
    const row = rowOf(one, ticket, part, now)
    return [{ row, isOpen: isOpen(ticket) && isOpenPart(part), endedAt: endOf(part, ticket) }]
  })
  return {
    now,
    open: rows.filter((one) => one.isOpen).map(({ row }) => row).sort(mostUrgentFirst).slice(0, ROWS),
    over: rows.filter((one) => !one.isOpen).sort((a, b) => b.endedAt - a.endedAt).map(({ row }) => row).slice(0, ROWS),
  }
}

interface Standing {
  readonly row: PartRow
  readonly isOpen: boolean
  readonly endedAt: EpochMs
}

function rowOf(found: FoundPart, ticket: Ticket, part: Part, now: EpochMs): PartRow {
  const { id, ticket_id: ticketId, unit_name: unitName, village_name: villageName, task } = found
  const { calledAt, reportDueAt, closedAt } = part
  return {
    id, ticketId, unitName, villageName, state: partStateOf(part, now), task: task ?? '',
    words: excerpt(ticket.text, WORDS_IN_ROW), calledAt, reportDueAt, closedAt,
  }
}

function endOf(part: Part, ticket: Ticket): EpochMs {
  return part.closedAt ?? part.reviewedAt ?? ticket.endedAt ?? part.calledAt
}

const URGENCY: readonly PartRow['state'][] = ['late', 'called', 'there', 'refused']

function mostUrgentFirst(one: PartRow, other: PartRow): number {
  return URGENCY.indexOf(one.state) - URGENCY.indexOf(other.state) || one.reportDueAt - other.reportDueAt
}
