import { DAY_MS, HOUR_MS } from '@huiying/shared/kernel'
import { setTimeout as pause } from 'node:timers/promises'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { settleSmallVillage } from '../../../test/support/small-village'
import { onServer } from '../../../test/support/on-server'
import type { Scalar } from '../../platform/database/column'
import { openDatabase, type Database } from '../../platform/database/open-database'
import type { Reads } from '../../platform/database/reads'
import { isFresh } from '../../platform/idempotency/arrival'
import { idempotencyKeysTable } from '../../platform/idempotency/idempotency-keys.table'
import type { Act } from '../../platform/http'
import { accountTable } from './account.table'
import { postTable } from './post.table'
import { hashOfToken } from './session-token'
import { sessionTable } from './session.table'
import { Callers } from './callers.board'
import { viewerOf } from './viewer.board'

const APP_ID = 'app-of-the-village'
const TOKENS = ['good', 'expired', 'revoked', 'elsewhere', 'ended-post', 'unknown'].map((name) => `token-of-${name}`)

const callersOf = ({ reads, clock }: Pick<Database, 'reads' | 'clock'>) => new Callers(reads, clock, APP_ID)

// The embedded database's clock is the machine's, asked before.

describe('who asks, by a clock that is no database’s', () => {
  it('is who the token belongs to at that instant, or nobody', async () => {
    const fresh = await freshDatabase()
    await settle(fresh.database)
    const at = fresh.clock.at()
    const { reads, clock } = fresh
    const good = await viewerOf(reads, APP_ID, 'token-of-good', at)
    const callers = callersOf({ reads, clock })
    expect(await callers.of('token-of-good', null)).toEqual({ at, viewer: good, arrival: null })
    expect(await callers.of('token-of-expired', null)).toEqual({ at, viewer: null, arrival: null })
    const silent = { now: () => Promise.reject(new Error('gone')) }
    await expect(callersOf({ reads, clock: silent }).of('token-of-good', null)).rejects.toMatchObject({ code: 'server.busy' })
    await fresh.close()
  })
})

onServer('who asks, and when, in one query (only with DB=mariadb)', () => {
  const settled = settledServer()

  it('is the same that is found when the time is asked first', async () => {
    const { database } = settled
    for (const token of TOKENS) {
      const before = await database.clock.now()
      const { at, viewer } = await callersOf(database).of(token, null)
      const after = await database.clock.now()
      expect([before <= at, at <= after]).toEqual([true, true])
      const known = await viewerOf(database.reads, APP_ID, token, at).catch(() => null)
      expect([token, viewer]).toEqual([token, known])
    }
  })

  it('is nobody for a session that has ended, and holds no post that has', async () => {
    const callers = callersOf(settled.database)
    const all = await Promise.all(TOKENS.map((token) => callers.of(token, null)))
    const viewers = all.map(({ viewer }) => viewer)
    expect(viewers.map((viewer) => viewer?.personId ?? null)).toEqual(['li', null, null, null, 'chen', null])
    expect(viewers[0]?.posts.map(({ kind }) => kind)).toContain('secretary')
    expect(viewers[4]?.posts.map(({ kind }) => kind)).not.toContain('director')
  })
})

