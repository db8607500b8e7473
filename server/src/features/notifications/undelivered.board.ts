import { watchedCountiesOf, watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { DomainError, excerpt, type EpochMs } from '@huiying/shared/kernel'
import {
  ASKED_OF_THEM_ALONE, isStillAsked,
  type ChannelState, type NoticeKind, type UndeliveredAnswer, type UndeliveredPerson, type UndeliveredRow,
} from '@huiying/shared/notifications'
import { currentCycle, roleIn, type Ticket, type TicketFact } from '@huiying/shared/tickets'
import { jsonOf, placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { personTags, phonesOf } from '../identity/public'
import { ticketsById } from '../tickets/public'
import type { DeliveryOutcomeKind } from './delivery.table'
import type { TextOutcomeKind } from './text.table'

const MOST_ROWS = 50
const EXCERPT_LENGTH = 80

const ALONE = placeholders(ASKED_OF_THEM_ALONE.length)
/** What is asked of some alone leaves the list by what they do. */
const whoseIs = (who: string): string =>
  `(u.kind NOT IN (${ALONE}) OR EXISTS (SELECT 1 FROM notices n WHERE n.fact_id = u.fact_id AND n.person_id = ${who}))`

/** Open still, and nobody who handles it has looked at it since, or said anything. */
const undelivered = (whose: string): string => `SELECT u.ticket_id AS ticketId, u.kind, u.since_at AS sinceAt,
    v.name AS villageName, s.name AS subDistrictName, j.body AS fact
  FROM undeliverables u JOIN tickets t ON t.id = u.ticket_id JOIN units v ON v.id = t.village_id
  JOIN units s ON s.id = t.sub_district_id JOIN journal j ON j.id = u.fact_id
  WHERE ${whose} AND t.status IN ('submitted', 'in-progress') AND t.merged_into_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM ticket_looks o
      WHERE o.ticket_id = u.ticket_id AND o.at >= u.since_at AND ${whoseIs('o.person_id')})
    AND NOT EXISTS (SELECT 1 FROM ticket_messages m
      WHERE m.ticket_id = u.ticket_id AND m.side = 'handler' AND m.at >= u.since_at AND ${whoseIs('m.author_id')})
  ORDER BY u.since_at, u.fact_id LIMIT ${2 * MOST_ROWS}`

interface FoundRow {
  readonly ticketId: string
  readonly kind: NoticeKind
  readonly sinceAt: number
  readonly villageName: string
  readonly subDistrictName: string
  readonly fact: string
}

/**
 * Of the sub-district one watches; for the county's people, of what lies with the county.
 * @throws session.forbidden for whoever watches neither
 */
export async function undeliveredOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<UndeliveredAnswer> {
  const subDistrictId = watchedSubDistrictOf(viewer)
  const counties = subDistrictId === null ? watchedCountiesOf(viewer) : []
  if (subDistrictId === null && counties.length === 0) throw new DomainError('session.forbidden')
  const whose = subDistrictId === null ? `t.holder_unit_id IN (${placeholders(counties.length)})` : 't.sub_district_id = ?'
  const watched = subDistrictId === null ? counties : [subDistrictId]
  const params = [...watched, ...ASKED_OF_THEM_ALONE, ...ASKED_OF_THEM_ALONE]
  const found = await reads.query<FoundRow>(undelivered(whose), params)
  const tickets = await ticketsById(reads, found.map(({ ticketId }) => ticketId))
  const shown = new Map<string, FoundRow & { readonly ticket: Ticket }>()
  for (const row of found) {
    // However often nobody was reached, each matter once.
    if (shown.has(row.ticketId) || shown.size >= MOST_ROWS) continue
    const ticket = tickets.get(row.ticketId)
    // What is confidential is on nobody's list but those who handle it.
    if (ticket === undefined || roleIn(viewer, ticket) !== 'handler') continue
    const asked = { kind: row.kind, startedAt: Number(row.sinceAt) }
    if (isStillAsked(jsonOf<TicketFact>(row.fact), asked, ticket)) shown.set(row.ticketId, { ...row, ticket })
  }
  const told = await peopleTold(reads, [...shown.keys()], now)
  const rows = [...shown.values()].map(({ ticketId, ticket, sinceAt, ...place }): UndeliveredRow => ({
    ticketId,
    // Above all sub-districts a village's name alone says little.
    villageName: subDistrictId === null ? `${place.subDistrictName}${place.villageName}` : place.villageName,
    isConfidential: ticket.visibility === 'confidential',
    words: excerpt(ticket.text, EXCERPT_LENGTH),
    hasVoice: ticket.text === '',
    sinceAt: Number(sinceAt),
    dueAt: dueOf(ticket),
    people: told.get(ticketId) ?? [],
  }))
  return { now, rows }
}

function dueOf(ticket: Ticket): EpochMs {
  return ticket.respondedAt === null ? ticket.responseDueAt : currentCycle(ticket).closureDueAt
}

interface ToldRow {
  readonly ticketId: string
  readonly personId: string
  readonly weChat: DeliveryOutcomeKind | null
  readonly isWeChatWaiting: number
  readonly text: TextOutcomeKind | null
  readonly isTextWaiting: number
}

/** By ticket, whoever was told of what nobody heard, each with the ends of the last try. */
async function peopleTold(
  reads: Reads, ticketIds: readonly string[], now: EpochMs,
): Promise<ReadonlyMap<string, readonly UndeliveredPerson[]>> {
  if (ticketIds.length === 0) return new Map()
  const told = await reads.query<ToldRow>(
    `SELECT u.ticket_id AS ticketId, n.person_id AS personId, d.outcome AS weChat, x.outcome AS text,
       EXISTS (SELECT 1 FROM deliveries w WHERE w.notice_id = n.id) AS isWeChatWaiting,
       EXISTS (SELECT 1 FROM text_deliveries w WHERE w.notice_id = n.id) AS isTextWaiting
     FROM undeliverables u JOIN notices n ON n.fact_id = u.fact_id
     LEFT JOIN delivery_outcomes d ON d.notice_id = n.id LEFT JOIN text_outcomes x ON x.notice_id = n.id
     WHERE u.ticket_id IN (${placeholders(ticketIds.length)}) ORDER BY n.created_at, n.id`,
    ticketIds,
  )
  const personIds = told.map(({ personId }) => personId)
  const [tags, phones] = await Promise.all([personTags(reads, personIds, now), phonesOf(reads, personIds)])
  return new Map(ticketIds.map((ticketId) => {
    const ofTicket = told.filter((row) => row.ticketId === ticketId)
    const last = [...new Map(ofTicket.map((row) => [row.personId, row])).values()]
    return [ticketId, last.flatMap((row): readonly UndeliveredPerson[] => {
      const person = tags.get(row.personId)
      return person === undefined ? [] : [{
        person,
        phone: phones.get(row.personId) ?? null,
        weChat: stateOf(row.weChat, Number(row.isWeChatWaiting) === 1),
        text: stateOf(row.text, Number(row.isTextWaiting) === 1),
      }]
    })] as const
  }))
}

function stateOf(outcome: DeliveryOutcomeKind | TextOutcomeKind | null, isWaiting: boolean): ChannelState {
  if (outcome === null) return isWaiting ? 'waiting' : 'none'
  if (outcome === 'sent' || outcome === 'refused') return outcome
  return outcome === 'no-number' ? 'none' : 'failed'
}
