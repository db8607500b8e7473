import type { Column, ColumnShape, Scalar } from './column'
import { quote } from './dialect'

/** Column lists; the name is made from the table's and the columns' names unless given. */
export type IndexDefinition<Name extends string> =
  | readonly Name[]
  | { readonly name: string; readonly columns: readonly Name[] }

export interface TableDefinition<Row extends object> {
  readonly name: string
  readonly columns: { readonly [K in keyof Row & string]-?: Column<Row[K]> }
  /** In the order in which rows are clustered. */
  readonly primaryKey: readonly (keyof Row & string)[]
  readonly indices?: readonly IndexDefinition<keyof Row & string>[]
  readonly uniques?: readonly IndexDefinition<keyof Row & string>[]
  /** name → expression over column names (snake_case), in SQL that all databases share */
  readonly checks?: Readonly<Record<string, string>>
}

export interface TableColumn extends ColumnShape {
  readonly property: string
  readonly name: string
}

export interface TableIndex {
  readonly name: string
  /** column names, not properties */
  readonly columns: readonly string[]
  readonly isUnique: boolean
}

export type RawRow = Readonly<Record<string, unknown>>

/** What is known of a table without knowing the type of its rows: enough for migrations and the drift check. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly TableColumn[]
  /** column names */
  readonly primaryKey: readonly string[]
  readonly indices: readonly TableIndex[]
  readonly checks: Readonly<Record<string, string>>
}

/** A table and the way between its rows and the plain shared type. Made once by `defineTable`. */
export interface Table<Row extends object> extends TableShape {
  /** All columns, quoted, for a SELECT of whole rows; read them back with `fromRaw`. */
  readonly columnList: string
  /** The same for a joined query: `t.`. */
  columnListOf(alias: string): string
  /** All columns in the order of `columns`. */
  toScalars(row: Row): readonly Scalar[]
  toScalar(property: string, value: unknown): Scalar
  columnOf(property: string): TableColumn
  fromRaw(raw: RawRow): Row
  /** Some of its columns, for lists that show no more. */
  some<Name extends keyof Row & string>(...properties: readonly Name[]): RowPart<Pick<Row, Name>>
}

/** What a joined query selects of a table, and how it reads that back. */
export interface RowPart<Part> {
  columnListOf(alias: string): string
  fromRaw(raw: RawRow): Part
}

const definedTables = new Map<string, TableShape>()

/** Every table whose module has been loaded: what the drift check compares with the database. */
export function allTables(): readonly TableShape[] {
  return [...definedTables.values()]
}

/** Maps a plain row type onto a table: property `villageId` ↔ column `village_id`. */
export function defineTable<Row extends object>(definition: TableDefinition<Row>): Table<Row> {
  const { name: tableName, checks = {}, indices = [], uniques = [] } = definition
  const columns = Object.entries(definition.columns as Record<string, Column<unknown>>).map(
    ([property, column]): Known => ({ ...column, property, name: column.databaseName ?? snakeCase(property) }),
  )
  const byProperty = new Map(columns.map((column) => [column.property, column]))
  const columnOf = (property: string): Known => {
    const found = byProperty.get(property)
    if (found === undefined) throw new Error(`${tableName} has no column for ${property}`)
    return found
  }
  const names = (properties: readonly string[]): string[] => properties.map((property) => columnOf(property).name)
  const table: Table<Row> = {
    name: tableName,
    columns,
    primaryKey: names(definition.primaryKey),
    indices: [
      ...indices.map((index) => tableIndex(tableName, index, names, false)),
      ...uniques.map((index) => tableIndex(tableName, index, names, true)),
    ],
    checks,
    columnList: columns.map(({ name }) => quote(name)).join(', '),
    columnListOf: partOf<Row>(tableName, columns).columnListOf,
    toScalars: (row) => columns.map((column) => toScalar(tableName, column, row[column.property as keyof Row])),
    toScalar: (property, value) => toScalar(tableName, columnOf(property), value),
    columnOf,
    fromRaw: partOf<Row>(tableName, columns).fromRaw,
    some: (...properties) => partOf(tableName, properties.map(columnOf)),
  }
  if (definedTables.has(tableName)) throw new Error(`table ${tableName} is defined twice`)
  definedTables.set(tableName, table)
  return table
}

type Known = TableColumn & Column<unknown>

function partOf<Part>(tableName: string, columns: readonly Known[]): RowPart<Part> {
  return {
    columnListOf: (alias) => columns.map(({ name }) => `${alias}.${quote(name)}`).join(', '),
    fromRaw: (raw) => {
      const row: Record<string, unknown> = {}
      for (const column of columns) {
        if (!(column.name in raw)) throw new Error(`${tableName}: the query did not select ${column.name}`)
        row[column.property] = column.fromDatabase(raw[column.name])
      }
      return row as Part
    },
  }
}

function toScalar(tableName: string, column: Known, value: unknown): Scalar {
  try {
    return column.toDatabase(value)
  } catch (error) {
    // Only where and why, never the value: it may be a person's.
    throw new Error(`${tableName}.${column.property}: ${error instanceof Error ? error.message : 'refused'}`)
  }
}

/** "ix_tickets_village_id_submitted_at"; MySQL allows 64 characters, SQLite wants it unique in the whole database. */
export function indexName(tableName: string, columns: readonly string[], isUnique: boolean): string {
  return `${isUnique ? 'ux' : 'ix'}_${tableName}_${columns.join('_')}`
}

function snakeCase(property: string): string {
  return property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
}

function tableIndex<Name extends string>(
  tableName: string,
  index: IndexDefinition<Name>,
  names: (properties: readonly string[]) => string[],
  isUnique: boolean,
): TableIndex {
  const columns = names('columns' in index ? index.columns : index)
  const name = 'name' in index ? index.name : indexName(tableName, columns, isUnique)
  if (name.length > 64) throw new Error(`index name ${name} is longer than 64 characters: give it one`)
  return { name, columns, isUnique }
}
