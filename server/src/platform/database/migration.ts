import type { ColumnShape } from './column'
import { columnType } from './column-type'
import { type Dialect, quote } from './dialect'
import { indexName } from './table'

/** One numbered step of the schema, in `migrations/NNNN-name.ts` as `export const migration: Migration`. */
export interface Migration {
  up(schema: SchemaChanges): Promise<void>
  /** Undoes `up`, also when `up` stopped half-way. */
  down(schema: SchemaChanges): Promise<void>
}

/** A table as a migration sees it: column names (snake_case), written down once and never changed afterwards. */
export interface NewTable {
  readonly columns: Readonly<Record<string, ColumnShape>>
  readonly primaryKey: readonly string[]
  readonly indices?: readonly NewIndex[]
  readonly uniques?: readonly NewIndex[]
  readonly checks?: Readonly<Record<string, string>>
}

export type NewIndex = readonly string[] | { readonly name: string; readonly columns: readonly string[] }

/** Schema changes in words that come out the same on every database. */
export class SchemaChanges {
  constructor(
    readonly dialect: Dialect,
    /** Plain SQL of the common subset, for what the words below do not say. */
    readonly run: (sql: string) => Promise<void>,
  ) {}

  async createTable(name: string, table: NewTable): Promise<void> {
    const onServer = this.dialect !== 'sqlite'
    const indices = [
      ...(table.indices ?? []).map((index) => newIndex(name, index, false)),
      ...(table.uniques ?? []).map((index) => newIndex(name, index, true)),
    ]
    const parts = [
      ...Object.entries(table.columns).map(([column, shape]) => `${quote(column)} ${this.declaration(shape)}`),
      `PRIMARY KEY ${columnList(table.primaryKey)}`,
      // Double quotes on SQLite: that is how TypeORM's schema reader recognises a check.
      ...Object.entries(table.checks ?? {}).map(
        ([check, expression]) => `CONSTRAINT ${onServer ? quote(check) : `"${check}"`} CHECK (${expression})`,
      ),
      // MySQL takes indices along in one statement, which halves the time of a first start.
      ...(onServer ? indices.map((index) => `${index.kind} ${quote(index.name)} ${columnList(index.columns)}`) : []),
    ]
    const engine = onServer ? ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci' : ''
    await this.run(`CREATE TABLE ${quote(name)} (${parts.join(', ')})${engine}`)
    if (onServer) return
    for (const { columns, isUnique, name: indexed } of indices) {
      await this.createIndex(name, { name: indexed, columns }, isUnique)
    }
  }

  async dropTable(name: string): Promise<void> {
    await this.run(`DROP TABLE IF EXISTS ${quote(name)}`)
  }

  async createIndex(tableName: string, index: NewIndex, isUnique = false): Promise<void> {
    const { kind, name, columns } = newIndex(tableName, index, isUnique)
    await this.run(`CREATE ${kind} ${quote(name)} ON ${quote(tableName)} ${columnList(columns)}`)
  }

  /** A new column has to be nullable: old rows have nothing to put there, and old servers do not fill it. */
  async addColumn(tableName: string, name: string, shape: ColumnShape): Promise<void> {
    if (!shape.isNullable) throw new Error(`${tableName}.${name}: a column added later must be nullable`)
    await this.run(`ALTER TABLE ${quote(tableName)} ADD COLUMN ${quote(name)} ${this.declaration(shape)}`)
  }

  /** Also where the column never came to be: undoing a step that stopped half-way finds it either way. */
  async dropColumn(tableName: string, name: string): Promise<void> {
    try {
      await this.run(`ALTER TABLE ${quote(tableName)} DROP COLUMN ${quote(name)}`)
    } catch (error) {
      if (!/check that (column\/key|it) exists|no such column/i.test(String(error))) throw error
    }
  }

  /** Also where the index never came to be. */
  async dropIndex(tableName: string, name: string): Promise<void> {
    const onServer = this.dialect !== 'sqlite'
    try {
      await this.run(`DROP INDEX ${quote(name)}${onServer ? ` ON ${quote(tableName)}` : ''}`)
    } catch (error) {
      if (!/check that (column\/key|it) exists|no such index/i.test(String(error))) throw error
    }
  }

  /** Never without it on a server: where an index is insisted on, servers still at work fail while it is away. */
  async replaceIndex(tableName: string, index: Exclude<NewIndex, readonly string[]>): Promise<void> {
    const { name, columns } = index
    if (this.dialect === 'sqlite') {
      await this.dropIndex(tableName, name)
      await this.createIndex(tableName, index)
      return
    }
    const change = `DROP INDEX ${quote(name)}, ADD INDEX ${quote(name)} ${columnList(columns)}`
    await this.run(`ALTER TABLE ${quote(tableName)} ${change}`)
  }

  /**
   * The database itself refuses a change of rows, whoever asks for it and by whatever road.
   * @param when over NEW and OLD, in SQL that all databases share; left out: always
   */
  async refuse(name: string, event: 'INSERT' | 'UPDATE' | 'DELETE', tableName: string, when?: string): Promise<void> {
    const head = `CREATE TRIGGER ${quote(name)} BEFORE ${event} ON ${quote(tableName)} FOR EACH ROW`
    const condition = when ?? '1 = 1'
    await this.run(
      this.dialect === 'sqlite'
        ? `${head} WHEN ${condition} BEGIN SELECT RAISE(ABORT, '${name}'); END`
        : `${head} IF ${condition} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${name}'; END IF`,
    )
  }

  private declaration({ kind, length, isNullable }: ColumnShape): string {
    const { type, length: size, charset, collation } = columnType(kind, length, this.dialect)
    const bound = size === undefined ? '' : `(${size})`
    const letters = charset === undefined ? '' : ` CHARACTER SET ${charset} COLLATE ${collation}`
    return `${type}${bound}${letters}${isNullable ? ' NULL' : ' NOT NULL'}`
  }
}

function newIndex(tableName: string, index: NewIndex, isUnique: boolean) {
  const columns = 'columns' in index ? index.columns : index
  const name = 'name' in index ? index.name : indexName(tableName, columns, isUnique)
  return { name, columns, isUnique, kind: isUnique ? 'UNIQUE INDEX' : 'INDEX' }
}

function columnList(columns: readonly string[]): string {
  return `(${columns.map(quote).join(', ')})`
}
