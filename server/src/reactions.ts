import type { Fact, FactType, JournalEntry } from '@huiying/shared/facts'
import {
  SUB_DISTRICT_HANDLER_POSTS, VILLAGE_LEAD_POSTS, viewerAt, type PostKind,
} from '@huiying/shared/identity'
import type { NoticeData, NoticeKind } from '@huiying/shared/notifications'
import { currentCycle, isOpen, roleIn, type Ticket } from '@huiying/shared/tickets'
import { personTags, postsAtSubDistrict, postsAtUnit, postsAtVillage, postsOf, requestInBrief } from './features/identity/public'
import { notify, type NoticeDraft } from './features/notifications/public'
import { committeeOf, stationedCadreOf, whoIsOnDuty } from './features/roster/public'
import { ticketInBrief, type TicketInBrief } from './features/tickets/public'
import { unitOf } from './features/villages/public'
import type { Work } from './platform/database/work'
import type { Ids } from './platform/ids/ids'
import { rosterOrderIssued } from './reactions-orders'

type Reaction<F> = (work: Work, fact: F) => Promise<readonly NoticeDraft[]>

/** Who hears of what. Exhaustive: a new fact without a line here does not compile. */
const REACTIONS: { readonly [Type in FactType]: Reaction<Extract<Fact, { readonly type: Type }>> } = {
  'ticket.submitted': aboutTicket('you-are-asked', whoIsAsked, isUnanswered),
  'ticket.response-reminded': aboutTicket('response-reminder', wholeCommittee, isUnanswered),
  'ticket.response-overdue': aboutTicket('response-overdue', subDistrictPosts(SUB_DISTRICT_HANDLER_POSTS), isUnanswered),
  // Answered and finished in one act is one thing to hear of: that it is finished.
  'ticket.responded': aboutTicket('answered', reporter, isUnfinished, true),
  'ticket.replied': aboutTicket('answered', reporter, always, true),
  'ticket.reporter-wrote': aboutTicket('reporter-wrote', responsible, always, true),
  'ticket.closure-warned': aboutTicket('closure-warning', responsible, isUnfinished),
  'ticket.closure-overdue': aboutTicket('closure-overdue', subDistrictPosts(['leader']), isUnfinished),
  'ticket.order-issued': async (work, fact) => {
    const below = await aboutTicket('order-issued', villageLeads, isUnfinished)(work, fact)
    const county = fact.tellsCounty ? await tellCounty(work, fact.ticketId) : []
    return [...below, ...county].map((draft) => ({ ...draft, data: { ...draft.data, count: fact.count } }))
  },
  'ticket.closed': aboutTicket('closed', reporter),
  'ticket.rated': aboutTicket('rated', responsible),
  'ticket.rejected': aboutTicket('rejected', responsible, isUnfinished),
  'ticket.withdrawn': aboutTicket('withdrawn', responsible),
  'ticket.opened': nobody,
  'ticket.filed-unrated': nobody,
  'ticket.phone-viewed': nobody,
  'identity.account-created': nobody,
  'identity.account-bound': nobody,
  'identity.membership-requested': async (work, fact) => {
    const request = await requestInBrief(work, fact.subjectId)
    if (request === null || request.status !== 'waiting') return []
    const leads = holders(await postsAtVillage(work, fact.villageId, work.now, VILLAGE_LEAD_POSTS))
    return drafts('membership-requested', leads, null, { personName: request.name }, false)
  },
  'identity.membership-decided': async (work, fact) => {
    const request = await requestInBrief(work, fact.subjectId)
    if (request === null || request.personId === null || !fact.approved) return []
    const village = await unitOf(work, request.villageId)
    return drafts('membership-approved', [request.personId], null, { villageName: village?.name ?? '' }, false)
  },
  'identity.sessions-revoked': nobody,
  'identity.lists-imported': nobody,
  'ticket.rerouted': nobody,
  'roster.generated': nobody,
  'roster.month-published': nobody,
  'roster.village-published': nobody,
  'roster.draft-changed': nobody,
  'roster.duty-passed': nobody,
  'roster.shift-changed': nobody,
  'roster.absent': nobody,
  'roster.taken-over': nobody,
  'roster.leave-entered': nobody,
  'roster.leave-cancelled': nobody,
  'roster.swap-asked': nobody,
  'roster.swap-answered': nobody,
  'roster.swap-withdrawn': nobody,
  'roster.note-left': nobody,
  'roster.book-written': nobody,
  'roster.marks-set': nobody,
  'roster.order-issued': rosterOrderIssued,
  'roster.policy-set': nobody,
  'calendar.year-entered': nobody,
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
  const staff = holders(await postsAtUnit(work, county, work.now, SUB_DISTRICT_HANDLER_POSTS))
  const { excerpt: _words, ...data } = await ticketData(work, 'order-issued', brief)
  return drafts('order-issued', staff, null, data, false)
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

/** Whom the reporter @-ed, and whoever is on duty. Where that is only himself, the others: he cannot answer himself. */
async function whoIsAsked(work: Work, brief: TicketInBrief): Promise<readonly string[]> {
  const { addresseeId, reporterId, villageId } = brief.ticket
  const asked = [addresseeId, ...(await whoIsOnDuty(work, villageId, work.now)).personIds]
  const others = asked.filter((id): id is string => id !== null && id !== reporterId)
  return others.length > 0 ? others : wholeCommittee(work, brief)
}

async function wholeCommittee(work: Work, { ticket }: TicketInBrief): Promise<readonly string[]> {
  const { villageId } = ticket
  return [...(await committeeOf(work, villageId, work.now)), ...(await stationedCadreOf(work, villageId, work.now))]
}

/**
 * Who answered; while nobody has, who was asked. Once he handles it no more, whoever is on duty; of what the
 * sub-district holds, its own people.
 */
async function responsible(work: Work, brief: TicketInBrief): Promise<readonly string[]> {
  const { ticket } = brief
  if (ticket.holderUnitId !== ticket.villageId) return subDistrictPosts(SUB_DISTRICT_HANDLER_POSTS)(work, brief)
  const personId = ticket.respondedBy ?? ticket.addresseeId
  if (personId !== null && (await handles(work, personId, ticket))) return [personId]
  return (await whoIsOnDuty(work, ticket.villageId, work.now)).personIds
}

async function handles(work: Work, personId: string, ticket: Ticket): Promise<boolean> {
  return roleIn(viewerAt('', personId, await postsOf(work, personId, work.now), work.now), ticket) === 'handler'
}

async function villageLeads(work: Work, brief: TicketInBrief): Promise<readonly string[]> {
  const leads = await postsAtVillage(work, brief.ticket.villageId, work.now, VILLAGE_LEAD_POSTS)
  return [...holders(leads), ...(await responsible(work, brief))]
}

function subDistrictPosts(kinds: readonly PostKind[]) {
  return async (work: Work, { ticket }: TicketInBrief): Promise<readonly string[]> =>
    holders(await postsAtSubDistrict(work, ticket.subDistrictId, work.now, kinds))
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
