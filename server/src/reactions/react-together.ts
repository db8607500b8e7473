import type { Fact, FactType, JournalEntry } from '@huiying/shared/facts'
import { SharedWork } from '../platform/database/shared-work'
import type { Work } from '../platform/database/work'
import type { Ids } from '../platform/ids/ids'
import { knowTickets } from '../features/tickets/public'
import { REACTIONS } from '../reactions'
import { tellOfAll } from './delivery-reactions'
import type { Reaction } from './reaction'

/**
 * Facts of time, of which thousands may fall due together. Whom they reach follows from tickets, posts and rosters
 * alone and from nothing that one of them leaves behind, so they may all read before any of them writes.
 */
const OF_TIME: ReadonlySet<FactType> = new Set<FactType>([
  'ticket.response-reminded', 'ticket.response-overdue', 'ticket.closure-warned', 'ticket.closure-overdue',
  'ticket.order-issued', 'ticket.part-overdue', 'ticket.filed-unrated',
])

export function mayReactTogether({ fact }: JournalEntry): boolean {
  return OF_TIME.has(fact.type)
}

/** As `react` one after the other: all their reads first, and then each kind of row in few statements. */
export async function reactTogether(work: Work, ids: Ids, entries: readonly JournalEntry[]): Promise<void> {
  const shared = SharedWork.over(work)
  await knowTickets(shared, [...new Set(entries.flatMap(({ fact }) => ('ticketId' in fact ? fact.ticketId ?? [] : [])))])
  const reacted = await Promise.allSettled(entries.map(async (entry) => {
    const reaction = REACTIONS[entry.fact.type] as Reaction<Fact>
    const consequences = await reaction(shared, entry.fact, entry.at, ids)
    const { notices, tellsActor = false } = consequences
    return { entry, consequences, drafts: notices.filter((draft) => tellsActor || draft.personId !== entry.by) }
  }))
  // All have ended by now: none reads on in a transaction that was given up.
  const all = reacted.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  await tellOfAll(work, ids, all)
  for (const { consequences: { facts = [] } } of all) work.record(null, facts)
  for (const { consequences: { write } } of all) write?.()
}
