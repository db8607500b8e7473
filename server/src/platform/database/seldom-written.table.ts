import { int } from './column'
import type { Statement } from './statement'
import { defineTable } from './table'

/** One row: how often any of the tables below has been written to. */
export const seldomWrittenTable = defineTable<{ readonly id: number; readonly version: number }>({
  name: 'seldom_written',
  columns: { id: int(), version: int() },
  primaryKey: ['id'],
})

/** What hardly anybody changes and everybody needs; `Work.kept` may read these and no others. */
export const SELDOM_WRITTEN = ['units', 'posts', 'duty_slots', 'duty_leaves', 'sla_policies'] as const

/** An expression within a SELECT; null where the row is missing. */
export const SELDOM_VERSION = '(SELECT version FROM seldom_written WHERE id = 1)'

const VERB = 'INSERT\\s+INTO|UPDATE|DELETE(?:\\s+FROM)?'
const WRITES = new RegExp(`^\\s*(?:${VERB})\\s+[\`"]?(?:${SELDOM_WRITTEN.join('|')})\\b`, 'i')

export function writesSeldomWritten({ sql }: Pick<Statement, 'sql'>): boolean {
  return WRITES.test(sql)
}

/** Last of all statements of a work: whoever else counts up waits behind it. */
export const COUNT_UP: Statement = {
  sql: 'INSERT INTO seldom_written (id, version) VALUES (1, 1) ON DUPLICATE KEY UPDATE version = version + 1',
  params: [],
  expectedRows: null,
}
