import type { Scalar } from './column'

const MUST_ESCAPE = /[\0\b\t\n\r\x1a'\\]/
const ALL_TO_ESCAPE = /[\0\b\t\n\r\x1a'\\]/g
const ESCAPED: Readonly<Record<string, string>> = {
  '\0': '\\0', '\b': '\\b', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\x1a': '\\Z', "'": "\\'", '\\': '\\\\',
}

/**
 * A value as the SQL of MySQL and MariaDB spells it, in a session where a backslash escapes (`sessionSql`). Not by the
 * driver, which goes through each statement character by character: thousands of rows are written in a second.
 */
export function literal(value: Scalar): string {
  if (typeof value === 'string') {
    return MUST_ESCAPE.test(value) ? `'${value.replace(ALL_TO_ESCAPE, (one) => ESCAPED[one] ?? one)}'` : `'${value}'`
  }
  if (value === null) return 'NULL'
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw new Error(`a value must be a text, a number or null, not ${typeof value}`)
}

/** Puts the values where "?" stands; nothing else in the SQL may be one. */
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
