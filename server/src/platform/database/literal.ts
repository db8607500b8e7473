import { escape } from 'mysql2'
import type { Scalar } from './column'

/** A value as the SQL of MySQL and MariaDB spells it, in a session where a backslash escapes (`sessionSql`). */
export function literal(value: Scalar): string {
  if (typeof value === 'string') return escape(value)
  if (value === null) return 'NULL'
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw new Error(`a value must be a text, a number or null, not ${typeof value}`)
}

/**
 * Puts the values where "?" stands; nothing else in the SQL may be one. The driver would go through each statement
 * character by character to know which "?" is a place, and thousands of rows are written in a second.
 */
export function spelt(sql: string, values: readonly Scalar[]): string {
  let text = ''
  let from = 0
  for (const value of values) {
    const place = sql.indexOf('?', from)
    if (place === -1) throw new Error(`fewer places than ${values.length} values: ${sql.slice(0, 80)}`)
    text += sql.slice(from, place) + literal(value)
    from = place + 1
  }
  if (sql.indexOf('?', from) !== -1) throw new Error(`more places than ${values.length} values: ${sql.slice(0, 80)}`)
  return text + sql.slice(from)
}
