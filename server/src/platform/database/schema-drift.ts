import type { DataSource } from 'typeorm'
import { columnType } from './column-type'
import type { Dialect } from './dialect'
import { type CheckedTable, readSchema } from './read-schema'
import type { TableIndex, TableShape } from './table'

/**
 * What the program believes of its tables and the migrated database does not bear out, one line for each difference.
 * TypeORM compares columns and indices; what it overlooks (order of keys, collations, checks, tables that nobody
 * defines) is compared here. Needs a data source for `schema` that was made with the same tables.
 */
export async function schemaDrift(
  dataSource: DataSource,
  dialect: Dialect,
  tables: readonly TableShape[],
): Promise<string[]> {
  if (tables.length === 0) throw new Error('no tables to compare: were their modules loaded?')
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
  const found = await readSchema(dataSource, dialect)
  const drift = upQueries.map(({ query }) => `TypeORM would run: ${query}`)
  for (const table of tables) {
    const real = found.get(table.name)
    if (real === undefined) drift.push(`${table.name}: not in the database`)
    else drift.push(...differences(table, real, dialect).map((line) => `${table.name}: ${line}`))
  }
  for (const name of found.keys()) {
    if (!tables.some((table) => table.name === name)) drift.push(`${name}: in the database, but nobody defines it`)
  }
  return drift
}

function differences(table: TableShape, real: CheckedTable, dialect: Dialect): string[] {
  const wantedCollations = table.columns.flatMap(({ name, kind, length }) => {
    const { collation } = columnType(kind, length, dialect)
    return collation === undefined ? [] : [`${name} ${collation}`]
  })
  const wantedChecks = Object.entries(table.checks).map(([name, expression]) => `${name} ${essence(expression)}`)
  return [
    ...compare('primary key', [table.primaryKey.join(', ')], [real.primaryKey.join(', ')]),
    ...compare('index', table.indices.map(indexLine), real.indices.map(indexLine)),
    ...compare('collation', wantedCollations, real.collations),
    ...compare('check', wantedChecks, real.checks.map(({ name, expression }) => `${name} ${essence(expression)}`)),
  ]
}

function compare(what: string, wanted: readonly string[], real: readonly string[]): string[] {
  return [
    ...wanted.filter((line) => !real.includes(line)).map((line) => `${what} missing: ${line}`),
    ...real.filter((line) => !wanted.includes(line)).map((line) => `${what} not defined: ${line}`),
  ]
}

function indexLine({ name, columns, isUnique }: TableIndex): string {
  return `${name} (${columns.join(', ')})${isUnique ? ' unique' : ''}`
}

/** Databases keep an expression in their own spelling: brackets, quotes, capitals and blanks differ. */
function essence(expression: string): string {
  return expression.replace(/_utf8mb4\\?'/g, "'").replace(/[\s`"'()\\]/g, '').toLowerCase()
}
