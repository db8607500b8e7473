import { spawn } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SystemClock } from '../platform/clock/clock'
import type { Config } from '../platform/config'
import { parseDatabaseUrl } from '../platform/database/database-url'
import { createLog } from '../platform/log'
import { seedDemo } from './seed-demo'

/** What a seeding that failed says on the channel to whoever waits for it; its code finds the sentence for the user. */
export interface SeedFault {
  readonly message: string
  readonly code?: unknown
  readonly stack?: string
}

/**
 * Seeds an empty demo, before anybody else has its database open; one that holds a unit is left as it is. The embedded
 * database comes into being whole or not at all.
 */
export async function fillDemo(config: Config): Promise<void> {
  const address = parseDatabaseUrl(config.databaseUrl)
  if (address.kind === 'server' || existsSync(address.file)) {
    await seedDemo({ config, log: createLog(config), now: await new SystemClock().now() })
    return
  }
  const unfinished = `${address.file}.unfinished`
  for (const ending of ['', '-wal', '-shm']) rmSync(unfinished + ending, { force: true })
  await seedElsewhere(config, unfinished)
  finish(unfinished, address.file)
}

/**
 * In a process of its own: whatever a process still holds open of a file that is renamed, it would go on sharing with
 * itself and with nobody else, and the next program to open the database would take it from under us.
 */
function seedElsewhere({ dataDir }: Config, file: string): Promise<void> {
  const child = spawn(process.execPath, [join(__dirname, 'seed-demo.cli.js')], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: `sqlite:${file}` },
    // The channel closes when we die, however we die; the seeding ends with us.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let fault: Error | null = null
    child.on('message', (told: SeedFault) => {
      fault = Object.assign(new Error(told.message), told)
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(fault ?? new Error(`the filling of the demo ended with ${code ?? signal}`))
    })
  })
}

/** Once all is closed the file is whole by itself; what may stand beside it is empty. */
function finish(unfinished: string, file: string): void {
  const log = `${unfinished}-wal`
  if (existsSync(log) && statSync(log).size > 0) throw new Error('the demo was not written out to the end')
  for (const beside of [log, `${unfinished}-shm`]) rmSync(beside, { force: true })
  const descriptor = openSync(unfinished, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(unfinished, file)
}
