import type { PersonTag, Viewer } from '@huiying/shared/identity'
import { excerpt, type EpochMs } from '@huiying/shared/kernel'
import {
  isOpen, lookHoldsUntil, mayKnowOf, type ConfidenceView, type LookView, type Ticket, type TicketStatus,
  type TicketView,
} from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { personTags } from '../identity/public'
import { unitOf } from '../villages/public'
import { lookTable } from './look.table'
import { readTicket } from './ticket-rows'
import { tagsOnTheWay } from './ticket-ways.board'

/** The newest; whoever looks fifty times a day is seen to. */
const LOOK_LIMIT = 200
const WORDS_REGARDING = 60

/** What the reporter and the handlers read beside the matter: who looked, and of a confidential one whose it is. */
export async function confidenceOf(
  reads: Reads,
  viewer: Viewer,
  ticket: Ticket,
  isHidden: boolean,
  now: EpochMs,
): Promise<Pick<TicketView, 'looks' | 'confidence' | 'complaint'>> {
  if (isHidden) return { looks: [], confidence: null, complaint: null }
  const [looks, confidence, complaint] = await Promise.all([
    looksOf(reads, viewer, ticket, now),
    ticket.visibility === 'confidential' ? whoseOf(reads, viewer, ticket, now) : null,
    viewer.personId === ticket.reporterId ? complaintAbout(reads, ticket) : null,
  ])
  return { looks, confidence, complaint }
}

/** What the reporter said about how this was handled, the newest; nobody else may hear that there is one. */
async function complaintAbout(reads: Reads, { id, reporterId }: Ticket): Promise<TicketView['complaint']> {
  const [row] = await reads.query<{ readonly id: string; readonly status: TicketStatus }>(
    'SELECT id, status FROM tickets WHERE regarding_ticket_id = ? AND reporter_id = ? ORDER BY id DESC LIMIT 1',
    [id, reporterId],
  )
  return row === undefined ? null : { ticketId: row.id, isOpen: isOpen(row) }
}

async function looksOf(
  reads: Reads,
  viewer: Viewer,
  ticket: Ticket,
  now: EpochMs,
): Promise<readonly LookView[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${lookTable.columnList} FROM ticket_looks WHERE ticket_id = ? ORDER BY at DESC LIMIT ${LOOK_LIMIT}`,
    [ticket.id],
  )
  const looks = rows.map(lookTable.fromRaw).reverse()
  const tags = await tagsOnTheWay(reads, looks.map(({ personId }) => personId), now, ticket)
  const isConcerned = (lookerId: string): boolean =>
    viewer.personId === lookerId || viewer.personId === ticket.reporterId
  return looks.map(({ kind, personId, at, reason }) => ({
    kind,
    who: tags.get(personId) ?? null,
    at,
    reason,
    until: kind === 'phone' && isConcerned(personId) ? lookHoldsUntil(at, now) : null,
  }))
}

async function whoseOf(reads: Reads, viewer: Viewer, ticket: Ticket, now: EpochMs): Promise<ConfidenceView> {
  const { holderUnitId, subDistrictId, about, aboutPersonId, regardingTicketId, villageId } = ticket
  const [holder, subDistrict, named, first] = await Promise.all([
    unitOf(reads, holderUnitId),
    unitOf(reads, subDistrictId),
    aboutPersonId === null ? null : personTags(reads, [aboutPersonId], now, villageId),
    regardingTicketId === null ? null : readTicket(reads, regardingTicketId),
  ])
  const aboutPerson: PersonTag | null = named?.get(aboutPersonId ?? '') ?? null
  return {
    holder: { name: holder?.name ?? '', isCounty: holder?.kind === 'county' },
    subDistrictName: subDistrict?.name ?? '',
    about,
    aboutPerson,
    regarding: first === null ? null : {
      words: excerpt(first.ticket.text, WORDS_REGARDING),
      ticketId: mayKnowOf(viewer, first.ticket) ? first.ticket.id : null,
    },
  }
}
