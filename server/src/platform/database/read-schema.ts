import type { DataSource } from 'typeorm'
import type { Dialect } from './dialect'
import type { TableIndex } from './table'

/** What is read of a table beside TypeORM. */
export interface CheckedTable {
  /** column names in the order of the key */
  readonly primaryKey: readonly string[]
  readonly indices: readonly TableIndex[]
  /** "column collation", texts on MySQL only */
  readonly collations: readonly string[]
  readonly checks: readonly { readonly name: string; readonly expression: string }[]
}

export async function readSchema(dataSource: DataSource, dialect: Dialect): Promise<Map<string, CheckedTable>> {
  const names = await tableNames(dataSource, dialect)
  const read = dialect === 'sqlite' ? readSqliteTable : readServerTable
  const tables = new Map<string, CheckedTable>()
  for (const name of names) tables.set(name, await read(dataSource, name))
  return tables
}

async function tableNames(dataSource: DataSource, dialect: Dialect): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    dialect === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  )
  return rows.map(({ name }) => name)
}

async function readSqliteTable(dataSource: DataSource, name: string): Promise<CheckedTable> {
  const columns: { name: string; pk: number }[] = await dataSource.query(
    'SELECT name, pk FROM pragma_table_info(?)',
    [name],
  )
  const indices: { name: string; is_unique: number; origin: string }[] = await dataSource.query(
    'SELECT name, "unique" AS is_unique, origin FROM pragma_index_list(?)',
    [name],
  )
  const [table]: { sql: string }[] = await dataSource.query('SELECT sql FROM sqlite_master WHERE name = ?', [name])
  const named = []
  for (const index of indices.filter(({ origin }) => origin === 'c')) {
    const parts: { name: string }[] = await dataSource.query('SELECT name FROM pragma_index_info(?)', [index.name])
    named.push({ name: index.name, columns: parts.map((part) => part.name), isUnique: index.is_unique === 1 })
  }
  const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk)
  return {
    primaryKey: key.map((column) => column.name),
    indices: named,
    collations: [],
    checks: checksIn(table?.sql ?? ''),
  }
}

async function readServerTable(dataSource: DataSource, name: string): Promise<CheckedTable> {
  const parts: { name: string; column: string; non_unique: number }[] = await dataSource.query(
    'SELECT index_name AS name, column_name AS `column`, non_unique AS non_unique FROM information_schema.statistics ' +
      'WHERE table_schema = DATABASE() AND table_name = ? ORDER BY index_name, seq_in_index',
    [name],
  )
  const collations: { line: string }[] = await dataSource.query(
    "SELECT CONCAT(column_name, ' ', collation_name) AS line FROM information_schema.columns " +
      'WHERE table_schema = DATABASE() AND table_name = ? AND collation_name IS NOT NULL',
    [name],
  )
  const checks: { name: string; expression: string }[] = await dataSource.query(
    'SELECT c.constraint_name AS name, c.check_clause AS expression FROM information_schema.check_constraints c ' +
      'JOIN information_schema.table_constraints t ON t.constraint_schema = c.constraint_schema ' +
      'AND t.constraint_name = c.constraint_name ' +
      "WHERE t.constraint_type = 'CHECK' AND t.table_schema = DATABASE() AND t.table_name = ?",
    [name],
  )
  const indexNames = [...new Set(parts.map((part) => part.name))]
  const indices = indexNames.map((index) => {
    const own = parts.filter((part) => part.name === index)
    const isUnique = own.every((part) => part.non_unique === 0)
    return { name: index, columns: own.map(({ column }) => column), isUnique }
  })
  return {
    primaryKey: indices.find((index) => index.name === 'PRIMARY')?.columns ?? [],
    indices: indices.filter((index) => index.name !== 'PRIMARY'),
    collations: collations.map(({ line }) => line),
    checks,
  }
}

/** `CONSTRAINT "name" CHECK (…)` with its brackets balanced. */
function checksIn(sql: string): { name: string; expression: string }[] {
  return [...sql.matchAll(/CONSTRAINT "([^"]+)" CHECK \(/g)].map((found) => {
    const start = found.index + found[0].length
    let end = start
    for (let depth = 1; depth > 0 && end < sql.length; end++) depth += sql[end] === '(' ? 1 : sql[end] === ')' ? -1 : 0
    return { name: found[1] ?? '', expression: sql.slice(start, end - 1) }
  })
}
