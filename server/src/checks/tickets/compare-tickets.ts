import type { DifferenceCounts } from '@huiying/shared/facts'
import type { EpochMs } from '@huiying/shared/kernel'
import { setTimeout as pause } from 'node:timers/promises'
import { findTickets, readTickets } from '../../features/tickets/ticket-rows'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import { parkedTimersTable, timerOf } from '../../platform/timers/timers.table'
import { extraTimers } from './extra-timers'
import { brokenOrderSeries } from './order-series'
import { stuckWork } from './stuck-work'
import { differencesOf, type TicketDifference, type TicketDifferenceKind } from './ticket-differences'
import { tracesOf } from './ticket-traces'

export interface Difference {
  readonly kind: TicketDifferenceKind | 'timer-extra' | 'series-broken' | 'work-stuck'
  /** `null`: it is about no ticket. */
  readonly ticketId: string | null
  readonly detail: string
  /** True: it is right again. */
  readonly isMended: boolean
}

export interface Comparison {
  readonly tickets: number
  readonly found: DifferenceCounts
  /** How many of these are right again. */
  readonly mended: number
}

export interface CompareOptions {
  readonly unitOfWork: UnitOfWork
  readonly reads: Reads
  readonly clock: Clock
  /** Hears of each as it is found: there may be many, and none is kept. */
  readonly onDifference: (difference: Difference) => void
  /** Puts missing wake-ups back. */
  readonly mends: boolean
  /** Looked at between two pages: `true` breaks off. */
  readonly isStopping?: () => boolean
}

const PAGE = 200
/** Between two pages everybody else has the database. */
const PAGE_PAUSE_MS = 5

/**
 * Holds every ticket against the rules: wake-ups, facts, order numbers, what lists sort by, what was merged, who was
 * told. Reads page by page without a lock; what seems to differ is read again with its ticket locked, since somebody
 * may have acted in between. Missing wake-ups are put back, everything else is only said.
 * @returns `null`: it was told to stop
 */
export async function compareTickets(options: CompareOptions): Promise<Comparison | null> {
  const { unitOfWork, reads, clock, onDifference, isStopping = () => false } = options
  const found: Record<string, number> = {}
  let mended = 0
  const say = (difference: Difference): void => {
    if (difference.isMended) mended += 1
    found[difference.kind] = (found[difference.kind] ?? 0) + 1
    onDifference(difference)
  }
  const sayAll = (kind: 'series-broken' | 'work-stuck', details: readonly string[]): void =>
    details.forEach((detail) => say({ kind, ticketId: null, detail, isMended: false }))
  let tickets = 0
  for (let after = ''; ; await pause(PAGE_PAUSE_MS)) {
    if (isStopping()) return null
    const ids = await nextPage(reads, after)
    for (const ticketId of await suspects(reads, ids, await clock.now())) {
      for (const difference of await lookAgain(options, ticketId)) say(difference)
    }
    tickets += ids.length
    after = ids[ids.length - 1] ?? after
    if (ids.length < PAGE) break
  }
  for await (const extra of extraTimers(unitOfWork, reads)) {
    if (isStopping()) return null
    for (const { subjectId, kind, dueAt } of extra) {
      say({ kind: 'timer-extra', ticketId: subjectId, detail: `${kind} at ${dueAt}`, isMended: false })
    }
    await pause(PAGE_PAUSE_MS)
  }
  sayAll('series-broken', await brokenOrderSeries(reads))
  sayAll('work-stuck', await stuckWork(reads, await clock.now()))
  return { tickets, found, mended }
}

async function nextPage(reads: Reads, after: string): Promise<readonly string[]> {
  const rows = await reads.query<{ readonly id: string }>(
    `SELECT id FROM tickets WHERE id > ? ORDER BY id LIMIT ${PAGE}`, [after],
  )
  return rows.map(({ id }) => id)
}

async function suspects(reads: Reads, ids: readonly string[], now: EpochMs): Promise<readonly string[]> {
  const traces = await tracesOf(reads, await readTickets(reads, ids), now)
  return traces.filter((one) => differencesOf(one, now).length > 0).map(({ ticket }) => ticket.id)
}

/** Every act locks the ticket first, so nobody is in the middle of one here. */
function lookAgain({ unitOfWork, mends }: CompareOptions, ticketId: string): Promise<readonly Difference[]> {
  return unitOfWork.run(async (work) => {
    const traces = await tracesOf(work, await findTickets(work, [ticketId]), work.now)
    const differences = traces.flatMap((one) => differencesOf(one, work.now))
    if (mends) putBack(work, ticketId, differences)
    return differences.map(({ timer, ...difference }) => ({ ...difference, isMended: mends && timer !== undefined }))
  })
}

/** One that was put aside is tried again: what it stumbled over may have been mended since. */
function putBack(work: Work, ticketId: string, differences: readonly TicketDifference[]): void {
  const missing = differences.flatMap(({ timer }) => timer ?? [])
  if (missing.length === 0) return
  for (const timer of missing) {
    work.schedule(ticketId, timer)
    work.delete(parkedTimersTable, timerOf(ticketId, timer))
  }
  const kinds = missing.map(({ kind }) => kind)
  work.record(null, [{ type: 'check.timers-put-back', subjectId: 'tickets', ofTicketId: ticketId, kinds }])
}
