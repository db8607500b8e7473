import { compareText } from '@huiying/shared/kernel'
import type { Scalar } from './column'
import { byKeySuffix, type Dialect, quote } from './dialect'
import { literal } from './literal'
import type { Table, TableColumn, TableShape } from './table'

/** One writing statement, with its values apart. */
export interface Statement {
  readonly sql: string
  readonly params: readonly Scalar[]
  /** How many rows it must touch; null = nobody counts. */
  readonly expectedRows: number | null
  /** The whole of it with its values, where that is had without putting them into their places one by one. */
  readonly spelt?: () => string
}

/** Rows of one INSERT; SQLite binds at most 32,766 values. */
const MAX_ROWS = 500
const MAX_VALUES = 30_000
/** Cases of one CASE, which is gone through from the front for each row. */
const MAX_CASES = 100
const MAX_DELETES = 200
/** As the columns of keys are compared; else the list's own collation would keep their index from being used. */
const BYTEWISE = ' COLLATE utf8mb4_bin'

/** @param suffix what becomes of a row that is there already; see `dialect.ts` */
export function insertStatements(
  table: TableShape,
  rows: readonly (readonly Scalar[])[],
  suffix = '',
): Statement[] {
  const size = Math.min(MAX_ROWS, Math.floor(MAX_VALUES / table.columns.length))
  return chunks(rows, size).map((chunk) => new InsertStatement(table, chunk, suffix))
}

/** Of one row or hundreds. The embedded database binds their values; a server is sent them spelt out. */
class InsertStatement implements Statement {
  readonly expectedRows = null

  constructor(
    private readonly table: TableShape,
    private readonly rows: readonly (readonly Scalar[])[],
    private readonly suffix: string,
  ) {}

  get sql(): string {
    const { table, rows, suffix } = this
    return once(table, `insert ${rows.length}${suffix}`, () => {
      const group = `(${table.columns.map(() => '?').join(', ')})`
      return `${insertHead(table)}${rows.map(() => group).join(', ')}${suffix}`
    })
  }

  get params(): readonly Scalar[] {
    return this.rows.flat()
  }

  spelt(): string {
    let text = insertHead(this.table)
    let between = '('
    for (const row of this.rows) {
      for (const value of row) {
        text += between + literal(value)
        between = ', '
      }
      between = '), ('
    }
    return `${text})${this.suffix}`
  }
}

