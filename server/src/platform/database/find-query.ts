import { textLength } from '@huiying/shared/kernel'
import type { Scalar } from './column'
import { type Dialect, type LockMode, lockSuffix, quote } from './dialect'
import { placeholders } from './own-sql'
import type { Table, TableColumn } from './table'

/** Equality per property; an array means "one of"; null means "has none" (IS NULL). */
export type Where<Row> = { readonly [K in keyof Row]?: Row[K] | readonly Row[K][] }

export interface FindOptions<Row> {
  /** Keeps others from changing the rows until this work is done. `skip-locked` leaves out what others hold. */
  readonly lock?: LockMode
  readonly orderBy?: { readonly [K in keyof Row]?: 'asc' | 'desc' }
  readonly limit?: number
}

export interface Query {
  readonly sql: string
  readonly params: readonly Scalar[]
}

/** null when the condition can hold for no row ("one of" nothing). */
export function findQuery<Row extends object>(
  table: Table<Row>,
  where: Where<Row>,
  options: FindOptions<Row>,
  dialect: Dialect,
): Query | null {
  const conditions: string[] = []
  const params: Scalar[] = []
  for (const [property, wanted] of Object.entries<unknown>(where)) {
    const column = table.columnOf(property)
    // An undefined would silently widen the search to every row.
    if (wanted === undefined) throw new Error(`find in ${table.name}: ${property} is undefined`)
    if (column.kind === 'json') throw new Error(`find in ${table.name}: ${property} is JSON and cannot be compared`)
    const name = quote(column.name)
    if (wanted === null) {
      if (!column.isNullable) throw new Error(`find in ${table.name}: ${property} is never null`)
      conditions.push(`${name} IS NULL`)
    } else if (Array.isArray(wanted)) {
      const scalars = wanted.filter((value) => fits(column, value)).map((value) => table.toScalar(property, value))
      if (scalars.length === 0) return null
      if (scalars.includes(null)) throw new Error(`find in ${table.name}: null among the values of ${property}`)
      conditions.push(`${name} IN (${placeholders(scalars.length)})`)
      params.push(...scalars)
    } else {
      if (!fits(column, wanted)) return null
      conditions.push(`${name} = ?`)
      params.push(table.toScalar(property, wanted))
    }
  }
  const condition = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  const sql = `SELECT ${table.columnList} FROM ${quote(table.name)}${condition}${orderClause(table, options)}`
  if (options.limit === undefined) return { sql: sql + lockSuffix(dialect, options.lock ?? false), params }
  if (!Number.isSafeInteger(options.limit) || options.limit < 0) throw new Error('limit must be a whole number')
  return { sql: `${sql} LIMIT ?${lockSuffix(dialect, options.lock ?? false)}`, params: [...params, options.limit] }
}

/** A text longer than its column is in no row: an id that somebody made up is not found, not an error. */
function fits({ length }: TableColumn, wanted: unknown): boolean {
  return length === null || typeof wanted !== 'string' || textLength(wanted) <= length
}

function orderClause<Row extends object>(table: Table<Row>, options: FindOptions<Row>): string {
  const parts = Object.entries<unknown>(options.orderBy ?? {}).map(([property, direction]) => {
    if (direction !== 'asc' && direction !== 'desc') throw new Error(`order of ${property} must be asc or desc`)
    return `${quote(table.columnOf(property).name)} ${direction.toUpperCase()}`
  })
  return parts.length === 0 ? '' : ` ORDER BY ${parts.join(', ')}`
}
