// Run by `ledger.mjs` on a MariaDB of its own; writes rows as JSON to its standard output.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import mysql from 'mysql2/promise'
import { root } from '../paths.mjs'

const lineCount = Number(process.env.BENCH_LINES ?? 1_000_000)
const writerCount = 4
const warmUpMs = 2_000
const appendsForMs = 10_000
const batchSize = 500
/** What 300 appends in a second leave each. */
const appendBudgetMs = 1_000 / 300
const closeBudgetMs = 2_000
const monthCount = 120

const require = createRequire(join(root, 'server/package.json'))
const dist = (path) => require(join(root, 'server/dist/src', path))
const rules = require('@huiying/shared/ledger')
const { chinaDateOf } = require('@huiying/shared/kernel')
const { openDatabase } = dist('platform/database/open-database.js')
const { bookInHand, ledgerTermsOf, usesOfMonth } = dist('features/ledger/public.js')
const { bookTable, subAccountTable } = dist('features/ledger/book.table.js')

const bookId = 'bench-book'
const seat = {
  id: 'post', personId: 'keeper', kind: 'accountant', unitId: 'village', villageId: 'village', subDistrictId: 'town', charge: null,
  fromAt: 0, toAt: null,
}
const keeper = { accountId: 'account', personId: 'keeper', posts: [seat] }

const url = await ownDatabase()
const databases = [await openDatabase(url)]
while (databases.length < writerCount) databases.push(await openDatabase(url, { isMigrated: true }))
try {
  process.stdout.write(JSON.stringify(await measured()))
} finally {
  for (const database of databases) await database.close()
}

async function measured() {
  const [first] = databases
  const running = rules.monthOf(chinaDateOf(Date.now()))
  const oldest = rules.monthAfter(running, -monthCount)
  await openBook(first, oldest)
  await fill(first, oldest)
  const last = rules.monthAfter(running, -1)
  await appendFor(warmUpMs, running)
  const { appends, tookMs, slowest } = await appendFor(appendsForMs, running)
  const startedAt = performance.now()
  await close(first, last)
  const closedMs = performance.now() - startedAt
  const [{ size }] = await first.reads.query('SELECT size FROM ledger_logs', [])
  const [{ entries, lowest, highest }] = await first.reads.query(
    'SELECT COUNT(*) AS entries, MIN(position) AS lowest, MAX(position) AS highest FROM ledger_entries', [],
  )
  const isWhole = Number(size) === Number(entries) && Number(lowest) === 0 && Number(highest) === entries - 1
  if (!isWhole) throw new Error('a gap, or a fork')
  const what = `an append to a book of ${Number(entries) * 2} lines, ${writerCount} writers, ${Math.round((appends * 1_000) / tookMs)} a second`
  return [
    { what, value: tookMs / appends, unit: 'ms', budget: appendBudgetMs },
    { what: '  the slowest of them, waiting for its turn', value: slowest, unit: 'ms' },
    { what: 'a month of it closed', value: closedMs, unit: 'ms', budget: closeBudgetMs },
  ]
}

/** A database of its own on the server of TEST_DATABASE_URL, which goes with the server. */
async function ownDatabase() {
  const address = new URL(process.env.TEST_DATABASE_URL)
  const socketPath = address.searchParams.get('socket')
  const connection = await mysql.createConnection({
    user: address.username, password: address.password,
    ...(socketPath === null ? { host: address.hostname, port: Number(address.port) } : { socketPath }),
  })
  const name = 'huiying_test_bench'
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  await connection.end()
  address.pathname = `/${name}`
  return address.toString()
}

function openBook({ unitOfWork }, firstMonth) {
  return unitOfWork.run(async (work) => {
    work.insert(bookTable, {
      id: bookId, villageId: 'village', subDistrictId: 'town', legalBody: 'collective', name: '柳树村集体经济组织',
      chartVersion: 1, firstMonth, openedAt: 0, openedBy: 'keeper', entryCount: 0, hasOpening: false, stoppedAt: null,
    })
    work.insert(subAccountTable, ...rules.STANDARD_SUB_ACCOUNTS.map((account) => ({ ...account, bookId })))
  })
}

/** Ten years of income, by the same door as everything else, several hundred entries in one go; each month closed. */
async function fill(database, oldest) {
  const each = Math.ceil(lineCount / 2 / monthCount)
  for (let at = 0; at < monthCount; at += 1) {
    const month = rules.monthAfter(oldest, at)
    for (let done = 0; done < each; done += batchSize) await post(database, month, Math.min(batchSize, each - done))
    await assert(database, month)
    if (at < monthCount - 1) await close(database, month)
    process.stderr.write(`\rfilling: ${at + 1} of ${monthCount} months`)
  }
  process.stderr.write('\n')
}

function act({ unitOfWork, ids }, decide) {
  return unitOfWork.run(async (work) => {
    const book = await bookInHand(work, bookId)
    const { next, entries = [], facts } = await decide(book.state, work, ids)
    book.write({ next, entries, facts, by: 'keeper' })
  })
}

function post(database, month, count) {
  return act(database, (before, work, ids) => {
    let state = before
    const entries = []
    const facts = []
    for (let n = 0; n < count; n += 1) {
      const on = `${month}-${String(1 + (n % 20)).padStart(2, '0')}`
      const account = ['50101', '50102', '50103'][n % 3]
      const lines = [{ account: '102', side: 'debit', amountFen: 1_280 }, { account, side: 'credit', amountFen: 1_280 }]
      const decided = rules.postEntry(keeper, state, {
        entryId: ids.next(), month, on, purpose: '收鱼塘租金', counterparty: '孙师傅',
        source: { type: 'income', contractId: null }, lines, vouchers: ['ab'.repeat(32)],
      }, work.now)
      state = decided.next.state
      entries.push(decided.next.entry)
      facts.push(...decided.facts)
    }
    // Filling leaves no trail: half a million facts are another room's load.
    return { next: state, entries, facts: count === 1 ? facts : [] }
  })
}

function assert(database, month) {
  return act(database, (state, work) => {
    const statementFen = rules.balanceFenOn(rules.moneyOf(state, '102'), rules.lastOf(month))
    return rules.assertMonth(keeper, state, month, [{ account: '102', statementFen }], work.now)
  })
}

function close(database, month) {
  return act(database, async (state, work) => {
    const terms = await ledgerTermsOf(work, 'town', chinaDateOf(work.now))
    const uses = await usesOfMonth(work, state.book, month)
    return rules.closeMonth(keeper, state, { month, waitingCount: 0, uses }, terms, work.now)
  })
}

/** Each writer on connections of its own, one entry after the other. */
async function appendFor(forMs, month) {
  const startedAt = performance.now()
  let slowest = 0
  const counts = await Promise.all(databases.map(async (database) => {
    let count = 0
    while (performance.now() - startedAt < forMs) {
      const beganAt = performance.now()
      await post(database, month, 1)
      slowest = Math.max(slowest, performance.now() - beganAt)
      count += 1
    }
    return count
  }))
  return { appends: counts.reduce((sum, count) => sum + count, 0), tookMs: performance.now() - startedAt, slowest }
}