function insertHead(table: TableShape): string {
  return once(table, 'insert head', () =>
    `INSERT INTO ${quote(table.name)} (${table.columns.map(({ name }) => quote(name)).join(', ')}) VALUES `)
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

/** A row as it was loaded, and as it is to be. */
export interface RowChange<Row> {
  readonly before: Row
  readonly next: Row
}

/**
 * Writes what has changed of many rows, those in one statement of which the same properties have; each must still carry
 * the version it was loaded with. What is the same object before and after counts as unchanged.
 */
export function changeStatements<Row extends object>(
  table: Table<Row>,
  changes: readonly RowChange<Row>[],
  dialect: Dialect,
): readonly Statement[] {
  const [key, ...others] = keyColumns(table)
  if (key === undefined || others.length > 0) throw new Error(`${table.name} has no key of one column`)
  const groups = new Map<string, SameChange<Row> & { rows: Row[] }>()
  for (const { before, next } of changes) {
    const valueOf = (row: Row, { property }: TableColumn): unknown => row[property as keyof Row]
    const version = Number(before['version' as keyof Row])
    const changed = table.columns.filter((column) =>
      column.property !== 'version' && valueOf(before, column) !== valueOf(next, column))
    const name = `${version} ${changed.map((column) => column.name).join(' ')}`
    const group = groups.get(name) ?? { version, changed, rows: [] }
    groups.set(name, group)
    group.rows.push(next)
  }
  return [...groups.values()].flatMap(({ version, changed, rows }) =>
    chunks(rows, MAX_CASES).map((chunk) => changeStatement(table, key, { version, changed, rows: chunk }, dialect)))
}

interface SameChange<Row> {
  readonly version: number
  readonly changed: readonly TableColumn[]
  readonly rows: readonly Row[]
}

function changeStatement<Row extends object>(
  table: Table<Row>,
  key: TableColumn,
  { version, changed, rows }: SameChange<Row>,
  dialect: Dialect,
): Statement {
  const sql = once(table, `change ${dialect} ${rows.length} ${changed.map(({ name }) => name).join(' ')}`, () => {
    const cases = rows.map(() => 'WHEN ? THEN ?').join(' ')
    const set = changed.map(({ name }) => `${quote(name)} = CASE ${quote(key.name)} ${cases} END, `).join('')
    const list = rows.map(() => '?').join(', ')
    return `UPDATE ${quote(table.name)}${byKeySuffix(dialect)} SET ${set}${quote('version')} = ?` +
      ` WHERE ${quote(key.name)} IN (${list}) AND ${quote('version')} = ?`
  })
  const scalar = (row: Row, { property }: TableColumn): Scalar => table.toScalar(property, row[property as keyof Row])
  const ids = rows.map((row) => scalar(row, key))
  const params = [
    ...changed.flatMap((column) => rows.flatMap((row, at) => [ids[at] ?? null, scalar(row, column)])),
    version + 1, ...ids, version,
  ]
  return { sql, params, expectedRows: rows.length }
}

/** The values of a primary key, in the order of the table's columns. */
export function keyScalars<Row extends object>(table: Table<Row>, key: Partial<Row>): readonly Scalar[] {
  return keyColumns(table).map(({ property }) => table.toScalar(property, key[property as keyof Row]))
}

/** One order for all servers: two that add to the same rows wait for each other, and never in a circle. */
export function inOrderOfKeys(
  table: TableShape,
  rows: readonly (readonly Scalar[])[],
): readonly (readonly Scalar[])[] {
  const places = table.columns.flatMap(({ name }, at) => (table.primaryKey.includes(name) ? [at] : []))
  const keyOf = (row: readonly Scalar[]): string => JSON.stringify(places.map((at) => row[at]))
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  return keyed.sort((one, other) => compareText(one.key, other.key)).map(({ row }) => row)
}

/** Takes rows away by their whole primary keys. */
export function deleteStatements(
  table: TableShape,
  keys: readonly (readonly Scalar[])[],
  dialect: Dialect,
): readonly Statement[] {
  const isOneByOne = dialect === 'sqlite' || keys.length === 1
  return chunks(keys, isOneByOne ? 1 : MAX_DELETES).map((chunk) => deleteStatement(table, chunk))
}

function deleteStatement(table: TableShape, keys: readonly (readonly Scalar[])[]): Statement {
  const names = keyColumns(table).map(({ name }) => quote(name))
  const own = quote(table.name)
  const sql = once(table, `delete ${keys.length}`, () => {
    if (keys.length === 1) return `DELETE FROM ${own} WHERE ${names.map((name) => `${name} = ?`).join(' AND ')}`
    // A list of keys joined, and no IN: for that MariaDB goes through a short table, and two servers that each hold
    // some of its rows wait for each other.
    const [first = [], ...others] = keys
    const named = first.map((value, at) => `?${typeof value === 'string' ? BYTEWISE : ''} AS ${names[at] ?? ''}`)
    const rows = [named.join(', '), ...others.map((key) => key.map(() => '?').join(', '))]
    const list = rows.map((row) => `SELECT ${row}`).join(' UNION ALL ')
    const same = names.map((name) => `${own}.${name} = gone.${name}`).join(' AND ')
    return `DELETE ${own} FROM (${list}) gone STRAIGHT_JOIN ${own} FORCE INDEX (PRIMARY) ON ${same}`
  })
  return { sql, params: keys.flat(), expectedRows: null }
}

function keyColumns(table: TableShape): readonly TableColumn[] {
  return table.columns.filter(({ name }) => table.primaryKey.includes(name))
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
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
