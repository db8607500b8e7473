import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { onMariadb } from './on-mariadb.mjs'

/**
 * Raising a matter over HTTP, beside two bare services that write the very same rows; then one server under a county's
 * load. On a durable MariaDB. A quick look: `BENCH_ROUNDS=2 BENCH_ROUND_MS=2000 BENCH_RESIDENTS=50 BENCH_TICKETS=5000
 * BENCH_COUNTY_MS=5000`.
 */
export async function measure() {
  await ensureInstalled()
  await ensureBuilt(['server'])
  const script = fileURLToPath(new URL('api-run.mjs', import.meta.url))
  const parts = process.env.BENCH_ONLY === undefined ? ['submit', 'county'] : [process.env.BENCH_ONLY]
  const rows = []
  // Each on a database of its own: tens of thousands of matters raised within minutes are no county's.
  for (const part of parts) rows.push(...(await onMariadb(script, { BENCH_ONLY: part })))
  return rows
}
