// Run by `api.mjs` on a MariaDB of its own; writes rows as JSON to its standard output.
import { createRequire } from 'node:module'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { compare } from './api-compare.mjs'
import { countyLoad } from './api-county.mjs'
import { residentsEach, sessionsEach, slots, villageCount } from './api-people.mjs'
import { BulkLoad } from './bulk-load.mjs'
import { county, dist, seedCounty } from './county.mjs'

const require = createRequire(join(root, 'server/package.json'))
const url = process.env.TEST_DATABASE_URL
const dataDir = mkdtempSync(join(tmpdir(), 'huiying-bench-'))
try {
  await seed()
  const connection = await require('mysql2/promise').createConnection({ uri: url, charset: 'utf8mb4_bin' })
  try {
    const rows = await (process.env.BENCH_ONLY === 'county' ? countyLoad : compare)({ url, dataDir, connection })
    process.stdout.write(JSON.stringify(rows))
  } finally {
    await connection.end()
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

/** 150 villages, 300,000 residents on their register, handlers and some residents of each signed in, a roster. */
async function seed() {
  const { openDatabase } = dist('platform/database/open-database.js')
  await (await openDatabase(url)).close()
  const load = new BulkLoad(url)
  const now = Date.now()
  await seedCounty(load, county({ villageCount, residentsEach }), { now, sessionsEach })
  load.rows(dist('features/roster/slot.table.js').slotTable, slots(now))
  await load.end()
}
