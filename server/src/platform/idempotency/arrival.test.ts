import { DomainError } from '@huiying/shared/kernel'
import { setTimeout as pause } from 'node:timers/promises'
import { brittleRoad } from '../../../test/support/brittle-road'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { onServer } from '../../../test/support/on-server'
import { runWithRequest } from '../../../test/support/run-with-request'
import { type Database, openDatabase } from '../database/open-database'
import type { Work } from '../database/work'
import type { Arrival } from './arrival'
import type { KeyedRequest } from './request-context'

// The embedded database is asked what time it is by nobody.

onServer('what the database said as a request arrived (only with DB=mariadb)', () => {
  let fresh: FreshDatabase
  let database: Database
  let runs: number
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
    // With the clock of a real server: the database's.
    database = await openDatabase(fresh.url, { isMigrated: true })
    runs = 0
  })
  afterEach(async () => {
    await database.close()
    await fresh.close()
  })

  const request: KeyedRequest = { accountId: 'A1', idempotencyKey: 'key-1', route: 'POST /notes', bodyHash: 'hash-1' }
  const arrived = (change: Partial<Arrival> = {}): Arrival =>
    ({ at: 1_000_000, seldomVersion: 7, kept: null, askedAtMs: performance.now(), ...change })
  const act = (work: Work): { readonly id: string; readonly at: number } => {
    const id = `note-${(runs += 1)}`
    work.insert(notesTable, note({ id, title: id }))
    return { id, at: work.now }
  }
  const write = () => database.unitOfWork.run(async (work) => act(work))
  const as = <T>(arrival: Arrival | null, body: () => Promise<T>, change: Partial<KeyedRequest> = {}): Promise<T> =>
    runWithRequest({ ...request, ...change }, body, arrival)
  const notes = async (): Promise<readonly string[]> =>
    (await database.reads.query<{ id: string }>('SELECT id FROM test_notes ORDER BY id')).map(({ id }) => id)

  test('is the instant of its first unit of work, and of no other', async () => {
    const look = () => database.unitOfWork.run(async (work) => work.now)
    const [first, second] = await as(arrived(), async () => [await look(), await look()])
    expect(first).toBe(1_000_000)
    expect(second).toBeGreaterThan(1_000_000)
  })

  test('is asked anew where it was asked a while ago', async () => {
    const { at } = await as(arrived({ askedAtMs: performance.now() - 150 }), write)
    expect(at).toBeGreaterThan(1_000_000)
  })

  test('is asked anew by who had to wait for a connection', async () => {
    const hold = () => database.unitOfWork.run((work) => work.query('SELECT SLEEP(0.4) AS s', []))
    const all = Array.from({ length: 16 }, hold)
    const { at } = await as(arrived(), write)
    await Promise.all(all)
    expect(at).toBeGreaterThan(1_000_000)
  })

  test('is by what its work keeps of what seldom changes: under the same version nothing is read again', async () => {
    let reads = 0
    const look = () => database.unitOfWork.run((work) => work.kept('once', async () => (reads += 1)))
    const seen = []
    for (const seldomVersion of [7, 7, 8]) seen.push(await as(arrived({ seldomVersion }), look))
    expect(seen).toEqual([1, 1, 2])
  })

  test('what was kept is the answer: nothing is begun', async () => {
    const kept = { route: request.route, bodyHash: request.bodyHash, run: 1, answer: '{"id":"of before"}' }
    expect(await as(arrived({ kept }), write)).toEqual({ id: 'of before' })
    await expect(as(arrived({ kept }), write, { bodyHash: 'hash-2' })).rejects.toMatchObject({ code: 'request.key-reused' })
    expect([runs, await notes()]).toEqual([0, []])
  })

  test('two of one key that both found nothing kept act once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => as(arrived(), write)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await notes()).toEqual([answers[0]?.id])
  })

  describe('sent again while the first is under way, what the first did is no reason to refuse', () => {
    let tries: number
    beforeEach(async () => {
      tries = 0
      await database.unitOfWork.run(async (work) => work.insert(notesTable, note({ id: 'a', title: 'a' })))
    })
    const close = () => database.unitOfWork.run(async (work) => {
      const own = (tries += 1)
      const [found] = await work.find(notesTable, { id: 'a' }, { lock: true })
      if (found === undefined || found.status === 'closed') throw new DomainError('ticket.already-closed')
      await pause(100)
      work.update(notesTable, { ...found, status: 'closed' }, { expectedVersion: found.version })
      return { closedBy: own }
    })

    test.each([['was learnt as it arrived', arrived], ['is asked as it begins', () => null]])(
      'where its key %s', async (_when, arrival) => {
        const answers = await Promise.all([as(arrival(), close), as(arrival(), close)])
        expect(answers[1]).toEqual(answers[0])
        expect(tries).toBe(2)
      },
    )

    test('what is refused to the first sending is refused, after one more look', async () => {
      await as(arrived(), close)
      await expect(as(arrived(), close, { idempotencyKey: 'key-2' })).rejects.toMatchObject({ code: 'ticket.already-closed' })
      expect(tries).toBe(3)
    })
  })

  test('a refusal gives the connection back unused, as often as it comes', async () => {
    const refuse = () => database.unitOfWork.run(async () => Promise.reject(new Error('no')))
    for (let time = 0; time < 40; time += 1) await expect(as(arrived(), refuse)).rejects.toThrow('no')
    await as(arrived(), () => database.unitOfWork.run(async () => undefined))
    expect((await as(arrived(), write)).at).toBe(1_000_000)
    expect(await notes()).toEqual(['note-1'])
  })

  // Without a key nothing was to be committed yet; with one it is done over whatever came of the commit.
  test.each([null, 'key-1'])('a dead connection is replaced under who only writes (key %s)', async (idempotencyKey) => {
    const road = await brittleRoad(fresh.url)
    const far = await openDatabase(road.url, { isMigrated: true })
    await far.unitOfWork.run(async () => undefined)
    road.breakUnderNext()
    await as(arrived(), () => far.unitOfWork.run(async (work) => act(work)), { idempotencyKey })
    expect([runs, await notes()]).toEqual([2, ['note-2']])
    await far.close()
    road.close()
  })

  test('reads under it open the transaction: what they lock stays locked until the end', async () => {
    await database.unitOfWork.run(async (work) => work.insert(notesTable, note({ id: 'a', title: 'a' })))
    const raise = () => database.unitOfWork.run(async (work) => {
      const [found] = await work.find(notesTable, { id: 'a' }, { lock: true })
      if (found !== undefined) work.update(notesTable, found, { expectedVersion: found.version })
    })
    await Promise.all(Array.from({ length: 12 }, (_, at) => as(arrived(), raise, { idempotencyKey: `key-${at}` })))
    expect(await database.reads.query('SELECT version FROM test_notes')).toEqual([{ version: 13 }])
  })
})
