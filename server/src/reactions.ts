import type { Fact, FactType } from '@huiying/shared/facts'
import {
  SUB_DISTRICT_HANDLER_POSTS, VILLAGE_LEAD_POSTS, type PostKind,
} from '@huiying/shared/identity'
import type { NoticeData, NoticeKind } from '@huiying/shared/notifications'
import { currentCycle, isOpen } from '@huiying/shared/tickets'
import { personTags, postsAtSubDistrict, postsAtUnit, postsAtVillage } from './features/identity/public'
import { drawCallback } from './features/figures/public'
import type { NoticeDraft } from './features/notifications/public'
import { committeeOf, holderOf, stationedCadreOf, whoIsOnDuty } from './features/roster/public'
import { ticketInBrief, type TicketInBrief } from './features/tickets/public'
import { unitOf, villageOf } from './features/villages/public'
import type { Work } from './platform/database/work'
import { drafts, holders, nobody, type Consequences, type Reaction } from './reactions/reaction'
import { inGroupToo } from './reactions/delivery-reactions'
import { CHECK_REACTIONS } from './reactions/check-reactions'
import { EXPENSE_REACTIONS, expensesPublished } from './reactions/expense-reactions'
import { countyInConfidence, handlersAmong, whoHearsOf } from './reactions/in-confidence'
import { IDENTITY_REACTIONS } from './reactions/identity-reactions'
import { LEDGER_REACTIONS } from './reactions/ledger-reactions'
import { PROMISE_REACTIONS } from './reactions/promise-reactions'
import { PUBLICATION_REACTIONS } from './reactions/publication-reactions'
import { ROSTER_REACTIONS } from './reactions/roster-reactions'
import { SEAL_REACTIONS } from './reactions/seal-reactions'
import { WAYS_REACTIONS } from './reactions/ways-reactions'
import { allWhoHold, whoHolds } from './reactions/who-holds'
import { departmentsStillCalled, WHISTLE_REACTIONS } from './reactions/whistle-reactions'
import { alsoFollowers, standsAgain, TOGETHER_REACTIONS, withMerged } from './reactions/together-reactions'

/** Who hears of what. Exhaustive: a new fact without a line here does not compile. */
export const REACTIONS: { readonly [Type in FactType]: Reaction<Extract<Fact, { readonly type: Type }>> } = {
  'ticket.submitted': submitted,
  'ticket.response-reminded': aboutTicket('response-reminder', wholeCommittee, isUnanswered),
  'ticket.response-overdue': inGroupToo('response-overdue',
    aboutTicket('response-overdue', subDistrictPosts(SUB_DISTRICT_HANDLER_POSTS), isUnanswered)),
  // Answered and finished in one act is one thing to hear of: that it is finished.
  'ticket.responded': alsoFollowers(
    'follow-answered', aboutTicket('answered', reporter, isUnfinished, true), 'all', isUnfinished),
  'ticket.replied': alsoFollowers('follow-answered', aboutTicket('answered', reporter, always, true), 'merged'),
  'ticket.reporter-wrote': aboutTicket('reporter-wrote', responsible, always, true),
  'ticket.closure-warned': aboutTicket('closure-warning', responsible, isUnfinished),
  'ticket.closure-overdue': inGroupToo('closure-overdue',
    aboutTicket('closure-overdue', subDistrictPosts(['leader']), isUnfinished)),
  'ticket.undeliverable': inGroupToo('undeliverable',
    aboutTicket('undeliverable', whoWatches, isUnfinished, true)),
  'ticket.order-issued': async (work, fact) => {
    const below = await ticketDrafts(work, fact.ticketId, 'order-issued', villageLeads, isUnfinished)
    const county = fact.tellsCounty ? await tellCounty(work, fact.ticketId) : []
    return { notices: [...below, ...county].map((draft) => ({ ...draft, data: { ...draft.data, count: fact.count } })) }
  },
  'ticket.closed': alsoFollowers('follow-closed', aboutTicket('closed', reporter)),
  'ticket.rated': aboutTicket('rated', responsible),
  'ticket.rejected': alsoFollowers('follow-again', aboutTicket('rejected', responsible, isUnfinished)),
  'ticket.withdrawn': withMerged(aboutTicket('withdrawn', async (work, brief) =>
    [...(await responsible(work, brief)), ...(await departmentsStillCalled(work, brief))])),
  'ticket.merged': aboutTicket('merged', reporter, isUnfinished),
  'ticket.came-apart': standsAgain(
    aboutTicket('came-apart', reporter, isUnfinished), aboutTicket('stands-again', responsible, isUnfinished)),
  ...TOGETHER_REACTIONS,
  'ticket.opened': nobody,
  ...WHISTLE_REACTIONS,
  'ticket.filed-unrated': nobody,
  'ticket.phone-viewed': nobody,
  ...IDENTITY_REACTIONS,
  // Told with what brought it about.
  'ticket.rerouted': nobody,
  ...ROSTER_REACTIONS,
  ...LEDGER_REACTIONS,
  ...EXPENSE_REACTIONS,
  'ledger.month-published': async (work, fact, ...when) =>
    ({ ...(await LEDGER_REACTIONS['ledger.month-published'](work, fact, ...when)), ...(await expensesPublished(work, fact)) }),
  ...SEAL_REACTIONS,
  ...WAYS_REACTIONS,
  ...PUBLICATION_REACTIONS,
  ...PROMISE_REACTIONS,
  ...CHECK_REACTIONS,
  'calendar.year-entered': nobody,
  'figures.called-back': nobody, 'figures.share-set': nobody,
}