onServer('what else is found in that query, for whoever acts (only with DB=mariadb)', () => {
  const settled = settledServer()

  const arrivalWith = async (act: Act | null) =>
    (await callersOf(settled.database).of('token-of-good', act)).arrival

  it('is how often what seldom changes was written to, and what is kept under his key', async () => {
    const { database } = settled
    const kept = { route: 'POST /notes', bodyHash: 'hash', run: 1, answer: '{"id":"n"}' }
    await database.unitOfWork.run(async (work) => work.insert(idempotencyKeysTable,
      { ...kept, accountId: 'li-here', key: 'key-00001', createdAt: work.now },
      { ...kept, accountId: 'li-there', key: 'key-00002', createdAt: work.now }))
    const [{ version } = { version: -1 }] = await database.reads.query<{ version: number }>('SELECT version FROM seldom_written')
    expect(await arrivalWith({ key: 'key-00001' })).toMatchObject({ seldomVersion: version, kept })
    // Another account's is nobody else's.
    for (const key of ['key-00002', 'key-00003', null]) {
      expect(await arrivalWith({ key })).toMatchObject({ seldomVersion: version, kept: null })
    }
    expect(await arrivalWith(null)).toBeNull()
  })

  it('is as old as the question, however long the answer lay', async () => {
    const { database } = settled
    const reads: Reads = {
      query: async <Row>(sql: string, params: readonly Scalar[]) => {
        const rows = await database.reads.query<Row>(sql, params)
        await pause(120)
        return rows
      },
    }
    const { arrival } = await new Callers(reads, database.clock, APP_ID).of('token-of-good', { key: null })
    expect(arrival !== null && isFresh(arrival)).toBe(false)
    expect(await arrivalWith({ key: null })).not.toBeNull()
  })

  it('is for each his own where many ask in the same moment', async () => {
    const { database } = settled
    const kept = { route: 'POST /notes', bodyHash: 'hash', run: 1, answer: null }
    await database.unitOfWork.run(async (work) => work.insert(idempotencyKeysTable,
      { ...kept, accountId: 'li-here', key: 'together-1', createdAt: work.now, bodyHash: 'of li' },
      { ...kept, accountId: 'chen-here', key: 'together-1', createdAt: work.now, bodyHash: 'of chen' }))
    const callers = callersOf(database)
    const asked = ([token, key]: readonly [string, string | null]) => callers.of(`token-of-${token}`, { key })
    const all = await Promise.all(([
      ['good', 'together-1'], ['ended-post', 'together-1'], ['good', 'together-2'], ['good', 'together-1'],
      ['ended-post', null], ['expired', 'together-1'], ['unknown', 'together-1'],
    ] as const).map(asked))
    expect(all.map(({ viewer, arrival }) => [viewer?.personId ?? null, arrival?.kept?.bodyHash ?? null])).toEqual([
      ['li', 'of li'], ['chen', 'of chen'], ['li', null], ['li', 'of li'], ['chen', null], [null, 'of li'], [null, null],
    ])
  })

  it('is remembered for nobody: what ended before he asks again has ended', async () => {
    const { database } = settled
    const callers = callersOf(database)
    expect((await callers.of('token-of-good', null)).viewer?.personId).toBe('li')
    await database.unitOfWork.run(async (work) =>
      work.write('UPDATE sessions SET revoked_at = ? WHERE token_hash = ?', [work.now, hashOfToken('token-of-good')]))
    expect((await callers.of('token-of-good', null)).viewer).toBeNull()
  })
})

/** A server on a database of its own that is settled so, from before the first test of a block until after the last. */
function settledServer(): { readonly database: Database } {
  const server = {} as { fresh: FreshDatabase; database: Database }
  beforeAll(async () => {
    server.fresh = await freshDatabase()
    // With the clock of a real server: the database's.
    server.database = await openDatabase(server.fresh.url, { isMigrated: true })
    await settle(server.database)
  })
  afterAll(async () => {
    await server.database.close()
    await server.fresh.close()
  })
  return server
}

/** Li with a good session, an expired, a revoked one and one of another app; Chen, who is director no more. */
async function settle(database: Database): Promise<void> {
  await settleSmallVillage(database)
  await database.unitOfWork.run(async (work) => {
    const post = await work.findOne(postTable, { personId: 'chen', kind: 'director' })
    if (post === null) throw new Error('Chen is no director')
    const { now } = work
    const session = (name: string, changes: object) => ({
      tokenHash: hashOfToken(`token-of-${name}`), id: null, browser: null, accountId: 'li-here', createdAt: now - DAY_MS,
      expiresAt: now + DAY_MS, revokedAt: null, ...changes,
    })
    const account = (id: string, appId: string, personId: string) =>
      ({ id, appId, openId: id, unionId: null, phone: null, createdAt: 0, personId })
    work.insert(accountTable, account('li-here', APP_ID, 'li'), account('li-there', 'another-app', 'li'), account('chen-here', APP_ID, 'chen'))
    work.insert(sessionTable,
      session('good', {}), session('expired', { expiresAt: now }), session('revoked', { revokedAt: now - HOUR_MS }),
      session('elsewhere', { accountId: 'li-there' }), session('ended-post', { accountId: 'chen-here' }))
    work.update(postTable, { ...post, toAt: now })
  })
}
