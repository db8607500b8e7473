import type { Fact, FactType, JournalEntry } from '@huiying/shared/facts'
import { VILLAGE_COMMITTEE_POSTS, type PostKind } from '@huiying/shared/identity'
import type { NoticeData, NoticeKind } from '@huiying/shared/notifications'
import { currentCycle, isOpen } from '@huiying/shared/tickets'
import { personTags, postsAtSubDistrict, postsAtUnit, postsAtVillage, requestInBrief } from './features/identity/public'
import { notify, type NoticeDraft } from './features/notifications/public'
import { whoIsOnDuty } from './features/roster/public'
import { ticketInBrief, type TicketInBrief } from './features/tickets/public'
import { unitOf } from './features/villages/public'
import type { Work } from './platform/database/work'
import type { Ids } from './platform/ids/ids'

type Reaction<F> = (work: Work, fact: F) => Promise<readonly NoticeDraft[]>

/** Who hears of what. Exhaustive: a new fact without a line here does not compile. */
const REACTIONS: { readonly [Type in FactType]: Reaction<Extract<Fact, { readonly type: Type }>> } = {
  'ticket.submitted': aboutTicket('you-are-asked', async (work, { ticket }) => [
    ticket.addresseeId, ...(await whoIsOnDuty(work, ticket.villageId, work.now)),
  ], isUnanswered),
  'ticket.response-reminded': aboutTicket('response-reminder', async (work, { ticket }) =>
    holders(await postsAtVillage(work, ticket.villageId, work.now, [...VILLAGE_COMMITTEE_POSTS, 'stationed-cadre'])), isUnanswered),
  'ticket.response-overdue': aboutTicket('response-overdue', subDistrictPosts(['staff', 'leader']), isUnanswered),
  'ticket.responded': aboutTicket('answered', reporter, always, true),
  'ticket.replied': aboutTicket('answered', reporter, always, true),
  'ticket.reporter-wrote': aboutTicket('reporter-wrote', responsible, always, true),
  'ticket.closure-warned': aboutTicket('closure-warning', responsible, isUnfinished),
  'ticket.closure-overdue': aboutTicket('closure-overdue', subDistrictPosts(['leader']), isUnfinished),
  'ticket.order-issued': async (work, fact) => [
    ...(await aboutTicket('order-issued', villageLeads, isUnfinished)(work, fact)),
    ...(fact.tellsCounty ? await tellCounty(work, fact.ticketId) : []),
  ],
  'ticket.closed': aboutTicket('closed', reporter),
  'ticket.rated': aboutTicket('rated', responsible),
  'ticket.rejected': async (work, fact) =>
    aboutTicket('rejected', fact.toSubDistrict ? subDistrictPosts(['staff', 'leader']) : responsible, isUnfinished)(work, fact),
  'ticket.withdrawn': aboutTicket('withdrawn', responsible),
  'ticket.opened': nobody,
  'ticket.filed-unrated': nobody,
  'ticket.phone-viewed': nobody,
  'identity.account-created': nobody,
  'identity.account-bound': nobody,
  'identity.membership-requested': async (work, fact) => {
    const request = await requestInBrief(work, fact.subjectId)
    if (request === null || request.status !== 'waiting') return []
    const leads = holders(await postsAtVillage(work, fact.villageId, work.now, ['secretary', 'director']))
    return drafts('membership-requested', leads, null, { personName: request.name }, false)
  },
  'identity.membership-decided': async (work, fact) => {
    const request = await requestInBrief(work, fact.subjectId)
    if (request === null || request.personId === null || !fact.approved) return []
    const village = await unitOf(work, request.villageId)
    return drafts('membership-approved', [request.personId], null, { villageName: village?.name ?? '' }, false)
  },
  'identity.sessions-revoked': nobody,
  'identity.duty-set': nobody,
  'identity.lists-imported': nobody,
}

