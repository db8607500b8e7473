import { SUB_DISTRICT_HANDLER_POSTS, type Viewer } from '@huiying/shared/identity'
import { DomainError, excerpt, type EpochMs } from '@huiying/shared/kernel'
import type {
  ChannelState, UndeliveredAnswer, UndeliveredPerson, UndeliveredRow,
} from '@huiying/shared/notifications'
import { currentCycle, roleIn, type Ticket } from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import { personTags, phoneOf } from '../identity/public'
import { readTicket } from '../tickets/public'
import type { DeliveryOutcomeKind } from './delivery.table'
import type { TextOutcomeKind } from './text.table'

const MOST_ROWS = 50
const EXCERPT_LENGTH = 80

/** Open still, and nobody has opened or answered it since: each matter once, however often nobody was reached. */
const UNDELIVERED = `SELECT u.ticket_id AS ticketId, MIN(u.since_at) AS sinceAt, v.name AS villageName
  FROM undeliverables u JOIN tickets t ON t.id = u.ticket_id JOIN units v ON v.id = t.village_id
  WHERE t.sub_district_id = ? AND t.status IN ('submitted', 'in-progress') AND t.merged_into_id IS NULL
    AND (t.responded_at IS NULL OR t.responded_at < u.at)
    AND NOT EXISTS (SELECT 1 FROM ticket_openings o WHERE o.ticket_id = u.ticket_id AND o.at >= u.since_at)
  GROUP BY u.ticket_id, v.name ORDER BY sinceAt LIMIT ${MOST_ROWS}`

interface FoundRow {
  readonly ticketId: string
  readonly sinceAt: number
  readonly villageName: string
}

/** @throws session.forbidden for whoever watches no sub-district */
export async function undeliveredOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<UndeliveredAnswer> {
  const post = viewer.posts.find(({ kind }) => SUB_DISTRICT_HANDLER_POSTS.includes(kind))
  const subDistrictId = post?.subDistrictId ?? null
  if (subDistrictId === null) throw new DomainError('session.forbidden')
  const found = await reads.query<FoundRow>(UNDELIVERED, [subDistrictId])
  const rows: UndeliveredRow[] = []
  for (const { ticketId, sinceAt, villageName } of found) {
    const ticket = (await readTicket(reads, ticketId))?.ticket
    // What is confidential is on nobody's list but those who handle it.
    if (ticket === undefined || roleIn(viewer, ticket) !== 'handler') continue
    rows.push({
      ticketId,
      villageName,
      words: excerpt(ticket.text, EXCERPT_LENGTH),
      hasVoice: ticket.text === '',
      sinceAt: Number(sinceAt),
      dueAt: dueOf(ticket),
      people: await peopleTold(reads, ticketId, now),
    })
  }
  return { now, rows }
}

function dueOf(ticket: Ticket): EpochMs {
  return ticket.respondedAt === null ? ticket.responseDueAt : currentCycle(ticket).closureDueAt
}

interface ToldRow {
  readonly personId: string
  readonly weChat: DeliveryOutcomeKind | null
  readonly isWeChatWaiting: number
  readonly text: TextOutcomeKind | null
  readonly isTextWaiting: number
}

/** Whoever was told of what nobody heard, each with the ends of the last try. */
async function peopleTold(reads: Reads, ticketId: string, now: EpochMs): Promise<readonly UndeliveredPerson[]> {
  const told = await reads.query<ToldRow>(
    `SELECT n.person_id AS personId, d.outcome AS weChat, x.outcome AS text,
       EXISTS (SELECT 1 FROM deliveries w WHERE w.notice_id = n.id) AS isWeChatWaiting,
       EXISTS (SELECT 1 FROM text_deliveries w WHERE w.notice_id = n.id) AS isTextWaiting
     FROM undeliverables u JOIN notices n ON n.fact_id = u.fact_id
     LEFT JOIN delivery_outcomes d ON d.notice_id = n.id LEFT JOIN text_outcomes x ON x.notice_id = n.id
     WHERE u.ticket_id = ? ORDER BY n.created_at, n.id`,
    [ticketId],
  )
  const last = [...new Map(told.map((row) => [row.personId, row])).values()]
  const tags = await personTags(reads, last.map(({ personId }) => personId), now)
  const people: UndeliveredPerson[] = []
  for (const row of last) {
    const person = tags.get(row.personId)
    if (person === undefined) continue
    people.push({
      person,
      phone: await phoneOf(reads, row.personId),
      weChat: stateOf(row.weChat, Number(row.isWeChatWaiting) === 1),
      text: stateOf(row.text, Number(row.isTextWaiting) === 1),
    })
  }
  return people
}

function stateOf(outcome: DeliveryOutcomeKind | TextOutcomeKind | null, isWaiting: boolean): ChannelState {
  if (outcome === null) return isWaiting ? 'waiting' : 'none'
  if (outcome === 'sent' || outcome === 'refused') return outcome
  return outcome === 'no-number' ? 'none' : 'failed'
}
