import { SECOND_MS } from '@huiying/shared/kernel'
import { setTimeout as pause } from 'node:timers/promises'
import { lastComparison } from './checks/tickets/nightly-comparison'
import type { Platform } from './platform/platform.module'

export interface Health {
  readonly status: 'ok' | 'database-silent'
  readonly version: string
  readonly database: 'sqlite' | 'mysql'
  /** How late the oldest timer that should have fired is; 0: none is. `null` where the database is silent. */
  readonly timerLagMs: number | null
  /** Facts whose consequences are still to be drawn. */
  readonly outboxPending: number | null
  /** WeChat messages and texts still to be sent. */
  readonly deliveriesPending: number | null
  /** Timers and facts that failed again and again and were put aside; more than 0 means that someone must look. */
  readonly parked: number | null
  /** What the last nightly comparison of the tickets found and could not put right; `null`: there was none yet. */
  readonly ticketsDiffer: number | null
}

interface Counts {
  readonly due_at: number | null
  readonly outbox: number
  readonly deliveries: number
  readonly parked: number
}

/** A probe gives up after a few seconds; better to say that nobody answers. */
const PATIENCE_MS = 2 * SECOND_MS

export async function readHealth({ config, database, clock }: Platform): Promise<Health> {
  const kind = database.dialect === 'sqlite' ? 'sqlite' : 'mysql'
  const asked = async (): Promise<Partial<Health>> => {
    const [[counts], now, compared] = await Promise.all([
      database.reads.query<Counts>(
        `SELECT (SELECT MIN(due_at) FROM timers) AS due_at,
           (SELECT COUNT(*) FROM outbox) AS outbox, (SELECT COUNT(*) FROM deliveries) + (SELECT COUNT(*) FROM text_deliveries) AS deliveries,
           (SELECT COUNT(*) FROM parked_timers) + (SELECT COUNT(*) FROM parked_outbox) AS parked`,
      ),
      clock.now(),
      lastComparison(database.reads),
    ])
    return {
      status: 'ok',
      timerLagMs: Math.max(0, now - (counts?.due_at ?? now)),
      outboxPending: Number(counts?.outbox ?? 0),
      deliveriesPending: Number(counts?.deliveries ?? 0),
      parked: Number(counts?.parked ?? 0),
      ticketsDiffer: compared?.differences ?? null,
    }
  }
  const silence = {
    status: 'database-silent', timerLagMs: null, outboxPending: null, deliveriesPending: null, parked: null,
    ticketsDiffer: null,
  } as const
  const found = await Promise.race([asked().catch(() => silence), pause(PATIENCE_MS, silence, { ref: false })])
  return { ...silence, ...found, version: config.version, database: kind }
}
