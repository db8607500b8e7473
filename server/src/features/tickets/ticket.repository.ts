import { currentCycle, timersOf, type Ticket, type TicketFact } from '@huiying/shared/tickets'
import type { Ids } from '../../platform/ids/ids'
import type { Work } from '../../platform/database/work'
import { takeOrderNumbers, type OrderSeries, type TakenNumbers } from '../orders/public'
import { orderTable, type SupervisionOrder } from './order.table'
import { findTickets, writeRows } from './ticket-rows'
import { ticketTable, type Attachments, type KeptAttachments, type StoredTicket } from './ticket.table'

/** A ticket as it was loaded; given back when what follows from it is stored. */
export interface LoadedTicket {
  readonly ticket: Ticket
  readonly attachments: KeptAttachments
}

/** What follows from a loaded ticket, and by whom. */
export interface TicketChange {
  readonly loaded: LoadedTicket
  readonly next: Ticket
  readonly facts: readonly TicketFact[]
  readonly by: string | null
}

/** Tickets and everything stored with them in one step: cycles, timers, supervision orders, facts. */
export class TicketRepository {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /** Locks the row: two people may act on it at once. */
  async load(ticketId: string): Promise<LoadedTicket | null> {
    return (await this.loadAll([ticketId]))[0] ?? null
  }

  /** Locks them in the order of their ids, the same for every server, so that two never wait for each other. */
  async loadAll(ticketIds: readonly string[]): Promise<readonly LoadedTicket[]> {
    const found = await findTickets(this.work, ticketIds)
    return found.map(({ ticket, stored: { photoIds, voiceId, openFileIds } }) =>
      ({ ticket, attachments: { photoIds, voiceId, openFileIds } }))
  }

  add(ticket: Ticket, attachments: Attachments, facts: readonly TicketFact[]): void {
    this.work.insert(ticketTable, toStored(ticket, { ...attachments, openFileIds: null }))
    writeRows(this.work, null, ticket)
    this.work.replaceTimers(ticket.id, [], timersOf(ticket))
    this.work.record(ticket.reporterId, facts)
  }

  /** Reads what storing needs and gives back the writing of it: all reads of a work come before its first write. */
  async prepare(...changes: readonly TicketChange[]): Promise<() => void> {
    const { orders, taken } = await this.numberOrders(changes)
    return () => {
      this.write(changes)
      for (const numbers of taken) numbers.keep()
      this.work.insert(orderTable, ...orders)
    }
  }

  /** Table by table, so that many tickets take few statements. */
  private write(changes: readonly TicketChange[]): void {
    const changed = changes.filter(({ loaded, next }) => next !== loaded.ticket)
    this.work.updateChanged(ticketTable, changed.map(({ loaded: { ticket, attachments }, next }) =>
      ({ before: toStored(ticket, attachments), next: toStored(next, attachments) })))
    for (const { loaded, next } of changed) writeRows(this.work, loaded.ticket, next)
    this.work.replaceTimersOf(changed.map(({ loaded, next }) =>
      ({ subjectId: next.id, before: timersOf(loaded.ticket), after: timersOf(next) })))
    const authored = changes.flatMap(({ facts, by }) => facts.map((fact) => ({ fact, by: isOfTime(fact) ? null : by })))
    for (const run of runsOf(authored, ({ by }) => by)) this.work.record(run.key, run.items.map(({ fact }) => fact))
  }

  private async numberOrders(changes: readonly TicketChange[]): Promise<NumberedOrders> {
    const first = changes.flatMap(({ next, facts }) =>
      facts.flatMap((fact) =>
        fact.type === 'ticket.order-issued' && fact.count === 1 ? [{ next, cycle: fact.cycle }] : [],
      ),
    )
    const orders: SupervisionOrder[] = []
    const taken: TakenNumbers[] = []
    for (const key of [...new Set(first.map(({ next }) => keyOf(next)))].sort()) {
      const ofUnit = first.filter(({ next }) => keyOf(next) === key)
      const [subDistrictId = '', series] = key.split(' ') as [string, OrderSeries]
      const numbers = await takeOrderNumbers(this.work, subDistrictId, ofUnit.length, series)
      taken.push(numbers)
      for (const [index, { next, cycle }] of ofUnit.entries()) {
        const given = numbers.numbers[index]
        if (given === undefined) throw new Error('fewer numbers than orders')
        orders.push({
          id: this.ids.next(), ...given, subDistrictId,
          ticketId: next.id, cycle, villageId: next.villageId, issuedAt: this.work.now,
        })
      }
    }
    return { orders, taken }
  }
}

interface NumberedOrders {
  readonly orders: readonly SupervisionOrder[]
  readonly taken: readonly TakenNumbers[]
}

/** Which numbers it counts among; sorted, two servers take them in the same order. */
function keyOf({ subDistrictId, visibility }: Ticket): string {
  return `${subDistrictId} ${visibility === 'confidential' ? 'confidential' : 'open'}`
}

/** Facts that time brings about have no author, also when a person's late act brings them to light. */
const TIME_FACTS: ReadonlySet<TicketFact['type']> = new Set([
  'ticket.response-reminded', 'ticket.response-overdue', 'ticket.closure-warned',
  'ticket.closure-overdue', 'ticket.order-issued', 'ticket.filed-unrated', 'ticket.part-overdue',
])

function isOfTime(fact: TicketFact): boolean {
  return TIME_FACTS.has(fact.type) && !('personId' in fact)
}

function toStored(ticket: Ticket, attachments: KeptAttachments): StoredTicket {
  const cycle = currentCycle(ticket)
  return {
    // With its rows, which are no columns: leaving them out would cost more than all else here.
    ...ticket,
    ...attachments,
    closureDueAt: cycle.closureDueAt,
    closedAt: cycle.closedAt,
    closureMissed: cycle.closureMissedAt !== null,
  }
}

/** Neighbours of one key together, in their order. */
function runsOf<T, K>(
  items: readonly T[],
  keyOf: (item: T) => K,
): readonly { readonly key: K; readonly items: readonly T[] }[] {
  const runs: { key: K; items: T[] }[] = []
  for (const item of items) {
    const key = keyOf(item)
    const last = runs[runs.length - 1]
    if (last !== undefined && last.key === key) last.items.push(item)
    else runs.push({ key, items: [item] })
  }
  return runs
}
