import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { dataSourceFor } from '../../src/platform/database/data-source'
import { parseDatabaseUrl } from '../../src/platform/database/database-url'
import '../../src/platform/database/migrate'
import { schemaDrift } from '../../src/platform/database/schema-drift'
import { allTables, type TableColumn, type TableShape } from '../../src/platform/database/table'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database'

const source = join(__dirname, '../../src')
const tableFiles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.table.ts'))

/** Index names need not be unique to a table on MySQL, so what is planted there is dropped from its table. */
const onServer = process.env['DB'] === 'mariadb'

describe('the migrated schema', () => {
  let fresh: FreshDatabase
  let schema: DataSource

  beforeAll(() => tableFiles.forEach((file) => require(join(source, file))))
  beforeEach(async () => {
    fresh = await freshDatabase()
    schema = await open(allTables())
  })
  afterEach(async () => {
    await schema.destroy()
    await fresh.close()
  })

  async function open(tables: readonly TableShape[]): Promise<DataSource> {
    return dataSourceFor(parseDatabaseUrl(fresh.url), fresh.database.dialect, 'schema', tables).initialize()
  }
  const drift = (): Promise<string[]> => schemaDrift(schema, fresh.database.dialect, allTables())

  test('is what the program believes, table by table', async () => {
    expect(tableFiles.length).toBeGreaterThan(5)
    expect(allTables().length).toBeGreaterThanOrEqual(tableFiles.length)
    expect(await drift()).toEqual([])
  })

  const dropIndex = 'DROP INDEX ix_journal_subject_id_id' + (onServer ? ' ON journal' : '')
  const planted: readonly (readonly [what: string, plant: string, undo: string, named: RegExp])[] = [
    ['an index too few', dropIndex, 'CREATE INDEX ix_journal_subject_id_id ON journal (subject_id, id)', /index missing: ix_journal_subject_id_id/],
    ['an index too many', 'CREATE INDEX ix_planted ON outbox (attempts)', 'DROP INDEX ix_planted' + (onServer ? ' ON outbox' : ''), /index not defined: ix_planted/],
    ['a column too many', 'ALTER TABLE outbox ADD COLUMN planted bigint NULL', 'ALTER TABLE outbox DROP COLUMN planted', /outbox/],
    ['a column too few', 'ALTER TABLE parked_outbox DROP COLUMN fault',
      onServer
        ? 'ALTER TABLE parked_outbox ADD COLUMN fault varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL'
        : "ALTER TABLE parked_outbox ADD COLUMN fault varchar(64) NOT NULL DEFAULT ''", /fault/],
    ['a table that nobody defines', 'CREATE TABLE planted (id varchar(32) NOT NULL)', 'DROP TABLE planted', /planted: in the database, but nobody/],
  ]
  test.each(planted)('%s is found', async (_what, plant, undo, named) => {
    await schema.query(plant)
    try {
      expect((await drift()).join('\n')).toMatch(named)
    } finally {
      await schema.query(undo)
    }
  })

  const lied: readonly (readonly [string, (table: TableShape) => TableShape, RegExp])[] = [
    ['another length', (table) => withColumn(table, 'kind', { length: 65 }), /kind/],
    ['a null that is not allowed', (table) => withColumn(table, 'kind', { isNullable: true }), /kind/],
    ['another type', (table) => withColumn(table, 'subject_id', { kind: 'instant', length: null }), /subject_id/],
    ['another order of the key', (table) => ({ ...table, primaryKey: ['id', 'due_at'] }), /primary key missing: id, due_at/],
    ['a check that is not there', (table) => ({ ...table, checks: { ck_planted: 'due_at > 0' } }), /check missing: ck_planted/],
  ]
  test.each(lied)('a definition with %s is found', async (_what, lie, named) => {
    const tables = allTables().map((table) => (table.name === 'timers' ? lie(table) : table))
    const lying = await open(tables)
    try {
      expect((await schemaDrift(lying, fresh.database.dialect, tables)).join('\n')).toMatch(named)
    } finally {
      await lying.destroy()
    }
  })

  test('comparing nothing is no success', async () => {
    await expect(schemaDrift(schema, fresh.database.dialect, [])).rejects.toThrow('no tables to compare')
  })
})

function withColumn(table: TableShape, name: string, change: Partial<TableColumn>): TableShape {
  const columns = table.columns.map((column) => (column.name === name ? { ...column, ...change } : column))
  return { ...table, columns }
}
