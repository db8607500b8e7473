import { type Scalar, withoutNul } from './column'

/**
 * The writing connection of MySQL accepts several statements at once, so SQL from outside `Table` may hold one only.
 * Values always travel as parameters; a quoted literal with a "?" would be taken for one.
 * @returns the values as the drivers may have them
 */
export function checkedSql(sql: string, params: readonly unknown[], purpose: 'read' | 'write'): readonly Scalar[] {
  if (sql.includes(';')) throw new Error('one statement without ";" please')
  const verb = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? ''
  const allowed = purpose === 'read' ? ['SELECT', 'WITH'] : ['INSERT', 'UPDATE', 'DELETE']
  if (!allowed.includes(verb)) throw new Error(`${purpose} cannot run ${verb}: ${allowed.join(', ')} only`)
  // The embedded driver takes a missing value for null and drops one too many, both in silence.
  const places = sql.split('?').length - 1
  if (places !== params.length) throw new Error(`${places} places but ${params.length} values: ${sql.slice(0, 80)}`)
  return params.map(checkedScalar)
}

/** A condition with its values, to be put into a longer one. */
export interface Condition {
  readonly sql: string
  readonly params: readonly Scalar[]
}

/** "?, ?, ?" for an IN list of that many values. */
export function placeholders(count: number): string {
  if (count < 1) throw new Error('an IN list needs at least one value')
  return Array.from({ length: count }, () => '?').join(', ')
}

// The embedded driver ends the process on a boolean, and MySQL's would spell out an object as SQL.
function checkedScalar(param: unknown): Scalar {
  if (typeof param === 'string') return withoutNul(param)
  if (param === null || (typeof param === 'number' && Number.isFinite(param))) return param
  throw new Error(`a parameter must be a text, a number or null, not ${typeof param}`)
}

/** What a query of our own finds in a column of JSON, which both databases give as the text that was stored. */
export function jsonOf<Value>(stored: string): Value {
  return JSON.parse(stored) as Value
}
