import type { Fact, FactType, JournalEntry } from '@huiying/shared/facts'
import type { PublicationFact } from '@huiying/shared/tickets'
import { postsAtSubDistrict } from '../features/identity/public'
import { ticketInBrief } from '../features/tickets/public'
import { unitOf } from '../features/villages/public'
import { mayHearOf } from './in-confidence'
import { drafts, holders, type Reaction } from './reaction'

type Of<Type extends PublicationFact['type']> = Extract<Fact, { readonly type: Type }>
type TicketFact = Extract<Fact, { readonly ticketId: string }>

/** Acts of people that leave no words behind. */
const WORDLESS: ReadonlySet<FactType> = new Set<FactType>([
  'ticket.opened', 'ticket.followed', 'ticket.unfollowed', 'ticket.phone-viewed', 'ticket.rated', 'ticket.withdrawn',
  'ticket.reporter-wrote', 'ticket.topic-set',
])

/**
 * Somebody did something to a ticket, so there may be words or pictures that nobody has looked at. So there are when a
 * matter is shown after all: while it was not, nobody asked about its answers.
 */
export function mayHaveSpoken(entry: JournalEntry): entry is JournalEntry & { readonly fact: TicketFact } {
  return entry.by !== null && 'ticketId' in entry.fact && entry.fact.type.startsWith('ticket.') && !WORDLESS.has(entry.fact.type)
}

export const PUBLICATION_REACTIONS: { readonly [Type in PublicationFact['type']]: Reaction<Of<Type>> } = {
  'ticket.publication-held': async (work, { ticketId }) => {
    const { ticket, excerpt } = await ticketInBrief(work, ticketId)
    const village = await unitOf(work, ticket.villageId)
    const staff = holders(await postsAtSubDistrict(work, ticket.subDistrictId, work.now, ['staff']))
    const data = { excerpt, villageName: village?.name ?? '' }
    return { notices: drafts('to-look-at', await mayHearOf(work, ticket, staff), ticketId, data, true) }
  },
  'ticket.publication-decided': async (work, { ticketId, isOpen, messageId }) => {
    // What passes at once he has never heard of.
    if (isOpen && messageId === null) return { notices: [] }
    const { ticket, excerpt } = await ticketInBrief(work, ticketId)
    const kind = isOpen ? 'published-after-all' : 'not-published'
    return { notices: drafts(kind, [ticket.reporterId], ticketId, { excerpt }) }
  },
}
