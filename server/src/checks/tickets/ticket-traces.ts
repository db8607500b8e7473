import { HOUR_MS, type EpochMs } from '@huiying/shared/kernel'
import { NOBODY_ID, timersOf, type Ticket, type TicketFact } from '@huiying/shared/tickets'
import type { FoundTicket } from '../../features/tickets/ticket-rows'
import { ticketTable } from '../../features/tickets/ticket.table'
import type { Scalar } from '../../platform/database/column'
import { jsonOf, placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { timerOf } from '../../platform/timers/timers.table'
import { COUNTED_FACTS } from './owed-facts'
import type { TicketTraces } from './ticket-differences'

/** Pairs asked for in one statement; the embedded database nests no deeper than a thousand. */
const PAIRS = 200
/** How long the reaction to a closure may take before its notice counts as missing. */
const TELLING_MS = HOUR_MS

/**
 * What hangs on these tickets, a page at a time. Each query is of its own instant: what seems to differ must be read
 * again while the ticket is locked.
 */
export async function tracesOf(
  reads: Reads, found: readonly FoundTicket[], now: EpochMs,
): Promise<readonly TicketTraces[]> {
  if (found.length === 0) return []
  const ids = found.map(({ ticket }) => ticket.id)
  const timers = await timersThere(reads, found.map(({ ticket }) => ticket))
  const facts = await factsOf(reads, ids)
  const orders = await reads.query<{ readonly ticketId: string; readonly cycle: number }>(
    `SELECT ticket_id AS ticketId, cycle FROM supervision_orders WHERE ticket_id IN (${placeholders(ids.length)})`, ids,
  )
  const mains = await mainsOf(reads, found.map(({ ticket }) => ticket))
  const untold = await untoldOf(reads, found, facts, now)
  return found.map((one) => ({
    ...one,
    timers: timersOf(one.ticket).filter((timer) => timers.has(keyOf(one.ticket.id, timer))),
    facts: facts.filter(({ fact }) => fact.ticketId === one.ticket.id).map(({ fact }) => fact),
    orderedCycles: orders.filter(({ ticketId }) => ticketId === one.ticket.id).map(({ cycle }) => Number(cycle)),
    main: mains.find(({ id }) => id === one.ticket.mergedIntoId) ?? null,
    untoldClosures: untold.filter(({ ticketId }) => ticketId === one.ticket.id).map(({ cycle }) => cycle),
  }))
}

const keyOf = (ticketId: string, timer: { readonly kind: string; readonly dueAt: EpochMs }): string =>
  `${timer.dueAt} ${timerOf(ticketId, timer).id}`

/** Timers are clustered by when they fall due and found in no other way, so each is asked for by its whole key. */
async function timersThere(reads: Reads, tickets: readonly Ticket[]): Promise<ReadonlySet<string>> {
  const wanted = tickets.flatMap((ticket) =>
    timersOf(ticket).map((timer): readonly [EpochMs, string] => [timer.dueAt, timerOf(ticket.id, timer).id]))
  const rows = await byPairs<{ readonly dueAt: EpochMs; readonly id: string }>(
    reads, 'SELECT due_at AS dueAt, id FROM timers', ['due_at', 'id'], wanted,
  )
  return new Set(rows.map(({ dueAt, id }) => `${Number(dueAt)} ${id}`))
}

interface RecordedFact {
  readonly id: string
  readonly at: EpochMs
  readonly fact: TicketFact
}

async function factsOf(reads: Reads, ids: readonly string[]): Promise<readonly RecordedFact[]> {
  const rows = await reads.query<{ readonly id: string; readonly at: number; readonly body: string }>(
    `SELECT id, at, body FROM journal WHERE subject_id IN (${placeholders(ids.length)})
       AND type IN (${placeholders(COUNTED_FACTS.length)})`,
    [...ids, ...COUNTED_FACTS],
  )
  return rows.map(({ id, at, body }) => ({ id, at: Number(at), fact: jsonOf(body) }))
}

async function mainsOf(reads: Reads, tickets: readonly Ticket[]): Promise<readonly NonNullable<TicketTraces['main']>[]> {
  const ids = [...new Set(tickets.flatMap(({ mergedIntoId }) => mergedIntoId ?? []))]
  if (ids.length === 0) return []
  const rows = await reads.query<RawRow>(
    `SELECT ${ticketTable.columnList} FROM tickets WHERE id IN (${placeholders(ids.length)})`, ids,
  )
  return rows.map(ticketTable.fromRaw)
}

/** Of all that people are told, a closure is told to one person, whom the ticket names, whatever else has happened. */
async function untoldOf(
  reads: Reads, found: readonly FoundTicket[], facts: readonly RecordedFact[], now: EpochMs,
): Promise<readonly { readonly ticketId: string; readonly cycle: number }[]> {
  const reporters = new Map(found.map(({ ticket }) => [ticket.id, ticket.reporterId]))
  const owed = facts.flatMap(({ id, at, fact }) => {
    if (fact.type !== 'ticket.closed' || at > now - TELLING_MS) return []
    const { ticketId, cycle } = fact
    const personId = reporters.get(ticketId) ?? NOBODY_ID
    // Whoever was forgotten or closed it himself is told nothing.
    return personId === NOBODY_ID || personId === fact.personId ? [] : [{ ticketId, cycle, personId, factId: id }]
  })
  const told = await byPairs<{ readonly factId: string }>(
    reads, 'SELECT fact_id AS factId FROM notices', ['person_id', 'fact_id'], owed.map(({ personId, factId }) => [personId, factId]),
  )
  const known = new Set(told.map(({ factId }) => factId))
  return owed.filter(({ factId }) => !known.has(factId))
}

/** Rows by many whole keys of two columns: spelt out, since not every database finds `(a, b) IN (…)` by its index. */
async function byPairs<Row>(
  reads: Reads, select: string, [one, other]: readonly [string, string], pairs: readonly (readonly [Scalar, Scalar])[],
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let first = 0; first < pairs.length; first += PAIRS) {
    const some = pairs.slice(first, first + PAIRS)
    const where = some.map(() => `(${one} = ? AND ${other} = ?)`).join(' OR ')
    rows.push(...(await reads.query<Row>(`${select} WHERE ${where}`, some.flat())))
  }
  return rows
}