/** They speak of when it is to be finished, also where nobody has answered yet. */
const OF_THE_END: readonly NoticeKind[] = ['closure-warning', 'closure-overdue', 'order-issued']

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
    const notices = await ticketDrafts(work, ticketId, kind, whoHears, stillMatters, personId)
    return { notices: notices.map((draft) => ({ ...draft, joinsUnread })) }
  }
}

async function ticketDrafts(
  work: Work,
  ticketId: string,
  kind: NoticeKind,
  whoHears: WhoHears,
  stillMatters: StillMatters,
  speakerId?: string,
): Promise<readonly NoticeDraft[]> {
  const brief = await ticketInBrief(work, ticketId)
  if (!stillMatters(brief)) return []
  const people = await whoHearsOf(work, brief.ticket, kind, () => whoHears(work, brief))
  return drafts(kind, people, ticketId, await ticketData(work, kind, brief, speakerId))
}

/** Whoever is asked; where a published roster seats nobody, whoever can change that, too. */
async function submitted(work: Work, { ticketId }: { readonly ticketId: string }): Promise<Consequences> {
  const asked = await ticketDrafts(work, ticketId, 'you-are-asked', whoIsAsked, isUnanswered)
  const met = await ticketDrafts(work, ticketId, 'hole-met', whoFillsHole, isUnanswered)
  const draw = await drawCallback(work, (await ticketInBrief(work, ticketId)).ticket)
  return { notices: [...asked, ...met], write: draw }
}

async function whoFillsHole(work: Work, { ticket }: TicketInBrief): Promise<readonly string[]> {
  const { villageId, subDistrictId, submittedAt } = ticket
  if (!(await whoIsOnDuty(work, villageId, submittedAt)).isHole) return []
  const leads = await postsAtVillage(work, villageId, work.now, VILLAGE_LEAD_POSTS)
  return [...holders(leads), ...holders(await postsAtSubDistrict(work, subDistrictId, work.now, ['staff']))]
}

async function ticketData(
  work: Work,
  kind: NoticeKind,
  { ticket, excerpt, orderNumber }: TicketInBrief,
  speakerId?: string,
): Promise<NoticeData> {
  const cycle = currentCycle(ticket)
  const village = await villageOf(work, ticket.villageId)
  const names = await personTags(work, speakerId === undefined ? [] : [speakerId], work.now, ticket.villageId)
  const personName = speakerId === undefined ? undefined : names.get(speakerId)?.name
  return {
    excerpt,
    dueAt: ticket.respondedAt === null && !OF_THE_END.includes(kind) ? ticket.responseDueAt : cycle.closureDueAt,
    ...(village === null ? {} : { villageName: village.name }),
    ...(personName === undefined ? {} : { personName }),
    ...(orderNumber === null ? {} : { orderNumber }),
  }
}

