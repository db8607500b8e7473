import type { PersonTag, Viewer } from '@huiying/shared/identity'
import { DomainError, maskPhone, maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import type { RerouteReason, TicketFact } from '@huiying/shared/tickets'
import {
  actionsFor, currentCycle, mayReject, roleIn,
  type Cycle, type CycleView, type Ticket, type TicketView, type TimelineStep,
} from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { fileUrls, type FileUrls, type FileUrlSigner } from '../files/public'
import { personTags, phoneOf } from '../identity/public'
import { entryInBrief } from '../ledger/public'
import { villageOf } from '../villages/public'
import { messageTable, type TicketMessage } from './message.table'
import { openingTable, type Opening } from './opening.table'
import { orderTable, type SupervisionOrder } from './order.table'
import { heldViews, holdersIn, holdingOf } from './ticket-holding.board'
import { readTicket } from './ticket-rows'
import type { Attachments, StoredTicket } from './ticket.table'

interface JournalRow {
  readonly at: number
  readonly by_person: string | null
  readonly body: string
}

/** Everything of one ticket, before anybody looks at it. */
interface Whole {
  readonly stored: StoredTicket
  readonly ticket: Ticket
  readonly messages: readonly TicketMessage[]
  readonly openings: readonly Opening[]
  readonly orders: readonly SupervisionOrder[]
  readonly journal: readonly JournalRow[]
}

/** One ticket as the viewer may see it. @throws ticket.not-found */
export async function ticketView(
  reads: Reads,
  signer: FileUrlSigner,
  viewer: Viewer,
  ticketId: string,
  now: EpochMs,
): Promise<TicketView> {
  const whole = await wholeTicket(reads, ticketId)
  const role = whole === null ? null : roleIn(viewer, whole.ticket)
  if (whole === null || role === null) throw new DomainError('ticket.not-found')
  const { stored, ticket } = whole
  const shown = role === 'neighbour' ? openPartOf(whole) : whole
  const holding = await holdingOf(reads, ticket, now)
  const [tags, files, village, phone, entry] = await Promise.all([
    personTags(reads, [...peopleIn(whole), ...holdersIn(holding)], now, ticket.villageId),
    fileUrls(reads, signer, fileIdsIn(shown), now),
    villageOf(reads, ticket.villageId),
    phoneOf(reads, ticket.reporterId),
    stored.entryId === null ? null : entryInBrief(reads, viewer, stored.entryId),
  ])
  if (village === null) throw new Error(`ticket ${ticketId} lies in no village`)
  const tag = (personId: string | null): PersonTag | null => (personId === null ? null : (tags.get(personId) ?? null))
  const hidden = role === 'neighbour'
  const words = (text: string): string => (hidden ? maskNumbersIn(text) : text)
  const cycle = currentCycle(ticket)
  return {
    id: ticket.id,
    now,
    village: { id: village.id, kind: village.kind, name: village.name },
    kind: ticket.kind,
    visibility: ticket.visibility,
    role,
    reporter: hidden
      ? null
      : { name: tag(ticket.reporterId)?.name ?? '', maskedPhone: phone === null ? null : maskPhone(phone) },
    onBehalfOf: hidden || ticket.onBehalfOf === null ? null : maskedOther(ticket.onBehalfOf),
    addressee: tag(ticket.addresseeId),
    text: words(ticket.text),
    entry: entry === null ? null : { id: entry.id, sentence: entry.sentence },
    ...attachmentsOf(shown.stored, files),
    place: hidden ? null : ticket.place,
    status: ticket.status,
    heldBySubDistrict: ticket.holderUnitId !== ticket.villageId,
    heldBy: tag(holding.holderId),
    held: hidden ? [] : heldViews(holding, tag),
    submittedAt: ticket.submittedAt,
    responseDueAt: ticket.responseDueAt,
    respondedAt: ticket.respondedAt,
    respondedBy: tag(ticket.respondedBy),
    responseMissed: ticket.responseMissedAt !== null,
    cycle: cycleView(cycle, whole.orders),
    earlierCycles: ticket.cycles.slice(0, -1).map((one) => cycleView(one, whole.orders)),
    readers: shown.openings.flatMap(({ personId, at }) => {
      const reader = tag(personId)
      return reader === null ? [] : [{ ...reader, at }]
    }),
    messages: shown.messages.map((message) => ({
      id: message.id,
      at: message.at,
      author: hidden && message.authorId === ticket.reporterId ? null : tag(message.authorId),
      side: message.side,
      kind: message.kind,
      isResponse: message.isResponse,
      text: words(message.text),
      ...attachmentsOf(message, files),
      mine: message.authorId === viewer.personId,
    })),
    timeline: shown.journal
      .map((row) => timelineStep(row, hidden ? ticket.reporterId : null, tag))
      .sort((one, other) => one.at - other.at),
    actions: actionsFor(viewer, ticket, now),
    answerUntil:
      role === 'reporter' && mayReject(ticket, now) && cycle.closedAt !== null
        ? cycle.closedAt + stored.terms.rejectionMs
        : null,
  }
}

async function wholeTicket(reads: Reads, ticketId: string): Promise<Whole | null> {
  const found = await readTicket(reads, ticketId)
  if (found === null) return null
  const of = (columns: string, table: string, order: string): Promise<readonly RawRow[]> =>
    reads.query<RawRow>(`SELECT ${columns} FROM ${table} WHERE ticket_id = ? ORDER BY ${order}`, [ticketId])
  const [messages, openings, orders, journal] = await Promise.all([
    of(messageTable.columnList, 'ticket_messages', 'id'),
    of(openingTable.columnList, 'ticket_openings', 'at'),
    of(orderTable.columnList, 'supervision_orders', 'cycle'),
    reads.query<JournalRow>('SELECT at, by_person, body FROM journal WHERE subject_id = ? ORDER BY id', [ticketId]),
  ])
  return {
    ...found,
    messages: messages.map(messageTable.fromRaw),
    openings: openings.map(openingTable.fromRaw),
    orders: orders.map(orderTable.fromRaw),
    journal,
  }
}

/**
 * What neighbours may see: the matter and the village's answers; not the reporter's voice, further words or readers.
 */
function openPartOf(whole: Whole): Whole {
  const open = new Set<string>([
    'ticket.submitted', 'ticket.responded', 'ticket.replied', 'ticket.response-overdue', 'ticket.closure-overdue',
    'ticket.order-issued', 'ticket.closed', 'ticket.rated', 'ticket.rejected', 'ticket.filed-unrated',
  ])
  return {
    ...whole,
    stored: { ...whole.stored, voiceId: null },
    messages: whole.messages.filter((message) => message.side === 'handler'),
    openings: [],
    journal: whole.journal.filter((row) => open.has(factOf(row).type)),
  }
}

function fileIdsIn({ stored, messages }: Whole): readonly string[] {
  return [stored, ...messages].flatMap(({ photoIds, voiceId }) =>
    voiceId === null ? photoIds : [...photoIds, voiceId],
  )
}

function attachmentsOf({ photoIds, voiceId }: Attachments, files: FileUrls): Pick<TicketView, 'photos' | 'voice'> {
  return { photos: files.photos(photoIds), voice: files.voice(voiceId) }
}

function peopleIn({ ticket, messages, openings, journal }: Whole): readonly string[] {
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

function maskedOther(other: NonNullable<Ticket['onBehalfOf']>): NonNullable<TicketView['onBehalfOf']> {
  return { name: other.name, phone: other.phone === null ? null : maskPhone(other.phone) }
}

function cycleView(cycle: Cycle, orders: readonly SupervisionOrder[]): CycleView {
  const { number, startedAt, closureDueAt, orderCount, closedAt, outcome, notAcceptedReason, rating, rejected } = cycle
  return {
    number, startedAt, closureDueAt, orderCount, closedAt, outcome, notAcceptedReason, rating, rejected,
    closureMissed: cycle.closureMissedAt !== null,
    orderNumber: orders.find((order) => order.cycle === number)?.number ?? null,
  }
}

/** Lateness happened when it fell due, and a matter went over when the shift did, whenever it was noticed. */
function timelineStep(
  row: JournalRow,
  hiddenPersonId: string | null,
  tag: (id: string | null) => PersonTag | null,
): TimelineStep {
  const fact = factOf(row)
  const way = wayOf(fact)
  return {
    at: happenedAt(fact) ?? Number(row.at),
    type: fact.type,
    who: row.by_person === hiddenPersonId ? null : tag(row.by_person),
    cycle: 'cycle' in fact ? fact.cycle : null,
    ...(way === null ? {} : { from: tag(way.from), to: tag(way.to), why: way.why }),
  }
}

function happenedAt(fact: TicketFact): EpochMs | null {
  if (fact.type === 'ticket.response-overdue' || fact.type === 'ticket.closure-overdue') return fact.dueAt
  return fact.type === 'ticket.rerouted' ? fact.at : null
}

interface Way {
  readonly from: string | null
  readonly to: string | null
  readonly why: RerouteReason
}

function wayOf(fact: TicketFact): Way | null {
  return fact.type === 'ticket.rerouted' ? { from: fact.fromPersonId, to: fact.toPersonId, why: fact.why } : null
}

function factOf(row: JournalRow): TicketFact {
  return JSON.parse(row.body) as TicketFact
}
