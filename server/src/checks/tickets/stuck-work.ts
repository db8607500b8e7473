import { HOUR_MS, type EpochMs } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'

/** Everything that a worker takes up; a server that dies with it in hand leaves it for minutes, not for hours. */
const QUEUES = ['timers', 'outbox', 'deliveries', 'text_deliveries', 'group_messages', 'group_counts', 'ladders'] as const
const PARKED = ['parked_timers', 'parked_outbox'] as const
const STUCK_MS = HOUR_MS

/** Work that nobody has done for an hour after it fell due, and work put aside, by the table it waits in. */
export async function stuckWork(reads: Reads, now: EpochMs): Promise<readonly string[]> {
  const counted = [
    ...QUEUES.map((table) => ({ table, where: ' WHERE due_at <= ?', params: [now - STUCK_MS], what: 'due for more than an hour' })),
    ...PARKED.map((table) => ({ table, where: '', params: [], what: 'put aside' })),
    // Without its notice there is nothing to send, and it would be taken up for ever.
    {
      table: 'deliveries', where: ' d WHERE NOT EXISTS (SELECT 1 FROM notices n WHERE n.id = d.notice_id)', params: [],
      what: 'without a notice',
    },
  ]
  const stuck: string[] = []
  for (const { table, where, params, what } of counted) {
    const [row] = await reads.query<{ readonly n: number }>(`SELECT COUNT(*) AS n FROM ${table}${where}`, params)
    const count = Number(row?.n ?? 0)
    if (count > 0) stuck.push(`${table}: ${count} ${what}`)
  }
  return stuck
}
