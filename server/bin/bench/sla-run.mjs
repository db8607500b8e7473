// Run by `sla.mjs` on a MariaDB of its own; writes rows as JSON to its standard output.
import { atOnce } from './sla-at-once.mjs'
import { steady } from './sla-steady.mjs'

const url = process.env.TEST_DATABASE_URL
const parts = (process.env.BENCH_PARTS ?? 'at-once,steady').split(',')

const rows = []
if (parts.includes('at-once')) rows.push(...(await atOnce(url)))
if (parts.includes('steady')) rows.push(...(await steady(url)))
process.stdout.write(JSON.stringify(rows))
