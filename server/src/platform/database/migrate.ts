import type { EpochMs } from '@huiying/shared/kernel'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DataSource, QueryRunner } from 'typeorm'
import type { Clock } from '../clock/clock'
import { code, instant, int, nullable } from './column'
import type { Dialect } from './dialect'
import { type Migration, SchemaChanges } from './migration'
import { defineTable } from './table'

export interface NumberedMigration {
  readonly number: number
  readonly name: string
  readonly migration: Migration
}

interface AppliedMigration {
  readonly number: number
  readonly name: string
  /** null while it runs: MySQL cannot roll a schema change back, so a killed one shows here */
  readonly appliedAt: number | null
}

export const migrationsTable = defineTable<AppliedMigration>({
  name: 'migrations',
  columns: { number: int(), name: code(64), appliedAt: nullable(instant()) },
  primaryKey: ['number'],
})

/** Locks of MySQL are the whole server's, so the name carries the database's; at most 64 characters. */
const LOCK_NAME = "CONCAT('huiying-', MD5(DATABASE()))"
const LOCK_WAIT_S = 120

/**
 * Brings the schema up to date; servers that start together wait for the first. Needs a data source made for `schema`.
 * @returns names of what was applied now
 */
export async function migrate(
  dataSource: DataSource,
  dialect: Dialect,
  clock: Clock,
  migrations: readonly NumberedMigration[] = loadMigrations(),
): Promise<string[]> {
  const runner = dataSource.createQueryRunner()
  try {
    await lock(runner, dialect)
    const schema = new SchemaChanges(dialect, async (sql) => void (await runner.query(sql)))
    await ensureMigrationsTable(schema, runner)
    const applied: AppliedMigration[] = await runner.query(
      'SELECT number, name, applied_at AS appliedAt FROM migrations ORDER BY number',
    )
    refuseUnknown(applied, migrations)
    const isDone = (number: number): boolean => applied.some((row) => row.number === number && row.appliedAt !== null)
    const waiting = migrations.filter(({ number }) => !isDone(number))
    for (const step of waiting) {
      const wasHalfDone = applied.some(({ number }) => number === step.number)
      await apply(step, wasHalfDone, await clock.now(), schema, runner)
    }
    return waiting.map(({ name }) => name)
  } finally {
    await unlock(runner, dialect)
    await runner.release()
  }
}

/** The files `NNNN-name` of the folder `migrations`, in order. */
export function loadMigrations(folder = join(__dirname, '../../../migrations')): NumberedMigration[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}-[a-z0-9-]+\.(ts|js)$/.test(file)).sort()
  if (files.length === 0) throw new Error(`no migrations in ${folder}`)
  const loaded = files.map((file) => {
    const { migration } = require(join(folder, file)) as { readonly migration?: Migration }
    if (migration === undefined) throw new Error(`${file} exports no migration`)
    return { number: Number(file.slice(0, 4)), name: file.slice(0, file.lastIndexOf('.')), migration }
  })
  loaded.forEach(({ number, name }, index) => {
    if (loaded[index - 1]?.number === number) throw new Error(`two migrations have the number of ${name}`)
  })
  return loaded
}

/** Takes back everything after `number`, newest first; for tests and for a release that must be withdrawn. */
export async function migrateDown(
  dataSource: DataSource,
  dialect: Dialect,
  number: number,
  migrations: readonly NumberedMigration[] = loadMigrations(),
): Promise<void> {
  const runner = dataSource.createQueryRunner()
  try {
    await lock(runner, dialect)
    const schema = new SchemaChanges(dialect, async (sql) => void (await runner.query(sql)))
    const applied: Pick<AppliedMigration, 'number'>[] = await runner.query(
      'SELECT number FROM migrations WHERE number > ? ORDER BY number DESC',
      [number],
    )
    for (const row of applied) {
      const step = migrations.find((candidate) => candidate.number === row.number)
      if (step === undefined) throw new Error(`nobody knows how to take migration ${row.number} back`)
      await step.migration.down(schema)
      await runner.query('DELETE FROM migrations WHERE number = ?', [step.number])
    }
  } finally {
    await unlock(runner, dialect)
    await runner.release()
  }
}

async function apply(
  step: NumberedMigration,
  wasHalfDone: boolean,
  now: EpochMs,
  schema: SchemaChanges,
  runner: QueryRunner,
): Promise<void> {
  const isAtomic = schema.dialect === 'sqlite'
  if (wasHalfDone) await step.migration.down(schema)
  if (isAtomic) await runner.query('BEGIN IMMEDIATE')
  try {
    if (!wasHalfDone) await runner.query('INSERT INTO migrations (number, name) VALUES (?, ?)', [step.number, step.name])
    await step.migration.up(schema)
    await runner.query('UPDATE migrations SET applied_at = ? WHERE number = ?', [now, step.number])
    if (isAtomic) await runner.query('COMMIT')
  } catch (error) {
    if (isAtomic) await runner.query('ROLLBACK')
    throw error
  }
}

function refuseUnknown(applied: readonly AppliedMigration[], known: readonly NumberedMigration[]): void {
  for (const row of applied) {
    if (!known.some(({ number, name }) => number === row.number && name === row.name)) {
      throw new Error(`the database has migration ${row.name}, which this program does not know: is the program older?`)
    }
  }
}

async function ensureMigrationsTable(schema: SchemaChanges, runner: QueryRunner): Promise<void> {
  if (await runner.hasTable('migrations')) return
  await schema.createTable('migrations', {
    columns: { number: int(), name: code(64), applied_at: nullable(instant()) },
    primaryKey: ['number'],
  })
}

async function lock(runner: QueryRunner, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') return
  const [row] = await runner.query(`SELECT GET_LOCK(${LOCK_NAME}, ?) AS isHeld`, [LOCK_WAIT_S])
  if (Number(row.isHeld) !== 1) throw new Error('another server is changing the schema and does not finish')
}

async function unlock(runner: QueryRunner, dialect: Dialect): Promise<void> {
  if (dialect !== 'sqlite') await runner.query(`SELECT RELEASE_LOCK(${LOCK_NAME})`)
}
