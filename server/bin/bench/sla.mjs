import { join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { root } from '../paths.mjs'
import { onMariadb } from './on-mariadb.mjs'

/**
 * What the clock of the tickets costs on a durable MariaDB: many timers due at once beside BullMQ doing the same to the
 * same rows, and an even stream of them while a million wait. `BENCH_DUE=5000 BENCH_PENDING=30000` is a quick look.
 */
export async function measure() {
  await ensureInstalled()
  await ensureBuilt(['server'])
  return onMariadb(join(root, 'server/bin/bench/sla-run.mjs'))
}
