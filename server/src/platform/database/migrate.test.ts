import type { DataSource } from 'typeorm'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { HandClock } from '../../../test/support/hand-clock'
import { onServer } from '../../../test/support/on-server'
import { id, instant, int, nullable, text } from './column'
import { dataSourceFor } from './data-source'
import { parseDatabaseUrl } from './database-url'
import { REPORTER_PAGES } from '../../features/tickets/ticket.table'
import { loadMigrations, migrate, migrateDown, type NumberedMigration } from './migrate'
import { type Migration, SchemaChanges } from './migration'

describe('migrations', () => {
  let fresh: FreshDatabase
  let schema: DataSource
  const clock = new HandClock()
  beforeEach(async () => {
    fresh = await freshDatabase()
    schema = await dataSourceFor(parseDatabaseUrl(fresh.url), fresh.database.dialect, 'schema').initialize()
  })
  afterEach(async () => {
    await migrateDown(schema, fresh.database.dialect, 8000, [...known, birds(), nests()])
    await schema.destroy()
    await fresh.close()
  })

  const known = loadMigrations()
  const run = (...migrations: NumberedMigration[]): Promise<string[]> =>
    migrate(schema, fresh.database.dialect, clock, [...known, ...migrations])
  const has = (table: string): Promise<boolean> =>
    schema.query(`SELECT COUNT(*) AS n FROM ${table}`).then(() => true, () => false)

  function birds(change: Partial<Migration> = {}): NumberedMigration {
    const migration: Migration = {
      up: (changes) =>
        changes.createTable('test_birds', { columns: { id: id(), at: instant(), size: int() }, primaryKey: ['id'] }),
      down: (changes) => changes.dropTable('test_birds'),
      ...change,
    }
    return { number: 9001, name: '9001-birds', migration }
  }
  function nests(): NumberedMigration {
    const migration: Migration = {
      up: (changes) => changes.addColumn('test_birds', 'nest', nullable(text(20))),
      down: (changes) => changes.run('ALTER TABLE test_birds DROP COLUMN nest'),
    }
    return { number: 9002, name: '9002-nests', migration }
  }

  test('are numbered without a gap and can all be taken back and done again', async () => {
    expect(known.map(({ number }) => number)).toEqual(known.map((_, index) => index + 1))
    await migrateDown(schema, fresh.database.dialect, 0)
    expect(await has('journal')).toBe(false)
    expect(await run()).toEqual(known.map(({ name }) => name))
    expect(await has('journal')).toBe(true)
  }, 60_000)

  test('apply once, in order', async () => {
    expect(await run(birds(), nests())).toEqual(['9001-birds', '9002-nests'])
    expect(await run(birds(), nests())).toEqual([])
    expect(await schema.query('SELECT nest FROM test_birds')).toEqual([])
  })

  test('servers that start together apply each once', async () => {
    const other = await dataSourceFor(parseDatabaseUrl(fresh.url), fresh.database.dialect, 'schema').initialize()
    if (fresh.database.dialect === 'sqlite') {
      // One server only on SQLite: two of them must at least not break anything.
      await run(birds())
      expect(await migrate(other, 'sqlite', clock, [...known, birds()])).toEqual([])
    } else {
      const outcomes = await Promise.all([
        run(birds(), nests()),
        migrate(other, fresh.database.dialect, clock, [...known, birds(), nests()]),
      ])
      expect(outcomes.flat().sort()).toEqual(['9001-birds', '9002-nests'])
    }
    await other.destroy()
  })

  test('one that stopped half-way is done over from its beginning', async () => {
    const dying = birds({
      up: async (changes) => {
        await birds().migration.up(changes)
        throw new Error('killed')
      },
    })
    await expect(run(dying)).rejects.toThrow('killed')
    expect(await run(birds())).toEqual(['9001-birds'])
    expect(await has('test_birds')).toBe(true)
  })

  test('a program older than its database does not start', async () => {
    await run(birds())
    await expect(run()).rejects.toThrow('is the program older?')
  })

  test('a column added later must be nullable', async () => {
    await run(birds())
    const changes = new SchemaChanges(fresh.database.dialect, async (sql) => void (await schema.query(sql)))
    await expect(changes.addColumn('test_birds', 'nest', int())).rejects.toThrow('must be nullable')
  })
})

// The embedded database has one server, and changes its schema as a whole.

onServer('while servers of the release before still answer (only with DB=mariadb)', () => {
  test('an index that a list insists on is there all along', async () => {
    const fresh = await freshDatabase()
    const schema = await dataSourceFor(parseDatabaseUrl(fresh.url), fresh.database.dialect, 'schema').initialize()
    const read = () => schema.query(`SELECT id FROM tickets FORCE INDEX (${REPORTER_PAGES}) WHERE reporter_id = 'li'`)
    let steps = 0
    const changes = new SchemaChanges(fresh.database.dialect, async (sql) => {
      await schema.query(sql)
      expect(await read()).toEqual([])
      steps += 1
    })
    const { migration } = loadMigrations().find(({ name }) => name === '0021-reporter-pages') ?? {}
    await migration?.down(changes)
    await migration?.up(changes)
    expect(steps).toBe(2)
    await schema.destroy()
    await fresh.close()
  })
})
