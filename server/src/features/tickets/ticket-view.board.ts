import type { PersonTag, Viewer } from '@huiying/shared/identity'
import { maskPhone, maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import {
  actionsFor, currentCycle, isHeldAbove, mayReject, type Cycle, type CycleView, type Ticket, type TicketView,
} from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import { fileUrls, type FileUrls, type FileUrlSigner } from '../files/public'
import { phoneOf } from '../identity/public'
import { entryInBrief } from '../ledger/public'
import { villageOf } from '../villages/public'
import type { SupervisionOrder } from './order.table'
import { confidenceOf } from './ticket-confidence.board'
import { publicationOf } from './publication/publication-view.board'
import { heldViews, holdersIn, holdingOf } from './ticket-holding.board'
import { partsOf, talkIn } from './ticket-parts.board'
import { timelineStep } from './ticket-timeline.board'
import { awayIn, peopleOnTheWay, tagsOnTheWay, waysOf } from './ticket-ways.board'
import { togetherOf } from './ticket-together.board'
import type { Attachments } from './ticket.table'
import { fileIdsIn, openPartOf, peopleIn, wholeTicket } from './whole-ticket.board'

/** One ticket as the viewer may see it. @throws ticket.not-found */
export async function ticketView(
  reads: Reads,
  signer: FileUrlSigner,
  viewer: Viewer,
  ticketId: string,
  now: EpochMs,
): Promise<TicketView> {
  const whole = await wholeTicket(reads, viewer, ticketId)
  const { role, stored, ticket } = whole
  const shown = role === 'neighbour' ? openPartOf(whole) : whole
  const holding = await holdingOf(reads, ticket, now)
  const [tags, files, village, phone, entry] = await Promise.all([
    tagsOnTheWay(reads, [...peopleIn(whole), ...peopleOnTheWay(ticket), ...holdersIn(holding)], now, ticket),
    fileUrls(reads, signer, fileIdsIn(shown), now),
    villageOf(reads, ticket.villageId),
    phoneOf(reads, ticket.reporterId),
    stored.entryId === null ? null : entryInBrief(reads, viewer, stored.entryId),
  ])
  if (village === null) throw new Error(`ticket ${ticketId} lies in no village`)
  const inConfidence = await confidenceOf(reads, viewer, ticket, role === 'neighbour', now)
  const tag = (personId: string | null): PersonTag | null => (personId === null ? null : (tags.get(personId) ?? null))
  const hidden = role === 'neighbour'
  const ways = await waysOf(reads, viewer, role, ticket, tag, now)
  const words = (text: string): string => (hidden ? maskNumbersIn(text) : text)
  const cycle = currentCycle(ticket)
  return {
    id: ticket.id,
    now,
    village: { id: village.id, kind: village.kind, name: village.name },
    kind: ticket.kind,
    visibility: ticket.visibility,
    ...inConfidence,
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
    publication: await publicationOf(reads, role, ticket),
    status: ticket.status,
    heldBySubDistrict: isHeldAbove(ticket),
    ways,
    heldBy: tag(holding.holderId),
    held: hidden ? [] : heldViews(holding, tag, (unitId) => awayIn(ways, unitId, village.id)),
    submittedAt: ticket.submittedAt,
    openHours: ticket.terms.openHours ?? null,
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
    together: await togetherOf(reads, viewer, ticket, role, now),
    parts: await partsOf(reads, viewer, whole, files, tag, now),
    messages: talkIn(shown.messages).map((message) => ({
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
    actions: actionsFor(viewer, ticket, now).filter((one) => one !== 'complain' || inConfidence.complaint?.isOpen !== true),
    answerUntil:
      role === 'reporter' && mayReject(ticket, now) && cycle.closedAt !== null
        ? cycle.closedAt + stored.terms.rejectionMs
        : null,
  }
}

function attachmentsOf({ photoIds, voiceId }: Attachments, files: FileUrls): Pick<TicketView, 'photos' | 'voice'> {
  return { photos: files.photos(photoIds), voice: files.voice(voiceId) }
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
