import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UploadFile } from '../features/files/upload-file'
import { ImportLists } from '../features/lists/import-lists'
import { readWorkbook } from '../features/lists/read-workbook'
import { writeLists } from '../features/lists/write-workbook'
import type { Config } from '../platform/config'
import { parseDatabaseUrl } from '../platform/database/database-url'
import { openDatabase, type Database } from '../platform/database/open-database'
import type { Log } from '../platform/log'
import { DiskFileStore } from '../platform/storage'
import { timeAndConsequences } from '../workers'
import { demoLists } from './demo-lists'
import { firstInstant, planTickets } from './plan-tickets'
import { playTickets } from './play-tickets'
import { readRegister } from './register-in-hand'
import { TurningClock } from './turning-clock'

export interface DemoSettings {
  readonly config: Pick<Config, 'databaseUrl' | 'dataDir'>
  readonly log: Log
  /** The nine days end now. */
  readonly now: EpochMs
}

/**
 * Fills an empty database with the demo's sub-district and its nine days; one that holds a unit is left as it is. Call
 * it before the server opens the database. The embedded database comes into being whole or not at all.
 */
export async function seedDemo(settings: DemoSettings): Promise<'seeded' | 'kept'> {
  const { databaseUrl } = settings.config
  const address = parseDatabaseUrl(databaseUrl)
  if (address.kind === 'server' || existsSync(address.file)) return seedInPlace(settings, databaseUrl)
  const unfinished = `${address.file}.unfinished`
  for (const ending of ['', '-wal', '-shm']) rmSync(unfinished + ending, { force: true })
  await seedInPlace(settings, `sqlite:${unfinished}`, true)
  finish(unfinished, address.file)
  return 'seeded'
}

/** Once all is closed the file is whole by itself; what stood beside it is empty. */
function finish(unfinished: string, file: string): void {
  const log = `${unfinished}-wal`
  if (existsSync(log) && statSync(log).size > 0) throw new Error('the demo was not written out to the end')
  for (const beside of [log, `${unfinished}-shm`]) rmSync(beside, { force: true })
  const descriptor = openSync(unfinished, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(unfinished, file)
}

async function seedInPlace(settings: DemoSettings, url: string, isThrowaway = false): Promise<'seeded' | 'kept'> {
  const startAt = firstInstant(settings.now)
  const clock = new TurningClock(startAt - MINUTE_MS)
  const database = await openDatabase(url, { clock, isThrowaway })
  try {
    const [unit] = await database.reads.query('SELECT id FROM units LIMIT 1')
    if (unit !== undefined) return 'kept'
    await fill(settings, database, clock)
    return 'seeded'
  } finally {
    await database.close()
  }
}

async function fill({ config, log, now }: DemoSettings, database: Database, clock: TurningClock): Promise<void> {
  const { unitOfWork, ids, reads } = database
  const lists = demoLists(now)
  // Through the same file and the same door as a real sub-district's; the file is left for who wants to look at it.
  const bytes = await writeLists(lists.texts)
  await mkdir(config.dataDir, { recursive: true })
  await writeFile(join(config.dataDir, 'demo-lists.xlsx'), bytes)
  await new ImportLists(unitOfWork, ids).execute(null, { sheets: await readWorkbook(bytes), isCheckOnly: false })
  const stage = {
    database,
    clock,
    now,
    workers: timeAndConsequences({ database, clock, ids, log }),
    uploadFile: new UploadFile(unitOfWork, reads, new DiskFileStore(join(config.dataDir, 'files')), ids),
    register: await readRegister(unitOfWork),
  }
  await playTickets(stage, planTickets(lists, now))
}
