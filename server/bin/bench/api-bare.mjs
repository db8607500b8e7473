// What anybody would write who had nothing but rows to write: Fastify, mysql2, and the rows of `BARE_TEMPLATE`.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { readTemplate } from './api-template.mjs'
import { peopleOf, placeOf } from './api-people.mjs'
import { dist } from './county.mjs'

const require = createRequire(join(root, 'server/package.json'))
const fastify = require('fastify')({ logger: false })
const mysql = require('mysql2')
const { UlidIds } = dist('platform/ids/ids.js')

const SESSION = `SELECT s.account_id, s.expires_at, s.revoked_at, a.person_id, p.kind, p.village_id, p.sub_district_id, p.from_at, p.to_at
  FROM sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN posts p ON p.person_id = a.person_id WHERE s.token_hash = ?`

const isOnce = process.env.BARE_MODE === 'once'
const pool = mysql.createPool({
  uri: process.env.DATABASE_URL, charset: 'utf8mb4_unicode_ci', supportBigNumbers: true, multipleStatements: isOnce,
  connectionLimit: Number(process.env.BENCH_POOL ?? 16),
})
pool.on('connection', (connection) => connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'))
const ids = new UlidIds()
const template = readTemplate(process.env.BARE_TEMPLATE)
const inOne = ['START TRANSACTION', ...template.sqls, 'COMMIT'].join('; ')
const people = peopleOf()

fastify.get('/health', async () => ({ isWell: true }))

fastify.post('/api/tickets', async (request, reply) => {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
  const [session] = await ask(pool, SESSION, [createHash('sha256').update(token).digest('hex')])
  const now = Date.now()
  const isOpen = session !== undefined && session.revoked_at === null && session.expires_at > now
  if (!isOpen) return reply.code(401).send({ code: 'session.expired' })
  const { text, villageId } = request.body
  if (session.village_id !== villageId) return reply.code(404).send({ code: 'ticket.village-not-found' })
  const known = { ...placeOf(people, villageId), personId: session.person_id, key: request.headers['idempotency-key'], text }
  const nextId = () => ids.next()
  const values = template.fill({ now, nextId, known })
  await (isOnce ? ask(pool, inOne, values.flat()) : eachByItself(values))
  return reply.code(201).send({
    id: known.key, now, village: { id: villageId, kind: 'village', name: known.villageName }, kind: request.body.kind,
    visibility: request.body.visibility, submittedAt: now, responseDueAt: now + 3_600_000,
  })
})

await fastify.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.once('SIGTERM', async () => {
  await fastify.close()
  pool.end(() => process.exit(0))
})

async function eachByItself(values) {
  const connection = await new Promise((resolve, reject) => {
    pool.getConnection((error, one) => (error ? reject(error) : resolve(one)))
  })
  try {
    await ask(connection, 'START TRANSACTION', [])
    for (const [at, sql] of template.sqls.entries()) await ask(connection, sql, values[at])
    await ask(connection, 'COMMIT', [])
    connection.release()
  } catch (error) {
    connection.destroy()
    throw error
  }
}

function ask(where, sql, values) {
  return new Promise((resolve, reject) => {
    where.query(sql, values, (error, rows) => (error ? reject(error) : resolve(rows)))
  })
}
