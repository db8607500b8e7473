import { SUB_DISTRICT_HANDLER_POSTS, viewerAt, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import {
  handsIn, isOpen, regarding, weightOf, type Above, type AboutWhom, type Confidence,
} from '@huiying/shared/tickets'
import type { Work } from '../../platform/database/work'
import { postsAtSubDistrict, postsAtUnit, postsOf } from '../identity/public'
import { unitOf, type Village } from '../villages/public'
import { messageTable } from './message.table'
import { findTickets } from './ticket-rows'
import { ticketTable } from './ticket.table'

/** What a submission says of whom it is about. */
export interface AskedInConfidence {
  readonly about: AboutWhom | null
  readonly aboutPersonId: string | null
  readonly regardingTicketId: string | null
}

export const ABOUT_NOBODY: AskedInConfidence = { about: null, aboutPersonId: null, regardingTicketId: null }

/**
 * Whom a complaint is about and whom it could go to, before it is decided.
 * @throws ticket.about-not-found, ticket.complained-already, and what `regarding` does
 */
export async function groundOfConfidence(
  work: Work,
  viewer: Viewer,
  asked: AskedInConfidence,
  { id: villageId, subDistrictId }: Village,
): Promise<Confidence> {
  const above = await aboveOf(work, subDistrictId)
  if (asked.regardingTicketId !== null) {
    const { ticketId, ...whom } = await handlingOf(work, viewer, asked.regardingTicketId, villageId)
    return { ...whom, regardingTicketId: ticketId, above }
  }
  const { about, aboutPersonId } = asked
  const ofNoTicket = { regardingTicketId: null, hiddenFrom: null, above }
  if (about === null || aboutPersonId === null) return { about, aboutPersonId: null, ...ofNoTicket }
  const named = await viewerOf(work, aboutPersonId)
  const serves = named.posts.some((post) =>
    post.kind !== 'resident' && (post.villageId ?? villageId) === villageId && post.subDistrictId === subDistrictId)
  if (!serves) throw new DomainError('ticket.about-not-found')
  return { about: weightOf(about, named, subDistrictId), aboutPersonId, ...ofNoTicket }
}

async function aboveOf(work: Work, subDistrictId: string): Promise<Above> {
  const countyId = (await unitOf(work, subDistrictId))?.parentId ?? null
  const posts = [
    ...(await postsAtSubDistrict(work, subDistrictId, work.now)),
    ...(countyId === null ? [] : await postsAtUnit(work, countyId, work.now, SUB_DISTRICT_HANDLER_POSTS)),
  ]
  return { countyId, people: await viewersOf(work, posts.map(({ personId }) => personId)) }
}

async function handlingOf(
  work: Work,
  viewer: Viewer,
  ticketId: string,
  villageId: string,
): Promise<ReturnType<typeof regarding>> {
  // Locked: of two complaints at once the second finds the first.
  const [found] = await findTickets(work, [ticketId])
  if (found === undefined || found.ticket.villageId !== villageId) throw new DomainError('ticket.not-found')
  const { ticket } = found
  const spoken = await work.find(messageTable, { ticketId, side: 'handler' }, { orderBy: { id: 'asc' } })
  const people = await viewersOf(work, [...spoken.map(({ authorId }) => authorId), ...handsIn(ticket)])
  const holderKind = (await unitOf(work, ticket.holderUnitId))?.kind ?? 'village'
  const whom = regarding(viewer, ticket, { people, holderKind }, work.now)
  const earlier = await work.find(ticketTable, { regardingTicketId: ticketId })
  if (earlier.some(isOpen)) throw new DomainError('ticket.complained-already')
  return whom
}

async function viewersOf(work: Work, personIds: readonly string[]): Promise<readonly Viewer[]> {
  const viewers: Viewer[] = []
  for (const personId of new Set(personIds)) viewers.push(await viewerOf(work, personId))
  return viewers
}

async function viewerOf(work: Work, personId: string): Promise<Viewer> {
  return viewerAt('', personId, await postsOf(work, personId, work.now), work.now)
}