/** Turns one journal entry into notices. Effects are rows only, so it may be killed and run again at any point. */
export async function react(work: Work, ids: Ids, entry: JournalEntry): Promise<void> {
  const reaction = REACTIONS[entry.fact.type] as Reaction<Fact>
  const told = (await reaction(work, entry.fact)).filter((draft) => draft.personId !== entry.by)
  await notify(work, ids, entry.id, told)
}

type WhoHears = (work: Work, brief: TicketInBrief) => Promise<readonly (string | null)[]>
type StillMatters = (brief: TicketInBrief) => boolean

/** State is read anew: what has been answered in the meantime wakes nobody. */
function aboutTicket(
  kind: NoticeKind,
  whoHears: WhoHears,
  stillMatters: StillMatters = always,
  joinsUnread = false,
): Reaction<{ readonly ticketId: string; readonly personId?: string }> {
  return async (work, { ticketId, personId }) => {
    const brief = await ticketInBrief(work, ticketId)
    if (!stillMatters(brief)) return []
    const people = (await whoHears(work, brief)).filter((id): id is string => id !== null)
    return drafts(kind, people, ticketId, await ticketData(work, kind, brief, personId), joinsUnread)
  }
}

async function ticketData(
  work: Work,
  kind: NoticeKind,
  { ticket, excerpt, orderNumber }: TicketInBrief,
  speakerId?: string,
): Promise<NoticeData> {
  const cycle = currentCycle(ticket)
  const village = await unitOf(work, ticket.villageId)
  const names = await personTags(work, speakerId === undefined ? [] : [speakerId], work.now, ticket.villageId)
  const personName = speakerId === undefined ? undefined : names.get(speakerId)?.name
  return {
    excerpt,
    dueAt: ticket.respondedAt === null && kind !== 'closure-warning' ? ticket.responseDueAt : cycle.closureDueAt,
    count: cycle.orderCount,
    ...(village === null ? {} : { villageName: village.name }),
    ...(personName === undefined ? {} : { personName }),
    ...(orderNumber === null ? {} : { orderNumber }),
  }
}

/** The county sees no single ticket; it hears number, village and how often. */
async function tellCounty(work: Work, ticketId: string): Promise<readonly NoticeDraft[]> {
  const brief = await ticketInBrief(work, ticketId)
  const county = (await unitOf(work, brief.ticket.subDistrictId))?.parentId ?? null
  if (county === null || !isUnfinished(brief)) return []
  const staff = holders(await postsAtUnit(work, county, work.now, ['staff', 'leader']))
  return drafts('order-issued', staff, null, await ticketData(work, 'order-issued', brief), false)
}

function drafts(
  kind: NoticeKind,
  people: readonly string[],
  ticketId: string | null,
  data: NoticeData,
  joinsUnread: boolean,
): readonly NoticeDraft[] {
  return people.map((personId) => ({ personId, kind, ticketId, data, joinsUnread }))
}

async function reporter(_work: Work, { ticket }: TicketInBrief): Promise<readonly string[]> {
  return [ticket.reporterId]
}

/** Who answered; while nobody has, who was asked. */
async function responsible(_work: Work, { ticket }: TicketInBrief): Promise<readonly (string | null)[]> {
  return [ticket.respondedBy ?? ticket.addresseeId]
}

async function villageLeads(work: Work, brief: TicketInBrief): Promise<readonly (string | null)[]> {
  const leads = await postsAtVillage(work, brief.ticket.villageId, work.now, ['secretary', 'director'])
  return [...holders(leads), ...(await responsible(work, brief))]
}

function subDistrictPosts(kinds: readonly PostKind[]): WhoHears {
  return async (work, { ticket }) => holders(await postsAtSubDistrict(work, ticket.subDistrictId, work.now, kinds))
}

function holders(posts: readonly { readonly personId: string }[]): readonly string[] {
  return posts.map((post) => post.personId)
}

async function nobody(): Promise<readonly NoticeDraft[]> {
  return []
}

function always(): boolean {
  return true
}

function isUnanswered({ ticket }: TicketInBrief): boolean {
  return ticket.status === 'submitted'
}

function isUnfinished({ ticket }: TicketInBrief): boolean {
  return isOpen(ticket)
}
