import type { Viewer } from '@huiying/shared/identity'
import { excerpt, maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import {
  apartUntil, currentCycle, roleIn, type MainView, type Ticket, type TicketRole, type TogetherView,
} from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { personTags } from '../identity/public'
import { messageTable } from './message.table'
import { readTicket } from './ticket-rows'

const WORDS_OF_MERGED = 60

/** Who met it too, and what it is one with, as the viewer may see it. */
export async function togetherOf(
  reads: Reads,
  viewer: Viewer,
  ticket: Ticket,
  role: TicketRole,
  now: EpochMs,
): Promise<TogetherView> {
  const isHandler = role === 'handler'
  const [followers, merged, main] = await Promise.all([
    reads.query<{ readonly person_id: string; readonly name: string }>(
      `SELECT f.person_id, p.name FROM ticket_followers f JOIN people p ON p.id = f.person_id
       WHERE f.ticket_id = ? ORDER BY f.at, f.person_id`,
      [ticket.id],
    ),
    isHandler ? mergedInto(reads, ticket.id) : [],
    ticket.mergedIntoId === null ? null : mainOf(reads, viewer, ticket, ticket.mergedIntoId, role, now),
  ])
  return {
    followers: followers.length,
    isFollowing: followers.some((row) => row.person_id === viewer.personId),
    people: isHandler ? followers.map(({ name }) => name) : [],
    merged,
    main,
  }
}

async function mergedInto(reads: Reads, ticketId: string): Promise<TogetherView['merged']> {
  const rows = await reads.query<{
    readonly id: string
    readonly text: string
    readonly name: string
    readonly submitted_at: number
    readonly response_missed_at: number | null
  }>(
    `SELECT t.id, t.text, p.name, t.submitted_at, t.response_missed_at FROM tickets t JOIN people p ON p.id = t.reporter_id
     WHERE t.merged_into_id = ? ORDER BY t.id`,
    [ticketId],
  )
  return rows.map((row) => ({
    ticketId: row.id,
    words: excerpt(row.text, WORDS_OF_MERGED),
    reporterName: row.name,
    submittedAt: Number(row.submitted_at),
    responseMissed: row.response_missed_at !== null,
  }))
}

/** Its answers are the merged one's answers, too; the other reporter's words are his own. */
async function mainOf(
  reads: Reads,
  viewer: Viewer,
  ticket: Ticket,
  mainId: string,
  role: TicketRole,
  now: EpochMs,
): Promise<MainView | null> {
  const found = await readTicket(reads, mainId)
  if (found === null) return null
  const main = found.ticket
  const mayRead = roleIn(viewer, main) !== null
  if (role === 'neighbour' && !mayRead) return null
  const mergedAt = await mergedAtOf(reads, ticket)
  const rows = role === 'neighbour' ? [] : await reads.query<RawRow>(
    `SELECT ${messageTable.columnList} FROM ticket_messages WHERE ticket_id = ? AND side = 'handler' AND at >= ?
     AND kind IN ('reply', 'call', 'closure') ORDER BY id`,
    [mainId, mergedAt],
  )
  const messages = rows.map(messageTable.fromRaw)
  const tags = await personTags(reads, messages.map(({ authorId }) => authorId), now, ticket.villageId)
  const cycle = currentCycle(main)
  return {
    ticketId: mayRead ? mainId : null,
    mergedAt,
    answerDueAt: main.respondedAt === null && cycle.closedAt === null ? main.responseDueAt : null,
    finishDueAt: cycle.closedAt === null ? cycle.closureDueAt : null,
    responseMissed: main.responseMissedAt !== null,
    closureMissed: cycle.closureMissedAt !== null,
    closedAt: cycle.closedAt,
    outcome: cycle.outcome,
    apartUntil: apartUntil(main),
    answers: messages.map(({ authorId, at, text }) =>
      ({ by: tags.get(authorId) ?? null, at, text: maskNumbersIn(text) })),
  }
}

async function mergedAtOf(reads: Reads, ticket: Ticket): Promise<EpochMs> {
  const [row] = await reads.query<{ readonly at: number }>(
    "SELECT at FROM journal WHERE subject_id = ? AND type = 'ticket.merged' ORDER BY id DESC LIMIT 1",
    [ticket.id],
  )
  return Number(row?.at ?? ticket.submittedAt)
}
