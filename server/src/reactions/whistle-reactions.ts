import type { Fact } from '@huiying/shared/facts'
import type { NoticeData, PartNoticeKind } from '@huiying/shared/notifications'
import { awaitsReview, isOpen, isOpenPart, type Part, type PartFact, type Ticket } from '@huiying/shared/tickets'
import { postsAtSubDistrict, postsAtUnit } from '../features/identity/public'
import type { NoticeDraft } from '../features/notifications/public'
import { ticketInBrief, type TicketInBrief } from '../features/tickets/public'
import { unitOf } from '../features/villages/public'
import type { Work } from '../platform/database/work'
import { handlersAmong } from './in-confidence'
import { drafts, holders, nobody, type Reaction } from './reaction'

type Of<Type extends PartFact['type']> = Extract<Fact, { readonly type: Type }>

/** Who hears of what departments are called for. State is read anew: what is over wakes nobody. */
export const WHISTLE_REACTIONS: { readonly [Type in PartFact['type']]: Reaction<Of<Type>> } = {
  'ticket.part-called': aboutPart('part-called', department, (part) => ({ dueAt: part.reportDueAt }), isOpenPart),
  // Seen on the ticket; nobody has to do anything about it.
  'ticket.part-reported': nobody,
  'ticket.part-overdue': aboutPart(
    'part-overdue',
    async (work, brief, part) => [...(await department(work, brief, part)), ...(await leaders(work, brief))],
    (part) => ({ dueAt: part.reportDueAt }),
    (part) => isOpenPart(part) && part.reportedAt === null,
  ),
  'ticket.part-refused': aboutPart('part-refused', leaders, () => ({}), awaitsReview),
  'ticket.part-reviewed': aboutPart('part-reviewed', department, (part) =>
    part.isExcused === true ? {} : { dueAt: part.reportDueAt }),
  // With the last one the ticket closes, which its reporter hears of; whoever called them sees it is done.
  'ticket.part-closed': aboutPart('part-closed', whoCalled, (_part, ticket) => {
    const open = ticket.parts.filter(isOpenPart).length
    return { matter: open > 0 ? `还有 ${open} 个部门没办完` : '部门都办完了' }
  }),
}

/** Whoever is on his way for nothing once the matter is over. */
export async function departmentsStillCalled(work: Work, brief: TicketInBrief): Promise<readonly string[]> {
  const officers: string[] = []
  for (const part of brief.ticket.parts.filter(isOpenPart)) officers.push(...(await department(work, brief, part)))
  return officers
}

type WhoHears = (work: Work, brief: TicketInBrief, part: Part) => Promise<readonly string[]>

function aboutPart(
  kind: PartNoticeKind,
  whoHears: WhoHears,
  more: (part: Part, ticket: Ticket) => NoticeData,
  stillMatters: (part: Part) => boolean = () => true,
): Reaction<{ readonly ticketId: string; readonly partId: string }> {
  return async (work, { ticketId, partId }) => {
    const brief = await ticketInBrief(work, ticketId)
    const { ticket, excerpt } = brief
    const part = ticket.parts.find(({ id }) => id === partId)
    if (part === undefined || !stillMatters(part) || (kind !== 'part-closed' && !isOpen(ticket))) return { notices: [] }
    const people = await whoHears(work, brief, part)
    const [village, unit] = [await unitOf(work, ticket.villageId), await unitOf(work, part.unitId)]
    const data = { excerpt, villageName: village?.name ?? '', unitName: unit?.name ?? '', ...more(part, ticket) }
    const notices: readonly NoticeDraft[] = drafts(kind, people, ticketId, data)
    return { notices }
  }
}

/** Its officers, as far as the ticket exists for them. */
async function department(work: Work, { ticket }: TicketInBrief, part: Part): Promise<readonly string[]> {
  return handlersAmong(work, ticket, holders(await postsAtUnit(work, part.unitId, work.now, ['officer'])))
}

async function whoCalled(work: Work, { ticket }: TicketInBrief, part: Part): Promise<readonly string[]> {
  return handlersAmong(work, ticket, [part.calledBy])
}

async function leaders(work: Work, { ticket }: TicketInBrief): Promise<readonly string[]> {
  return holders(await postsAtSubDistrict(work, ticket.subDistrictId, work.now, ['leader']))
}
