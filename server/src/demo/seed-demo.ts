import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UploadFile } from '../features/files/upload-file'
import { ImportLists } from '../features/lists/import-lists'
import { writeLists } from '../features/lists/write-workbook'
import type { Config } from '../platform/config'
import { openDatabase, type Database } from '../platform/database/open-database'
import type { Log } from '../platform/log'
import { DiskFileStore } from '../platform/storage'
import { readWorkbook } from '../platform/workbook/read-workbook'
import { timeAndConsequences } from '../workers'
import { callbackEvents } from './callback-events'
import { confidenceEvents } from './confidence-events'
import { demoLists } from './demo-lists'
import { dutyEvents } from './duty-events'
import { draftNextMonth, dutyMonths, makingInstant, publishDuty } from './duty-months'
import { firstMoneyInstant, moneyEvents } from './money/money-events'
import { leaveOneUnheard } from './nobody-reached'
import { leaveOneHeld } from './one-held'
import { firstInstant, planTickets } from './plan-tickets'
import { play } from './play'
import { ticketEvents } from './play-tickets'
import { promiseEvents } from './promise-events'
import { readRegister } from './register-in-hand'
import { togetherEvents } from './together-events'
import { TurningClock } from './turning-clock'
import { waysEvents } from './ways-events'
import { whistleEvents } from './whistle-events'

export interface DemoSettings {
  readonly config: Pick<Config, 'databaseUrl' | 'dataDir' | 'payeeAccountKey'>
  readonly log: Log
  /** The year of the books and the nine days of the matters end now. */
  readonly now: EpochMs
  /** Broken off, or after a power cut, the whole database is thrown away. */
  readonly isThrowaway?: boolean
}

/** Fills an empty database with the demo's people, books, roster and nine days; one that holds a unit is left alone. */
export async function seedDemo(settings: DemoSettings): Promise<'seeded' | 'kept'> {
  const { config, now, isThrowaway = false } = settings
  const clock = new TurningClock(firstMoneyInstant(now))
  const database = await openDatabase(config.databaseUrl, { clock, isThrowaway })
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
  const lists = demoLists()
  // Through the same file and the same door as a real sub-district's; the file is left for who wants to look at it.
  const bytes = await writeLists(lists.texts)
  await mkdir(config.dataDir, { recursive: true })
  await writeFile(join(config.dataDir, 'demo-lists.xlsx'), bytes)
  await new ImportLists(unitOfWork, ids).execute(null, { sheets: await readWorkbook(bytes), isCheckOnly: false })
  const fileStore = new DiskFileStore(join(config.dataDir, 'files'))
  const stage = {
    database,
    clock,
    now,
    workers: timeAndConsequences({ database, clock, ids, log }),
    uploadFile: new UploadFile(unitOfWork, reads, fileStore, ids),
    fileStore,
    payeeAccountKey: config.payeeAccountKey,
    register: await readRegister(unitOfWork),
  }
  const money = moneyEvents(stage, lists)
  // Who sits when is known once the months are made; until then only the books move.
  const madeAt = (makingInstant(dutyMonths(now)) ?? firstInstant(now)) - MINUTE_MS
  await play(stage, money.filter(({ at }) => at < madeAt), madeAt)
  await publishDuty(stage, lists.cast.street, dutyMonths(now), log)
  const planned = planTickets(lists, now)
  await play(stage, [
    ...money.filter(({ at }) => at >= madeAt),
    ...(await dutyEvents(stage, lists)),
    ...promiseEvents(stage, lists),
    ...ticketEvents(stage, planned),
    ...waysEvents(stage, lists, planned),
    ...confidenceEvents(stage, lists),
    ...callbackEvents(stage, lists),
    ...togetherEvents(stage, lists),
    ...whistleEvents(stage, lists, planned),
  ])
  await draftNextMonth(stage, lists.cast.street)
  await stage.workers.outbox.drain()
  await leaveOneUnheard(stage)
  await leaveOneHeld(stage)
}
