import type { Fact, FactType } from '@huiying/shared/facts'
import { isResidentOf, viewerAt } from '@huiying/shared/identity'
import type { NoticeData, NoticeKind } from '@huiying/shared/notifications'
import type { TicketFact } from '@huiying/shared/tickets'
import { personTags, postsOf } from '../features/identity/public'
import type { NoticeDraft } from '../features/notifications/public'
import { followersOf, releaseMerged, ticketInBrief, type FollowerInBrief, type TicketInBrief } from '../features/tickets/public'
import type { Work } from '../platform/database/work'
import { nobody, type Reaction } from './reaction'

type OfTicket = { readonly ticketId: string; readonly personId?: string }
type CameApart = Extract<TicketFact, { readonly type: 'ticket.came-apart' }>
type Silent = 'ticket.followed' | 'ticket.unfollowed' | 'ticket.took-in' | 'ticket.let-go'

/** What is on record and is no news to anybody, or is told from the other ticket's side. */
export const TOGETHER_REACTIONS: {
  readonly [Type in Silent & FactType]: Reaction<Extract<Fact, { readonly type: Type }>>
} = {
  'ticket.followed': nobody,
  'ticket.unfollowed': nobody,
  'ticket.took-in': nobody,
  'ticket.let-go': nobody,
}

/**
 * Whoever met it too hears of it, beside those who hear of it anyway. `merged`: only those whose own ticket it speaks
 * for, who are to hear every word.
 */
export function alsoFollowers<F extends OfTicket>(
  kind: NoticeKind,
  reaction: Reaction<F>,
  who: 'all' | 'merged' = 'all',
  stillMatters: (brief: TicketInBrief) => boolean = () => true,
): Reaction<F> {
  return async (work, fact, at, ids) => {
    const told = await reaction(work, fact, at, ids)
    const brief = await ticketInBrief(work, fact.ticketId)
    if (!stillMatters(brief)) return told
    const all = await thoseWhoHear(work, brief)
    const followers = all.filter(({ ownTicketId }) => who === 'all' || ownTicketId !== null)
    const { personId } = fact
    const tags = await personTags(work, personId === undefined ? [] : [personId], work.now, brief.ticket.villageId)
    const personName = personId === undefined ? undefined : tags.get(personId)?.name
    const named = personName === undefined ? {} : { personName }
    return { ...told, notices: [...told.notices, ...followers.map((one) => draftFor(one, kind, brief, named))] }
  }
}

/** All who met it too, and those whose own ticket it speaks for, of what is everybody's to read. */
export async function followersTold(
  work: Work,
  brief: TicketInBrief,
  kind: NoticeKind,
  data: NoticeData,
): Promise<readonly NoticeDraft[]> {
  return (await thoseWhoHear(work, brief)).map((one) => draftFor(one, kind, brief, data))
}

/** What was merged into a withdrawn ticket stands for itself again; whoever only met it too is told that it is gone. */
export function withMerged<F extends OfTicket>(reaction: Reaction<F>): Reaction<F> {
  return async (work, fact, at, ids) => {
    const told = await reaction(work, fact, at, ids)
    const brief = await ticketInBrief(work, fact.ticketId)
    const left = (await thoseWhoHear(work, brief)).filter(({ ownTicketId }) => ownTicketId === null)
    const write = await releaseMerged(work, ids, fact.ticketId)
    // It is no longer theirs to open.
    const gone = left.map((one) => ({ ...draftFor(one, 'follow-gone', brief, {}), ticketId: null }))
    return { ...told, notices: [...told.notices, ...gone], write }
  }
}

/** Who hears that a merged ticket has a clock of its own again: whoever did not bring it about. */
export function standsAgain(
  toReporter: Reaction<{ readonly ticketId: string }>,
  toResponsible: Reaction<{ readonly ticketId: string }>,
): Reaction<CameApart> {
  return async (work, { ticketId, how }, at, ids) => {
    const reporter = how === 'reporter' ? await nobody() : await toReporter(work, { ticketId }, at, ids)
    const responsible = how === 'handler' ? await nobody() : await toResponsible(work, { ticketId }, at, ids)
    return { notices: [...reporter.notices, ...responsible.notices] }
  }
}

/** Followers who still live in the village; its reporter hears of it as its reporter. */
async function thoseWhoHear(work: Work, { ticket }: TicketInBrief): Promise<readonly FollowerInBrief[]> {
  const heard: FollowerInBrief[] = []
  for (const follower of await followersOf(work, ticket.id)) {
    const { personId, ownTicketId } = follower
    if (personId === ticket.reporterId) continue
    const viewer = viewerAt('', personId, await postsOf(work, personId, work.now), work.now)
    if (ownTicketId !== null || isResidentOf(viewer, ticket.villageId)) heard.push(follower)
  }
  return heard
}

/** Who had a ticket of his own reads of his own words and opens his own page. */
function draftFor(
  { personId, ownTicketId, excerpt }: FollowerInBrief,
  kind: NoticeKind,
  brief: TicketInBrief,
  more: NoticeData,
): NoticeDraft {
  const data = { ...more, excerpt: excerpt ?? brief.excerpt }
  return { personId, kind, ticketId: ownTicketId ?? brief.ticket.id, data, joinsUnread: kind === 'follow-answered' }
}
