import type { PersonTag, Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import {
  PART_WORD_KINDS, partActionsFor, partStateOf, type Part, type PartInside, type PartView, type PartWordsView,
} from '@huiying/shared/tickets'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { FileUrls } from '../files/public'
import type { TicketMessage } from './message.table'
import { factOf } from './ticket-timeline.board'
import type { Whole } from './whole-ticket.board'

type Tag = (personId: string | null) => PersonTag | null

/**
 * The departments called to a ticket: what each did for the reporter, too; what the offices say among themselves for
 * those who handle it; nothing for neighbours.
 */
export async function partsOf(
  reads: Reads, viewer: Viewer, whole: Whole, files: FileUrls, tag: Tag, now: EpochMs,
): Promise<readonly PartView[]> {
  const { role, ticket, messages } = whole
  if (role === 'neighbour' || ticket.parts.length === 0) return []
  const names = await unitNames(reads, ticket.parts.map(({ unitId }) => unitId))
  return [...ticket.parts].sort((one, other) => one.calledAt - other.calledAt).map((part) => ({
    id: part.id,
    unit: { id: part.unitId, kind: 'department', name: names.get(part.unitId) ?? '' },
    state: partStateOf(part, now),
    calledAt: part.calledAt,
    calledBy: tag(part.calledBy),
    reportDueAt: part.reportDueAt,
    reportedAt: part.reportedAt,
    reportedBy: tag(part.reportedBy),
    reportMissed: part.reportMissedAt !== null,
    closedAt: part.closedAt,
    closedBy: tag(part.closedBy),
    done: doneIn(messages, part, files),
    inside: role === 'handler' ? insideOf(whole, part, tag) : null,
    actions: partActionsFor(viewer, ticket, part),
  }))
}

/** The talk with the resident: without the words that belong to a part. */
export function talkIn(messages: readonly TicketMessage[]): readonly TicketMessage[] {
  return messages.filter(({ kind }) => !PART_WORD_KINDS.some((one) => one === kind))
}

function doneIn(messages: readonly TicketMessage[], part: Part, files: FileUrls): PartView['done'] {
  const message = messages.find(({ id }) => id === part.closureMessageId)
  return message === undefined ? null : { text: message.text, photos: files.photos(message.photoIds) }
}

function insideOf({ messages, journal }: Whole, part: Part, tag: Tag): PartInside {
  const textOf = (messageId: string | null): string => messages.find(({ id }) => id === messageId)?.text ?? ''
  const said = (by: string | null, at: EpochMs | null, messageId: string | null): PartWordsView | null =>
    at === null ? null : { at, by: tag(by), text: textOf(messageId) }
  const reviews = journal.map(factOf).flatMap((fact) =>
    fact.type === 'ticket.part-reviewed' && fact.partId === part.id ? [fact.messageId] : [])
  return {
    task: textOf(part.messageId),
    refusal: said(part.refusedBy, part.refusedAt, part.refusalMessageId),
    review: said(part.reviewedBy, part.reviewedAt, reviews[reviews.length - 1] ?? null),
  }
}

async function unitNames(reads: Reads, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(unitIds)]
  const rows = await reads.query<{ readonly id: string; readonly name: string }>(
    `SELECT id, name FROM units WHERE id IN (${placeholders(ids.length)})`, ids,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
