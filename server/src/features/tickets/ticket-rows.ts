import { compareText } from '@huiying/shared/kernel'
import type { Ticket } from '@huiying/shared/tickets'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow, Table } from '../../platform/database/table'
import type { Work } from '../../platform/database/work'
import { cycleTable } from './cycle.table'
import { ticketTable, type StoredTicket, type TicketRows } from './ticket.table'
import { extensionTable, moveTable, partTable } from './ways.table'

/** A ticket put together of its row and the rows that hang on it. */
export interface FoundTicket {
  readonly ticket: Ticket
  readonly stored: StoredTicket
}

/** Locks them in the order of their ids, the same for every server, so that two never wait for each other. */
export async function findTickets(work: Work, ticketIds: readonly string[]): Promise<readonly FoundTicket[]> {
  const where = { ticketId: ticketIds }
  const stored = await work.find(ticketTable, { id: ticketIds }, { lock: true, orderBy: { id: 'asc' } })
  // Also where none was found: that one is there which somebody may not know of must not take longer to find out.
  const rows = await work.findTogether({
    cycles: { table: cycleTable, where },
    moves: { table: moveTable, where },
    extensions: { table: extensionTable, where },
    parts: { table: partTable, where },
  })
  return assembled(stored, rows)
}

/** The same for a board, without a lock. */
export async function readTicket(reads: Reads, ticketId: string): Promise<FoundTicket | null> {
  return (await readTickets(reads, [ticketId]))[0] ?? null
}

/** Without a lock, a ticket and its rows need not be of the same instant. */
export async function readTickets(reads: Reads, ticketIds: readonly string[]): Promise<readonly FoundTicket[]> {
  if (ticketIds.length === 0) return []
  const which = `IN (${placeholders(ticketIds.length)})`
  const rowsOf = async <Row extends object>(table: Table<Row>): Promise<readonly Row[]> => {
    const sql = `SELECT ${table.columnList} FROM ${table.name} WHERE ticket_id ${which}`
    return (await reads.query<RawRow>(sql, ticketIds)).map((raw) => table.fromRaw(raw))
  }
  const [raws, cycles, moves, extensions, parts] = await Promise.all([
    reads.query<RawRow>(`SELECT ${ticketTable.columnList} FROM tickets WHERE id ${which} ORDER BY id`, ticketIds),
    rowsOf(cycleTable), rowsOf(moveTable), rowsOf(extensionTable), rowsOf(partTable),
  ])
  return assembled(raws.map(ticketTable.fromRaw), { cycles, moves, extensions, parts })
}

/** The same, by their ids. */
export async function ticketsById(reads: Reads, ticketIds: readonly string[]): Promise<ReadonlyMap<string, Ticket>> {
  const found = await readTickets(reads, [...new Set(ticketIds)])
  return new Map(found.map(({ ticket }) => [ticket.id, ticket]))
}

/** Writes what of its rows is new or has changed; rules change nothing in place. */
export function writeRows(work: Work, before: Ticket | null, next: Ticket): void {
  const store = <Row extends object>(table: Table<Row & OfTicket>, rows: readonly Row[], old: readonly Row[]): void => {
    rows.forEach((row, at) => {
      const known = old[at]
      if (known === undefined) work.insert(table, { ticketId: next.id, ...row })
      else if (known !== row) work.update(table, { ticketId: next.id, ...row })
    })
  }
  store(cycleTable, next.cycles, before?.cycles ?? [])
  store(moveTable, next.moves, before?.moves ?? [])
  store(extensionTable, next.extensions, before?.extensions ?? [])
  store(partTable, next.parts, before?.parts ?? [])
}

interface OfTicket {
  readonly ticketId: string
}

type Rows = { readonly [Name in TicketRows]: readonly (Ticket[Name][number] & OfTicket)[] }

function assembled(stored: readonly StoredTicket[], rows: Rows): readonly FoundTicket[] {
  const cycles = byTicket(rows.cycles)
  const moves = byTicket(rows.moves)
  const extensions = byTicket(rows.extensions)
  const parts = byTicket(rows.parts)
  return stored.map((one) => assemble(one, {
    cycles: cycles.get(one.id) ?? [],
    moves: moves.get(one.id) ?? [],
    extensions: extensions.get(one.id) ?? [],
    parts: parts.get(one.id) ?? [],
  }))
}

function byTicket<Row extends OfTicket>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const all = new Map<string, Row[]>()
  for (const row of rows) {
    const known = all.get(row.ticketId)
    if (known === undefined) all.set(row.ticketId, [row])
    else known.push(row)
  }
  return all
}

function assemble(stored: StoredTicket, rows: Rows): FoundTicket {
  return {
    stored,
    ticket: {
      ...ownOf(stored),
      cycles: inOrder(rows.cycles, byNumber).map(cycleOf),
      moves: inOrder(rows.moves, byNumber).map(moveOf),
      extensions: inOrder(rows.extensions, byId).map(extensionOf),
      parts: inOrder(rows.parts, byId).map(partOf),
    },
  }
}

function inOrder<Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] {
  return rows.length < 2 ? rows : [...rows].sort((one, other) => compareText(key(one), key(other)))
}

function byNumber({ number }: { readonly number: number }): string {
  return String(number).padStart(6, '0')
}

function byId({ id }: { readonly id: string }): string {
  return id
}

const ownOf = leavingOut(ticketTable, ['photoIds', 'voiceId', 'openFileIds', 'closureDueAt', 'closedAt', 'closureMissed'])
const cycleOf = leavingOut(cycleTable, ['ticketId'])
const moveOf = leavingOut(moveTable, ['ticketId'])
const extensionOf = leavingOut(extensionTable, ['ticketId'])
const partOf = leavingOut(partTable, ['ticketId'])

/** Copies rows without some properties. Not by `...rest`, which took a third of the time that loading tickets takes. */
function leavingOut<Row extends object, Out extends keyof Row & string>(
  table: Table<Row>,
  out: readonly Out[],
): (row: Row) => Omit<Row, Out> {
  const kept = table.columns.map(({ property }) => property).filter((property) => !out.some((one) => one === property))
  return (row) => {
    const copy: Record<string, unknown> = {}
    for (const property of kept) copy[property] = row[property as keyof Row]
    return copy as Omit<Row, Out>
  }
}
