import { SUB_DISTRICT_HANDLER_POSTS, viewerAt, type Viewer } from '@huiying/shared/identity'
import type { NoticeKind } from '@huiying/shared/notifications'
import { handlesInConfidence, mayKnowOf, roleIn, type Ticket } from '@huiying/shared/tickets'
import { postsAtSubDistrict, postsAtUnit, postsOf } from '../features/identity/public'
import type { Work } from '../platform/database/work'
import { holders } from './reaction'

/** Told to whoever answered; as long as nobody has, to all who may. */
const TO_THE_ANSWERER: readonly NoticeKind[] = ['reporter-wrote', 'closure-warning', 'rejected', 'rated', 'withdrawn']
/** Told to all who handle it: somebody must see it now. */
const TO_ALL: readonly NoticeKind[] = [
  'response-reminder', 'response-overdue', 'closure-overdue', 'order-issued', 'undeliverable',
]

/**
 * Who hears of a ticket. Of one that was said in confidence never anybody of the village, whoever sits, is @-ed or
 * leads there: the level above, and of all others that somebody thought of only those who may know.
 */
export async function whoHearsOf(
  work: Work,
  ticket: Ticket,
  kind: NoticeKind,
  thoughtOf: () => Promise<readonly (string | null)[]>,
): Promise<readonly string[]> {
  if (ticket.visibility !== 'confidential') return (await thoughtOf()).filter((id): id is string => id !== null)
  const handlers = await handlersOf(work, ticket)
  const ids = handlers.map(({ personId }) => personId ?? '')
  if (TO_ALL.includes(kind)) return ids
  if (TO_THE_ANSWERER.includes(kind)) return ids.includes(ticket.respondedBy ?? '') ? [ticket.respondedBy ?? ''] : ids
  if (kind !== 'you-are-asked') return mayHearOf(work, ticket, await thoughtOf())
  // Leaders hear of it when it is late; where it is for them alone, at once.
  const staff = handlers.filter(({ posts }) => posts.some((post) => post.kind === 'staff'))
  return staff.length === 0 ? ids : staff.map(({ personId }) => personId ?? '')
}

/** Those of them for whom the ticket exists. Whoever tells anybody of a ticket by another road asks this first. */
export async function mayHearOf(
  work: Work,
  ticket: Ticket,
  people: readonly (string | null)[],
): Promise<readonly string[]> {
  const known = await viewersOf(work, people.filter((id): id is string => id !== null))
  return known.filter((viewer) => mayKnowOf(viewer, ticket)).map(({ personId }) => personId ?? '')
}

/** Those of them who handle it: no neighbour, and not the reporter himself, whatever he holds besides. */
export async function handlersAmong(work: Work, ticket: Ticket, people: readonly string[]): Promise<readonly string[]> {
  const known = await viewersOf(work, people)
  return known.filter((viewer) => roleIn(viewer, ticket) === 'handler').map(({ personId }) => personId ?? '')
}

/** Who at the county is told that it stays undone: none of whom it is kept from. */
export async function countyInConfidence(
  work: Work,
  ticket: Ticket,
  countyId: string,
  people: readonly string[],
): Promise<readonly string[]> {
  const known = await viewersOf(work, people)
  return known.filter((viewer) => handlesInConfidence(viewer, { ...ticket, holderUnitId: countyId })).map(({ personId }) => personId ?? '')
}

async function handlersOf(work: Work, ticket: Ticket): Promise<readonly Viewer[]> {
  const { holderUnitId, subDistrictId } = ticket
  const posts = holderUnitId === subDistrictId
    ? await postsAtSubDistrict(work, subDistrictId, work.now)
    : await postsAtUnit(work, holderUnitId, work.now, SUB_DISTRICT_HANDLER_POSTS)
  return (await viewersOf(work, holders(posts))).filter((viewer) => handlesInConfidence(viewer, ticket))
}

async function viewersOf(work: Work, personIds: readonly string[]): Promise<readonly Viewer[]> {
  const viewers: Viewer[] = []
  for (const personId of new Set(personIds)) {
    viewers.push(viewerAt('', personId, await postsOf(work, personId, work.now), work.now))
  }
  return viewers
}
