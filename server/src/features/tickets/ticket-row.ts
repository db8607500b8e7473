import { excerpt, maskNumbersIn } from '@huiying/shared/kernel'
import type { TicketRow } from '@huiying/shared/tickets'
import type { RawRow } from '../../platform/database/table'
import { openPhotos } from './open-part'
import { ticketTable, type REPORTER_PAGES, type VILLAGE_PAGES } from './ticket.table'

const WORDS_IN_ROW = 120

/** What a card takes, and the places by which lists tell whose it is. */
const SHOWN = ticketTable.some(
  'id', 'villageId', 'subDistrictId', 'holderUnitId', 'kind', 'visibility', 'reporterId', 'text', 'photoIds',
  'openFileIds', 'voiceId', 'status', 'submittedAt', 'responseDueAt', 'respondedAt', 'responseMissedAt', 'closureDueAt',
  'closedAt', 'closureMissed', 'mergedIntoId',
)

/** Which round a ticket `t` is in. */
export const CYCLE_NUMBER = '(SELECT MAX(c.number) FROM ticket_cycles c WHERE c.ticket_id = t.id)'

/** What `roleIn` says of a neighbour, for lists, counts and searches of tickets `t`. */
export const IS_OPEN_TO_NEIGHBOURS =
  "t.visibility = 'village' AND t.status <> 'withdrawn' AND t.published_at IS NOT NULL"

/** What every list selects; a WHERE with its parameters follows. */
export const TICKET_ROW_SELECT = ticketRowSelect('')

/**
 * The same by one index, where a page is read in its order. Left to themselves MySQL and MariaDB go through all tickets
 * by id instead, wherever they take a list for long: of a village that has been quiet for a year, to the end of the
 * table. SQLite takes it for the comment it looks like.
 */
export function ticketRowsBy(index: typeof VILLAGE_PAGES | typeof REPORTER_PAGES): string {
  return ticketRowSelect(`/*! FORCE INDEX (${index}) */`)
}

function ticketRowSelect(hint: string): string {
  return `SELECT ${SHOWN.columnListOf('t')}, v.name AS village_name,
  ${CYCLE_NUMBER} AS cycle_number, reporter.name AS reporter_name, addressee.name AS addressee_name,
  responder.name AS responder_name,
  (SELECT COUNT(*) FROM ticket_followers f WHERE f.ticket_id = t.id) AS follower_count
  FROM tickets t ${hint}
  JOIN units v ON v.id = t.village_id
  JOIN people reporter ON reporter.id = t.reporter_id
  LEFT JOIN people addressee ON addressee.id = t.addressee_id
  LEFT JOIN people responder ON responder.id = t.responded_by`
}

interface NamedRow extends RawRow {
  readonly village_name: string
  readonly cycle_number: number
  readonly reporter_name: string
  readonly addressee_name: string | null
  readonly responder_name: string | null
  readonly follower_count: number
}

/** A card of a list as the viewer may see it: neighbours see neither name nor numbers. */
export function ticketRowOf(raw: RawRow, viewerId: string | null, asNeighbour: boolean): TicketRow {
  const named = raw as NamedRow
  const ticket = SHOWN.fromRaw(raw)
  const isMine = ticket.reporterId === viewerId
  const isHidden = asNeighbour && !isMine
  return {
    id: ticket.id,
    villageName: named.village_name,
    kind: ticket.kind,
    words: excerpt(isHidden ? maskNumbersIn(ticket.text) : ticket.text, WORDS_IN_ROW),
    hasVoice: ticket.voiceId !== null,
    photoCount: openPhotos(ticket, isHidden).length,
    status: ticket.status,
    submittedAt: ticket.submittedAt,
    responseDueAt: ticket.responseDueAt,
    respondedAt: ticket.respondedAt,
    closureDueAt: ticket.closureDueAt,
    closedAt: ticket.closedAt,
    responseMissed: ticket.responseMissedAt !== null,
    closureMissed: ticket.closureMissed,
    cycleNumber: Number(named.cycle_number),
    reporterName: isHidden ? null : named.reporter_name,
    addresseeName: named.addressee_name,
    respondedByName: named.responder_name,
    followers: Number(named.follower_count),
    isMerged: ticket.mergedIntoId !== null,
    isConfidential: ticket.visibility === 'confidential',
    mine: isMine,
  }
}
