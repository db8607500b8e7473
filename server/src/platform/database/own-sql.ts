import type { Scalar } from './column'

/**
 * The writing connection of MySQL accepts several statements at once, so SQL from outside `Table` may hold one only.
 * Values always travel as parameters; a quoted literal with a "?" would be taken for one.
 */
export function assertSingleStatement(sql: string, purpose: 'read' | 'write'): void {
  if (sql.includes(';')) throw new Error('one statement without ";" please')
  const verb = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? ''
  const allowed = purpose === 'read' ? ['SELECT', 'WITH'] : ['INSERT', 'UPDATE', 'DELETE']
  if (!allowed.includes(verb)) throw new Error(`${purpose} cannot run ${verb}: ${allowed.join(', ')} only`)
}

/** The embedded driver ends the process on a boolean, and MySQL's would spell out an object as SQL. */
export function assertScalars(params: readonly unknown[]): asserts params is readonly Scalar[] {
  for (const param of params) {
    const isFine = param === null || typeof param === 'string' || (typeof param === 'number' && Number.isFinite(param))
    if (!isFine) throw new Error(`a parameter must be a text, a number or null, not ${typeof param}`)
  }
}

/** "?, ?, ?" for an IN list of that many values. */
export function placeholders(count: number): string {
  if (count < 1) throw new Error('an IN list needs at least one value')
  return Array.from({ length: count }, () => '?').join(', ')
}
