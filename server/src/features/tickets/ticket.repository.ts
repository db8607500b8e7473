import { currentCycle, timersOf, type Cycle, type Ticket, type TicketFact } from '@huiying/shared/tickets'
import type { Ids } from '../../platform/ids/ids'
import type { Work } from '../../platform/database/work'
import { takeOrderNumbers, type TakenNumbers } from '../orders/public'
import { cycleTable, type StoredCycle } from './cycle.table'
import { orderTable, type SupervisionOrder } from './order.table'
import { ticketTable, type StoredTicket, type Attachments } from './ticket.table'

/** A ticket as it was loaded; given back when what follows from it is stored. */
export interface LoadedTicket {
  readonly ticket: Ticket
  readonly attachments: Attachments
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
    const stored = await this.work.find(ticketTable, { id: ticketIds }, { lock: true, orderBy: { id: 'asc' } })
    const cycles = await this.work.find(cycleTable, { ticketId: ticketIds }, { orderBy: { number: 'asc' } })
    return stored.map((ticket) => assemble(ticket, cycles.filter((cycle) => cycle.ticketId === ticket.id)))
  }

  add(ticket: Ticket, attachments: Attachments, facts: readonly TicketFact[]): void {
    this.work.insert(ticketTable, toStored(ticket, attachments))
    this.work.insert(cycleTable, ...ticket.cycles.map((cycle) => ({ ticketId: ticket.id, ...cycle })))
    this.work.replaceTimers(ticket.id, [], timersOf(ticket))
    this.work.record(ticket.reporterId, facts)
  }

  /** Reads what storing needs and gives back the writing of it: all reads of a work come before its first write. */
  async prepare(...changes: readonly TicketChange[]): Promise<() => void> {
    const { orders, taken } = await this.numberOrders(changes)
    return () => {
      for (const change of changes) this.write(change)
      for (const numbers of taken) numbers.keep()
      this.work.insert(orderTable, ...orders)
    }
  }

  private write({ loaded, next, facts, by }: TicketChange): void {
    const before = loaded.ticket
    if (next !== before) {
      this.work.update(ticketTable, toStored(next, loaded.attachments), { expectedVersion: before.version })
      for (const cycle of next.cycles) this.writeCycle(next.id, cycle, before.cycles[cycle.number - 1])
      this.work.replaceTimers(next.id, timersOf(before), timersOf(next))
    }
    for (const fact of facts) this.work.record(isOfTime(fact) ? null : by, [fact])
  }

  private writeCycle(ticketId: string, cycle: Cycle, before: Cycle | undefined): void {
    if (before === undefined) this.work.insert(cycleTable, { ticketId, ...cycle })
    else if (before !== cycle) this.work.update(cycleTable, { ticketId, ...cycle })
  }

  private async numberOrders(changes: readonly TicketChange[]): Promise<NumberedOrders> {
    const first = changes.flatMap(({ next, facts }) =>
      facts.flatMap((fact) =>
        fact.type === 'ticket.order-issued' && fact.count === 1 ? [{ next, cycle: fact.cycle }] : [],
      ),
    )
    const orders: SupervisionOrder[] = []
    const taken: TakenNumbers[] = []
    for (const subDistrictId of [...new Set(first.map(({ next }) => next.subDistrictId))].sort()) {
      const ofUnit = first.filter((one) => one.next.subDistrictId === subDistrictId)
      const numbers = await takeOrderNumbers(this.work, subDistrictId, ofUnit.length)
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

/** Facts that time brings about have no author, also when a person's late act brings them to light. */
const TIME_FACTS: ReadonlySet<TicketFact['type']> = new Set([
  'ticket.response-reminded', 'ticket.response-overdue', 'ticket.closure-warned',
  'ticket.closure-overdue', 'ticket.order-issued', 'ticket.filed-unrated',
])

function isOfTime(fact: TicketFact): boolean {
  return TIME_FACTS.has(fact.type)
}

function toStored({ cycles, ...ticket }: Ticket, attachments: Attachments): StoredTicket {
  const cycle = currentCycle({ ...ticket, cycles })
  return {
    ...ticket,
    ...attachments,
    closureDueAt: cycle.closureDueAt,
    closedAt: cycle.closedAt,
    closureMissed: cycle.closureMissedAt !== null,
  }
}

function assemble(stored: StoredTicket, cycles: readonly StoredCycle[]): LoadedTicket {
  const { photoIds, voiceId, closureDueAt: _due, closedAt: _closed, closureMissed: _missed, ...rest } = stored
  return {
    ticket: { ...rest, cycles: cycles.map(({ ticketId: _ticketId, ...cycle }) => cycle) },
    attachments: { photoIds, voiceId },
  }
}