/** The county sees no single ticket; it hears number, village and how often. */
async function tellCounty(work: Work, ticketId: string): Promise<readonly NoticeDraft[]> {
  const brief = await ticketInBrief(work, ticketId)
  const subDistrict = await unitOf(work, brief.ticket.subDistrictId)
  const county = subDistrict?.parentId ?? null
  if (subDistrict === null || county === null || !isUnfinished(brief)) return []
  const all = holders(await postsAtUnit(work, county, work.now, SUB_DISTRICT_HANDLER_POSTS))
  const isOpenly = brief.ticket.visibility !== 'confidential'
  const staff = isOpenly ? all : await countyInConfidence(work, brief.ticket, county, all)
  const { excerpt: _words, ...data } = await ticketData(work, 'order-issued', brief)
  return drafts('order-issued', staff, null, { ...data, subDistrictName: subDistrict.name })
}

async function reporter(_work: Work, { ticket }: TicketInBrief): Promise<readonly string[]> {
  return [ticket.reporterId]
}

/**
 * Whom the reporter @-ed, and whoever is on duty; about an entry of the book also whoever keeps it. Where that is only
 * himself, the others: he cannot answer himself.
 */
async function whoIsAsked(work: Work, brief: TicketInBrief): Promise<readonly string[]> {
  const { addresseeId, reporterId, villageId, entryId } = brief.ticket
  const keepers = entryId === null ? [] : holders(await postsAtVillage(work, villageId, work.now, ['accountant']))
  const asked = [addresseeId, ...(await whoIsOnDuty(work, villageId, work.now)).personIds]
  const others = asked.filter((id): id is string => id !== null && id !== reporterId)
  const who = others.length > 0 ? others : await wholeCommittee(work, brief)
  return [...who, ...keepers.filter((id) => id !== reporterId)]
}

/** But the reporter, who may be one of them and cannot answer himself. */
async function wholeCommittee(work: Work, { ticket }: TicketInBrief): Promise<readonly string[]> {
  const { villageId, holderUnitId, reporterId } = ticket
  // Who had it first stays accountable ("首问负责").
  const receivers = holderUnitId === villageId ? [] : await allWhoHold(work, ticket)
  const committee = await committeeOf(work, villageId, work.now)
  const all = [...receivers, ...committee, ...(await stationedCadreOf(work, villageId, work.now))]
  return all.filter((id) => id !== reporterId)
}

/**
 * Who answered; while nobody has, whom it is with. Once he handles it no more, whoever is on duty; of what the
 * sub-district holds, its own people.
 */
async function responsible(work: Work, brief: TicketInBrief): Promise<readonly string[]> {
  const { ticket } = brief
  const { villageId, addresseeId, respondedBy } = ticket
  if (ticket.holderUnitId !== villageId) return whoHolds(work, ticket)
  const personId = respondedBy ?? (await holderOf(work, villageId, addresseeId, work.now))?.personId ?? null
  if (personId !== null && (await handlersAmong(work, ticket, [personId])).length > 0) return [personId]
  return (await whoIsOnDuty(work, villageId, work.now)).personIds
}

async function villageLeads(work: Work, brief: TicketInBrief): Promise<readonly string[]> {
  const { villageId, holderUnitId } = brief.ticket
  const leads = await postsAtVillage(work, villageId, work.now, VILLAGE_LEAD_POSTS)
  const there = holderUnitId === villageId ? [] : await postsAtVillage(work, holderUnitId, work.now, VILLAGE_LEAD_POSTS)
  return [...holders([...leads, ...there]), ...(await responsible(work, brief))]
}

function subDistrictPosts(kinds: readonly PostKind[]) {
  return async (work: Work, { ticket }: TicketInBrief): Promise<readonly string[]> =>
    holders(await postsAtSubDistrict(work, ticket.subDistrictId, work.now, kinds))
}

/** Staff; where none of them may know of it, the leaders. */
async function whoWatches(work: Work, brief: TicketInBrief): Promise<readonly string[]> {
  for (const kinds of [['staff'], ['leader']] as const) {
    const people = await handlersAmong(work, brief.ticket, await subDistrictPosts(kinds)(work, brief))
    if (people.length > 0) return people
  }
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
