import type { PersonTag, Viewer } from '@huiying/shared/identity'
import { DomainError, maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import {
  isForNeighbours, roleIn, type EntryQuestion, type EntryQuestionsAnswer, type TicketRole,
} from '@huiying/shared/tickets'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { fileUrls, type FileUrls, type FileUrlSigner } from '../files/public'
import { personTags } from '../identity/public'
import { entryInBrief } from '../ledger/public'
import { knowable } from './knowable'
import { messageTable, type TicketMessage } from './message.table'
import { openMessages } from './open-part'
import { ticketTable, type StoredTicket } from './ticket.table'

const QUESTION_LIMIT = 50
/** Read first, chosen after: more than one entry was ever asked about. */
const READ_LIMIT = 500

/**
 * What was asked about a ledger entry, oldest first, with the handlers' answers. Each question as its ticket shows it:
 * neighbours read no name and no number, and of what was said for the handlers alone nothing at all.
 * @throws ledger.entry-not-found, also for whoever may not read the book
 */
export async function entryQuestionsOf(
  reads: Reads,
  signer: FileUrlSigner,
  viewer: Viewer,
  entryId: string,
  now: EpochMs,
): Promise<EntryQuestionsAnswer> {
  const entry = await entryInBrief(reads, viewer, entryId)
  if (entry === null) throw new DomainError('ledger.entry-not-found')
  const known = knowable(viewer)
  const rows = await reads.query<RawRow>(
    `SELECT ${ticketTable.columnListOf('t')} FROM tickets t WHERE t.entry_id = ? AND t.status <> 'withdrawn'
     AND (t.reporter_id = ? OR ${known.sql}) ORDER BY t.id LIMIT ${READ_LIMIT}`,
    [entryId, viewer.personId, ...known.params],
  )
  const seen = rows.map(ticketTable.fromRaw)
    .flatMap((ticket) => {
      // Whoever reads the book is of the village or watches over it: no way it went makes him more than that.
      const role = roleIn(viewer, { ...ticket, moves: [], parts: [] })
      return role === null ? [] : [{ ticket, role }]
    })
    .slice(0, QUESTION_LIMIT)
  const answers = await answersTo(reads, seen.map(({ ticket }) => ticket.id))
  const people = [...seen.map(({ ticket }) => ticket.reporterId), ...answers.map(({ authorId }) => authorId)]
  const [tags, files] = await Promise.all([
    personTags(reads, people, now, entry.villageId),
    fileUrls(reads, signer, answers.flatMap(({ photoIds }) => photoIds), now),
  ])
  const questions = seen.map(({ ticket, role }) =>
    questionOf(ticket, role, answers.filter(({ ticketId }) => ticketId === ticket.id), tags, files))
  return { now, questions }
}

function questionOf(
  ticket: StoredTicket,
  role: TicketRole,
  answers: readonly TicketMessage[],
  tags: ReadonlyMap<string, PersonTag>,
  files: FileUrls,
): EntryQuestion {
  const isHidden = role === 'neighbour'
  const words = (text: string): string => (isHidden ? maskNumbersIn(text) : text)
  return {
    ticketId: ticket.id,
    askedAt: ticket.submittedAt,
    askedBy: isHidden ? null : tags.get(ticket.reporterId)?.name ?? null,
    words: words(ticket.text),
    hasVoice: ticket.voiceId !== null,
    status: ticket.status,
    responseDueAt: ticket.responseDueAt,
    answers: (isHidden ? openMessages(answers) : answers).map(({ authorId, at, text, photoIds }) => ({
      by: tags.get(authorId) ?? null, at, words: words(text), photos: files.photos(photoIds),
    })),
    mine: role === 'reporter',
  }
}

async function answersTo(reads: Reads, ticketIds: readonly string[]): Promise<readonly TicketMessage[]> {
  if (ticketIds.length === 0) return []
  const rows = await reads.query<RawRow>(
    `SELECT ${messageTable.columnList} FROM ticket_messages
     WHERE ticket_id IN (${placeholders(ticketIds.length)}) AND side = 'handler' ORDER BY id`,
    ticketIds,
  )
  return rows.map(messageTable.fromRaw).filter(isForNeighbours)
}
