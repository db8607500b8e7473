import type { Fact } from '@huiying/shared/facts'
import type { NoticeData } from '@huiying/shared/notifications'
import { currentCycle, isAsked, isOpen, type WaysFact } from '@huiying/shared/tickets'
import { postsAtSubDistrict } from '../features/identity/public'
import { ticketInBrief, type TicketInBrief } from '../features/tickets/public'
import { unitOf } from '../features/villages/public'
import type { Work } from '../platform/database/work'
import { mayHearOf } from './in-confidence'
import { drafts, holders, nobody, type Consequences, type Reaction } from './reaction'
import { followersTold } from './together-reactions'
import { whoHolds } from './who-holds'

type Types = WaysFact['type'] | 'topic.saved'
type Of<Type extends Types> = Extract<Fact, { readonly type: Type }>

/** Who hears of a matter's way up, sideways and down. State is read anew: what has moved on wakes nobody. */
export const WAYS_REACTIONS: { readonly [Type in Types]: Reaction<Of<Type>> } = {
  'ticket.moved': async (work, fact) => {
    const brief = await ticketInBrief(work, fact.ticketId)
    const { ticket } = brief
    if (!isOpen(ticket) || ticket.moves.length !== fact.move) return { notices: [] }
    const data = await dataOf(work, brief)
    const receivers = await mayHearOf(work, ticket, await whoHolds(work, ticket))
    return {
      notices: [
        // First: of two notices for one person the later is kept.
        ...(await followersTold(work, brief, 'follow-moved', data)),
        ...drafts('handed-to-you', receivers, ticket.id, data),
        ...drafts('matter-moved', [ticket.reporterId], ticket.id, data),
      ],
    }
  },
  'ticket.objected': async (work, fact) => {
    const brief = await ticketInBrief(work, fact.ticketId)
    const isPending = brief.ticket.moves.some(({ number, ruledAt }) => number === fact.move && ruledAt === null)
    if (!isOpen(brief.ticket) || !isPending) return { notices: [] }
    return { notices: drafts('objection-made', await above(work, brief), fact.ticketId, await dataOf(work, brief)) }
  },
  'ticket.objection-decided': async (work, fact) => {
    const brief = await ticketInBrief(work, fact.ticketId)
    if (!isOpen(brief.ticket)) return { notices: [] }
    const objection = brief.ticket.moves.find(({ number }) => number === fact.move)
    const data = await dataOf(work, brief)
    const people = [objection?.objectedBy ?? null, ...(fact.isUpheld ? [] : await whoHolds(work, brief.ticket))]
    const matter = fact.isUpheld ? `由${data.unitName}来办` : `还是由${data.unitName}来办`
    const hearers = await mayHearOf(work, brief.ticket, people)
    return { notices: drafts('objection-ruled', hearers, fact.ticketId, { ...data, matter }) }
  },
  // The reporter hears of what was decided as of any answer.
  'ticket.minutes-recorded': nobody,
  'ticket.extension-asked': async (work, fact) => {
    const brief = await ticketInBrief(work, fact.ticketId)
    const asked = brief.ticket.extensions.find(({ id }) => id === fact.extensionId)
    if (!isOpen(brief.ticket) || asked === undefined || !isAsked(brief.ticket, asked, work.now)) return { notices: [] }
    const data = { ...(await dataOf(work, brief)), dueAt: asked.fromDueAt }
    return { notices: drafts('extension-asked', await above(work, brief), fact.ticketId, data) }
  },
  'ticket.extension-decided': extensionDecided,
  'ticket.topic-set': nobody,
  'topic.saved': nobody,
}

/** Whoever asked hears what became of it; the resident, by when it is promised now. */
async function extensionDecided(work: Work, fact: Of<'ticket.extension-decided'>): Promise<Consequences> {
  const brief = await ticketInBrief(work, fact.ticketId)
  const { ticket } = brief
  if (!isOpen(ticket) || currentCycle(ticket).number !== fact.cycle) return { notices: [] }
  const data = { ...(await dataOf(work, brief)), dueAt: currentCycle(ticket).closureDueAt }
  const askedBy = ticket.extensions.find(({ id }) => id === fact.extensionId)?.askedBy ?? null
  const matter = fact.isGranted ? '延期准了' : '延期没有准'
  return {
    notices: [
      ...(fact.isGranted ? await followersTold(work, brief, 'follow-promised', data) : []),
      ...drafts('extension-ruled', await mayHearOf(work, ticket, [askedBy]), ticket.id, { ...data, matter }),
      ...(fact.isGranted ? drafts('promised', [ticket.reporterId], ticket.id, data) : []),
    ],
  }
}

async function above(work: Work, { ticket }: TicketInBrief): Promise<readonly string[]> {
  return mayHearOf(work, ticket, holders(await postsAtSubDistrict(work, ticket.subDistrictId, work.now)))
}

async function dataOf(work: Work, { ticket, excerpt }: TicketInBrief): Promise<NoticeData> {
  const village = await unitOf(work, ticket.villageId)
  const holder = await unitOf(work, ticket.holderUnitId)
  return {
    excerpt,
    dueAt: ticket.respondedAt === null ? ticket.responseDueAt : currentCycle(ticket).closureDueAt,
    isAnswered: ticket.respondedAt !== null,
    villageName: village?.name ?? '',
    unitName: holder?.name ?? '',
  }
}
