// BullMQ doing to a ticket what the product does, one job and one transaction for each, as its manual has it.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { dist } from './county.mjs'
import { obey } from './sla-process.mjs'
import { groupKind, hearersOf, people } from './sla-tickets.mjs'

const require = createRequire(join(root, 'server/package.json'))
const { Worker } = require('bullmq')
const mysql = require('mysql2/promise')
const { UlidIds } = dist('platform/ids/ids.js')
const { sessionSql } = dist('platform/database/server-session.js')

const ids = new UlidIds()
const connection = { port: Number(process.env.BENCH_REDIS_PORT), host: '127.0.0.1', maxRetriesPerRequest: null }
// In memory, so that it is spared finding out who is to be told.
const hearers = new Map(people.subDistricts.map((subDistrict) => [subDistrict.id, hearersOf(subDistrict)]))
const villageNames = new Map(people.villages.map(({ id }, n) => [id, `第${n + 1}村`]))
const hearerCount = hearers.values().next().value.length
const groups = (row) => Array.from({ length: hearerCount }, () => row).join(', ')
const template = 'supervision'
const tally = '$.tally."response-overdue"'
const sql = {
  read: 'SELECT status, village_id, sub_district_id, text, response_due_at, response_missed_at, version FROM tickets WHERE id = ? FOR UPDATE',
  mark: 'UPDATE tickets SET response_missed_at = ?, version = ? WHERE id = ?',
  fact: 'INSERT INTO journal (id, at, by_person, type, subject_id, body) VALUES (?, ?, NULL, ?, ?, ?)',
  notices: `INSERT INTO notices (id, person_id, fact_id, kind, ticket_id, data, unread_key, created_at, read_at) VALUES ${groups('(?, ?, ?, ?, ?, ?, NULL, ?, NULL)')}`,
  digests: `INSERT INTO notices (id, person_id, fact_id, kind, ticket_id, data, unread_key, created_at, read_at)
    VALUES ${groups("(?, ?, ?, 'caught-up', NULL, '{\"tally\":{\"response-overdue\":1}}', ?, ?, NULL)")}
    ON DUPLICATE KEY UPDATE data = JSON_SET(data, '${tally}', JSON_VALUE(data, '${tally}') + 1)`,
  accepted: `SELECT account_id FROM subscriptions WHERE account_id IN (${groups('?')}) AND template_key = '${template}'
    AND remaining > 0 ORDER BY account_id FOR UPDATE`,
  taken: `UPDATE subscriptions SET remaining = remaining - 1 WHERE account_id = ? AND template_key = '${template}'`,
  delivery: `INSERT INTO deliveries (id, due_at, notice_id, account_id, open_id, template_key, attempts)
    VALUES (?, ?, ?, ?, ?, '${template}', 0)`,
  texts: (count) => `INSERT INTO text_deliveries (notice_id, due_at, attempts) VALUES ${Array(count).fill('(?, ?, 0)').join(', ')}`,
  group: `INSERT INTO group_counts (sub_district_id, village_id, kind, \`count\`, due_at) VALUES (?, ?, '${groupKind}', 1, ?)
    ON DUPLICATE KEY UPDATE \`count\` = \`count\` + 1`,
}

let pool = null
let worker = null
let isAfterOutage = false
const faults = []

obey({
  start: async (concurrency, afterOutage) => {
    isAfterOutage = afterOutage
    pool = mysql.createPool({ uri: process.env.BENCH_URL, connectionLimit: concurrency })
    pool.pool.on('connection', (fresh) => sessionSql(false).forEach((statement) => fresh.query(statement)))
    worker = new Worker(process.env.BENCH_QUEUE, fire, { connection, concurrency })
    // One that lost a deadlock is tried again, as its manual has it.
    worker.on('failed', (job, error) => {
      if (job === undefined || job.attemptsMade >= job.opts.attempts) faults.push(error.message)
    })
    worker.on('error', (error) => faults.push(error.message))
    await worker.waitUntilReady()
  },
  stop: async () => {
    await worker.close()
    await pool.end()
    return faults
  },
  end: () => undefined,
})

async function fire({ data: { ticketId, lateAt } }) {
  const database = await pool.getConnection()
  try {
    await database.query('START TRANSACTION')
    const [[ticket]] = await database.execute(sql.read, [ticketId])
    if (ticket.status === 'submitted' && ticket.response_missed_at === null) await mark(database, ticketId, ticket, lateAt)
    await database.query('COMMIT')
  } catch (error) {
    await database.query('ROLLBACK')
    throw error
  } finally {
    database.release()
  }
}

async function mark(database, ticketId, ticket, lateAt) {
  const { village_id: villageId, sub_district_id: subDistrictId, response_due_at: dueAt } = ticket
  const now = Date.now()
  const type = 'ticket.response-overdue'
  const factId = ids.next()
  await database.execute(sql.mark, [lateAt, ticket.version + 1, ticketId])
  await database.execute(sql.fact, [factId, now, type, ticketId, JSON.stringify({ type, ticketId, dueAt })])
  const people = hearers.get(subDistrictId)
  if (isAfterOutage) {
    const digests = people.flatMap((personId) => [ids.next(), personId, factId, `${personId}::rival`, now])
    await database.execute(sql.digests, digests)
  } else {
    const data = JSON.stringify({ excerpt: ticket.text.slice(0, 20), dueAt, villageName: villageNames.get(villageId) })
    const notices = people.map((personId) => [ids.next(), personId, factId, 'response-overdue', ticketId, data, now])
    await database.execute(sql.notices, notices.flat())
    await send(database, notices, now)
  }
  await database.execute(sql.group, [subDistrictId, villageId, now])
}

/** By WeChat as long as somebody takes that, else as a text. */
async function send(database, notices, now) {
  const [rows] = await database.execute(sql.accepted, notices.map(([, personId]) => personId))
  const accepted = new Set(rows.map((row) => row.account_id))
  for (const [noticeId, personId] of notices.filter(([, person]) => accepted.has(person))) {
    await database.execute(sql.taken, [personId])
    await database.execute(sql.delivery, [ids.next(), now, noticeId, personId, personId])
  }
  const texts = notices.filter(([, personId]) => !accepted.has(personId))
  if (texts.length > 0) await database.execute(sql.texts(texts.length), texts.flatMap(([id]) => [id, now]))
}
