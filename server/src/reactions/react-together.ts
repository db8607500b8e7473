import type { Fact, FactType, JournalEntry } from '@huiying/shared/facts'
import type { Ticket } from '@huiying/shared/tickets'
import { takeRecorded } from '../platform/database/settle'
import { SharedWork } from '../platform/database/shared-work'
import type { Work } from '../platform/database/work'
import type { Ids } from '../platform/ids/ids'
import { askToPublish, knowTickets, lockAndKnowTickets } from '../features/tickets/public'
import { REACTIONS } from '../reactions'
import { tellOfAll } from './delivery-reactions'
import { mayHaveSpoken } from './publication-reactions'
import type { Reaction } from './reaction'

/**
 * Facts of time, of which thousands may fall due together. Whom they reach follows from tickets, posts and rosters
 * alone and from nothing that one of them leaves behind, so they may all read before any of them writes.
 */
const OF_TIME: ReadonlySet<FactType> = new Set<FactType>([
  'ticket.response-reminded', 'ticket.response-overdue', 'ticket.closure-warned', 'ticket.closure-overdue',
  'ticket.order-issued', 'ticket.part-overdue', 'ticket.filed-unrated',
])

/**
 * Turns one journal entry into notices, and into what else is to go on record. Effects are rows only, so it may be
 * killed and run again at any point.
 */
export function react(work: Work, ids: Ids, entry: JournalEntry): Promise<void> {
  return reactToAll(work, ids, [entry])
}

/**
 * Reacts to what the firing of timers has recorded in this work; what `OF_TIME` does not name is left to the outbox.
 * @param fired the tickets as the firing left them, locked
 */
export async function reactAtOnce(work: Work, ids: Ids, fired: readonly Ticket[]): Promise<void> {
  const entries = await takeRecorded(work, ({ fact }) => OF_TIME.has(fact.type))
  if (entries.length === 0) return
  const shared = SharedWork.over(work)
  await knowTickets(shared, fired)
  await reactToAll(work, ids, entries, { shared, isNew: true })
}

/** Many raise something in a busy minute, and whom one of them reaches follows from no other. */
export function mayReactTogether({ fact }: JournalEntry): boolean {
  return fact.type === 'ticket.submitted'
}

export async function reactTogether(work: Work, ids: Ids, entries: readonly JournalEntry[]): Promise<void> {
  const shared = SharedWork.over(work)
  const ticketIds = entries.flatMap(({ fact }) => ('ticketId' in fact ? fact.ticketId ?? [] : []))
  await lockAndKnowTickets(shared, [...new Set(ticketIds)])
  await reactToAll(work, ids, entries, { shared })
}

interface Circumstances {
  /** Through which several read at the same time; left out: there is only one. */
  readonly shared?: SharedWork
  /** Nobody can have been told before: it was recorded in this work. */
  readonly isNew?: boolean
}

/** All their reads first, and then each kind of row in few statements. */
async function reactToAll(
  work: Work,
  ids: Ids,
  entries: readonly JournalEntry[],
  { shared, isNew = false }: Circumstances = {},
): Promise<void> {
  const reading = shared ?? work
  const reacted = await Promise.allSettled(entries.map(async (entry) => {
    const reaction = REACTIONS[entry.fact.type] as Reaction<Fact>
    const consequences = await reaction(reading, entry.fact, entry.at, ids)
    const { notices, tellsActor = false } = consequences
    const drafts = notices.filter((draft) => tellsActor || draft.personId !== entry.by)
    const ask = mayHaveSpoken(entry) ? await askToPublish(reading, entry.fact.ticketId) : undefined
    return { entry, consequences, drafts, ask, isNew }
  }))
  // All have ended by now: none reads on in a transaction that was given up.
  const all = reacted.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  await tellOfAll(work, ids, all)
  for (const { consequences: { facts = [] } } of all) work.record(null, facts)
  for (const { consequences: { write }, ask } of all) {
    write?.()
    ask?.()
  }
}
