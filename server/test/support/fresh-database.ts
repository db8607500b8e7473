import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../src/platform/database/open-database'
import type { ReadDatabase } from '../../src/platform/database/read-database'
import type { UnitOfWork } from '../../src/platform/database/unit-of-work'
import type { Ids } from '../../src/platform/ids/ids'
import { HandClock } from './hand-clock'
import { emptyServerDatabase } from './server-database'

export interface FreshDatabase {
  readonly unitOfWork: UnitOfWork
  readonly reads: ReadDatabase
  readonly clock: HandClock
  /** The whole of it, for what needs more than the three above. */
  readonly database: Database
  /** `DATABASE_URL` of it */
  readonly url: string
  /** A second server on the same data, with the same clock. */
  openAnother(): Promise<Database>
  close(): Promise<void>
}

/**
 * An empty, migrated database, which makes its own ids unless some are given: a copied template file (`DB=sqlite`, the
 * default), or on a server (`DB=mariadb`).
 */
export async function freshDatabase(clock = new HandClock(), ids?: Ids): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-test-'))
  const url = process.env['DB'] === 'mariadb' ? await emptyServerDatabase() : await copyTemplate(folder)
  const opened: Database[] = []
  const open = async (): Promise<Database> => {
    const own = ids === undefined ? {} : { ids }
    const database = await openDatabase(url, { clock, isMigrated: true, isThrowaway: true, ...own })
    opened.push(database)
    return database
  }
  const database = await open()
  return {
    unitOfWork: database.unitOfWork,
    reads: database.reads,
    clock,
    database,
    url,
    openAnother: open,
    close: async () => {
      for (const one of opened) await one.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function copyTemplate(folder: string): Promise<string> {
  const template = await migratedTemplate()
  const file = join(folder, 'data.db')
  copyFileSync(template, file)
  return `sqlite:${file}`
}

// Migrating takes a hundred times as long as copying, so it is done once for each state of the migrations.
async function migratedTemplate(): Promise<string> {
  const home = join(tmpdir(), `huiying-test-templates-${process.getuid?.() ?? 0}`)
  const template = join(home, `${migrationsDigest()}.db`)
  if (existsSync(template)) return template
  mkdirSync(home, { recursive: true })
  const own = mkdtempSync(join(home, 'making-'))
  const made = join(own, 'made.db')
  // Closing the last connection moves everything from the write-ahead log into the file.
  await (await openDatabase(`sqlite:${made}`, { isThrowaway: true })).close()
  renameSync(made, template)
  rmSync(own, { recursive: true, force: true })
  return template
}

function migrationsDigest(): string {
  const digest = createHash('sha256')
  const folders = [join(__dirname, '../../migrations'), join(__dirname, '../../src/platform/database')]
  for (const folder of folders) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts')).sort()) {
      digest.update(file).update(readFileSync(join(folder, file)))
    }
  }
  return digest.digest('hex').slice(0, 16)
}
