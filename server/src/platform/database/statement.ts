import type { Scalar } from './column'
import { quote } from './dialect'
import type { Table, TableShape } from './table'

/** One writing statement, with its values apart. */
export interface Statement {
  readonly sql: string
  readonly params: readonly Scalar[]
  /** How many rows it must touch; null = nobody counts. */
  readonly expectedRows: number | null
}

/** Rows of one INSERT; SQLite binds at most 32,766 values. */
const MAX_ROWS = 500
const MAX_VALUES = 30_000

/** @param suffix what becomes of a row that is there already; see `dialect.ts` */
export function insertStatements(
  table: TableShape,
  rows: readonly (readonly Scalar[])[],
  suffix = '',
): Statement[] {
  const size = Math.min(MAX_ROWS, Math.floor(MAX_VALUES / table.columns.length))
  const statements: Statement[] = []
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size)
    const sql = once(table, `insert ${chunk.length}${suffix}`, () => {
      const group = `(${table.columns.map(() => '?').join(', ')})`
      const values = chunk.map(() => group).join(', ')
      const columns = table.columns.map(({ name }) => quote(name)).join(', ')
      return `INSERT INTO ${quote(table.name)} (${columns}) VALUES ${values}${suffix}`
    })
    statements.push({ sql, params: chunk.flat(), expectedRows: null })
  }
  return statements
}

/**
 * Writes a whole row by its primary key. With `expectedVersion` the row must still carry that version, and
 * carries the one after it from then on.
 */
export function updateStatement<Row extends object>(
  table: Table<Row>,
  row: Row,
  expectedVersion: number | null,
): Statement {
  const keys = table.columns.filter(({ name }) => table.primaryKey.includes(name))
  const others = table.columns.filter(({ name }) => !table.primaryKey.includes(name))
  if (expectedVersion !== null && !others.some(({ property }) => property === 'version')) {
    throw new Error(`${table.name} has no column version to compare`)
  }
  const sql = once(table, expectedVersion === null ? 'update' : 'update version', () => {
    const set = others.map(({ name }) => `${quote(name)} = ?`).join(', ')
    const where = keys.map(({ name }) => `${quote(name)} = ?`).join(' AND ')
    const version = expectedVersion === null ? '' : ` AND ${quote('version')} = ?`
    return `UPDATE ${quote(table.name)} SET ${set} WHERE ${where}${version}`
  })
  const valueOf = (property: string): Scalar =>
    expectedVersion !== null && property === 'version'
      ? expectedVersion + 1
      : table.toScalar(property, row[property as keyof Row])
  const params = [...others, ...keys].map(({ property }) => valueOf(property))
  return expectedVersion === null
    ? { sql, params, expectedRows: null }
    : { sql, params: [...params, expectedVersion], expectedRows: 1 }
}

/** Takes one row away by its whole primary key. */
export function deleteStatement<Row extends object>(table: Table<Row>, key: Partial<Row>): Statement {
  const keys = table.columns.filter(({ name }) => table.primaryKey.includes(name))
  const sql = once(table, 'delete', () => {
    const where = keys.map(({ name }) => `${quote(name)} = ?`).join(' AND ')
    return `DELETE FROM ${quote(table.name)} WHERE ${where}`
  })
  const params = keys.map(({ property }) => table.toScalar(property, key[property as keyof Row]))
  return { sql, params, expectedRows: null }
}

// Building SQL is the dear part of a write, so each shape of it is built once.
const built = new WeakMap<TableShape, Map<string, string>>()

function once(table: TableShape, shape: string, build: () => string): string {
  const known = built.get(table) ?? new Map<string, string>()
  built.set(table, known)
  const found = known.get(shape) ?? build()
  known.set(shape, found)
  return found
}
