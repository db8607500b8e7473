// Run by `ledger.mjs` on a MariaDB of its own; writes rows as JSON to its standard output.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chinaDateOf, close, dist, fill, openBook, post, rules } from './bench-book.mjs'
import { financePage } from './finance-page.mjs'

const lineCount = Number(process.env.BENCH_LINES ?? 1_000_000)
const monthCount = 120
const writerCount = 4
const warmUpMs = 2_000
const appendsForMs = 10_000
/** What 300 appends in a second leave each. */
const appendBudgetMs = 1_000 / 300
const closeBudgetMs = 2_000

const { openDatabase } = dist('platform/database/open-database.js')
const { checkBook } = dist('checks/check-book.js')
const { ledgerConfig } = dist('platform/config/ledger-settings.js')

const bookId = 'village-0'
const url = process.env.TEST_DATABASE_URL
const dataDir = mkdtempSync(join(tmpdir(), 'huiying-bench-'))
const databases = [await openDatabase(url)]
while (databases.length < writerCount) databases.push(await openDatabase(url, { isMigrated: true }))
try {
  process.stdout.write(JSON.stringify(await measured()))
} finally {
  for (const database of databases) await database.close()
  rmSync(dataDir, { recursive: true, force: true })
}

async function measured() {
  const [first] = databases
  const running = rules.monthOf(chinaDateOf(Date.now()))
  const oldest = rules.monthAfter(running, -monthCount)
  await openBook(first, bookId, oldest)
  await fill(first, bookId, { oldest, monthCount, lineCount })
  const pages = await financePage(first, url, { bigVillageId: bookId, running, dataDir })
  await appendFor(databases, warmUpMs, running)
  const { appends, tookMs, slowest } = await appendFor(databases, appendsForMs, running)
  const startedAt = performance.now()
  await close(first, bookId, rules.monthAfter(running, -1))
  const closedMs = performance.now() - startedAt
  const checkedAt = performance.now()
  const entries = await soundSize(first)
  const checkedMs = performance.now() - checkedAt
  const perSecond = Math.round((appends * 1_000) / tookMs)
  return [
    ...pages,
    {
      what: `an append to a book of ${entries * 2} lines, ${writerCount} writers, ${perSecond} a second`,
      value: tookMs / appends, unit: 'ms', budget: appendBudgetMs,
    },
    { what: '  the slowest of them, waiting for its turn', value: slowest, unit: 'ms' },
    { what: 'a month of it closed', value: closedMs, unit: 'ms', budget: closeBudgetMs },
    { what: 'the nightly check of it: every entry, sum and hash', value: checkedMs, unit: 'ms' },
  ]
}

/** @throws Error unless positions have no gap and entries, sums and log say the same: nobody forked the book */
async function soundSize({ reads }) {
  const [{ entries, lowest, highest }] = await reads.query(
    'SELECT COUNT(*) AS entries, MIN(position) AS lowest, MAX(position) AS highest FROM ledger_entries WHERE book_id = ?',
    [bookId],
  )
  const isGapless = Number(lowest) === 0 && Number(highest) === Number(entries) - 1
  const check = await checkBook(reads, bookId, ledgerConfig({}, dataDir))
  if (isGapless && check.findings.length === 0 && check.size === Number(entries)) return Number(entries)
  throw new Error(`the book is not sound: ${check.findings.map(({ words }) => words).join(' ')}`)
}

/** Each writer on connections of its own, one entry after the other. */
async function appendFor(databases, forMs, month) {
  const startedAt = performance.now()
  let slowest = 0
  const counts = await Promise.all(databases.map(async (database) => {
    let count = 0
    while (performance.now() - startedAt < forMs) {
      const beganAt = performance.now()
      await post(database, bookId, month, 1)
      slowest = Math.max(slowest, performance.now() - beganAt)
      count += 1
    }
    return count
  }))
  return { appends: counts.reduce((sum, count) => sum + count, 0), tookMs: performance.now() - startedAt, slowest }
}
