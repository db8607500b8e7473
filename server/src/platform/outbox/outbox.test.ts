import type { JournalEntry } from '@huiying/shared/facts'
import { setTimeout as pause } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { RecordingLog } from '../../../test/support/recording-log'
import type { Database } from '../database/open-database'
import { OutboxWorker, type React } from './outbox-worker'

describe('the outbox', () => {
  let fresh: FreshDatabase
  let log: RecordingLog
  let heard: JournalEntry[]
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
    log = new RecordingLog()
    heard = []
  })
  afterEach(() => fresh.close())

  const remember: React = async (_work, entry) => void heard.push(entry)
  const workerOn = (database: Database, react: React = remember): OutboxWorker =>
    new OutboxWorker({ ...database, log, react })
  const record = (...ticketIds: string[]): Promise<void> =>
    fresh.unitOfWork.run(async (work) =>
      work.record('P1', ticketIds.map((ticketId) => ({ type: 'ticket.withdrawn', ticketId }))),
    )
  const tickets = (): string[] => heard.map(({ fact }) => ('ticketId' in fact ? fact.ticketId : '?'))
  const count = async (table: string): Promise<number> =>
    (await fresh.reads.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n ?? -1

  test('hands over every fact once, in order, with who and when', async () => {
    await record('T1', 'T2')
    await record('T3')
    const worker = workerOn(fresh.database)
    await worker.drain()
    await worker.drain()
    expect(tickets()).toEqual(['T1', 'T2', 'T3'])
    expect(heard[0]).toMatchObject({ at: fresh.clock.at(), by: 'P1', fact: { type: 'ticket.withdrawn', ticketId: 'T1' } })
    expect(await count('outbox')).toBe(0)
    expect(await count('journal')).toBe(3)
  })

  test('what was committed before the server died is found by the next one', async () => {
    await record('T1')
    const next = workerOn(await fresh.openAnother())
    fresh.clock.advance(60_000)
    expect(await next.lagMs()).toBe(60_000)
    await next.drain()
    expect(tickets()).toEqual(['T1'])
    expect(await next.lagMs()).toBe(0)
  })

  test('a reaction that dies on the way leaves nothing behind, and is done over', async () => {
    await record('T1')
    let attempts = 0
    const dying: React = async (work, entry) => {
      work.insert(notesTable, note({ id: entry.id, title: 'notice' }))
      if ((attempts += 1) <= 2) throw new Error('killed')
    }
    const worker = workerOn(fresh.database, dying)
    await worker.drain()
    expect(await count('test_notes')).toBe(0)
    fresh.clock.advance(1000)
    await worker.drain()
    expect(await count('test_notes')).toBe(1)
    expect(await count('outbox')).toBe(0)
  })

  test('slow reactions share no long transaction: what was done is kept when a later one fails', async () => {
    await record('T1', 'T2', 'T3', 'BAD')
    const slow: React = async (_work, entry) => {
      heard.push(entry)
      await pause(300)
      if (tickets().at(-1) === 'BAD') throw new RangeError('too slow')
    }
    await workerOn(fresh.database, slow).drain()
    // The first two were committed before the others began; these were tried together, then alone.
    expect(tickets()).toEqual(['T1', 'T2', 'T3', 'BAD', 'T3', 'BAD'])
    expect(await count('outbox')).toBe(1)
  })

  test('two servers react to each fact once', async () => {
    await record(...Array.from({ length: 130 }, (_, index) => `T${index}`))
    const notify: React = async (work, entry) => {
      await work.find(notesTable, { id: entry.id })
      work.insert(notesTable, note({ id: entry.id, title: entry.id.slice(-20) }))
    }
    const other = await fresh.openAnother()
    const workers = [fresh.database, other, other].map((database) => workerOn(database, notify))
    await Promise.all(workers.map((worker) => worker.drain()))
    for (const worker of workers) await worker.drain()
    expect(await count('test_notes')).toBe(130)
    expect(await count('outbox')).toBe(0)
    expect(await count('parked_outbox')).toBe(0)
  })

  test('one that keeps failing waits longer and longer, then is parked; the others pass it', async () => {
    await record('T1', 'BAD', 'T3')
    const fussy: React = async (_work, entry) => {
      if ('ticketId' in entry.fact && entry.fact.ticketId === 'BAD') throw new TypeError('Li Si lives at no. 7')
      heard.push(entry)
    }
    const worker = workerOn(fresh.database, fussy)
    await worker.drain()
    // The first two were also heard in the batch that was rolled back; what counts is what was committed.
    expect(new Set(tickets())).toEqual(new Set(['T1', 'T3']))
    expect(await count('outbox')).toBe(1)
    fresh.clock.advance(999)
    await worker.drain()
    expect(log.lines).toHaveLength(1)
    for (let hour = 0; hour < 6; hour++) {
      fresh.clock.advance(3_600_000)
      await worker.drain()
    }
    expect(await count('outbox')).toBe(0)
    expect(await fresh.reads.query('SELECT attempts, fault FROM parked_outbox')).toEqual([{ attempts: 6, fault: 'TypeError' }])
    expect(log.errors()).toHaveLength(1)
    expect(JSON.stringify(log.lines)).not.toContain('Li Si')
  })

  test('a running worker hears of a fact at once', async () => {
    let tell: () => void = () => undefined
    const told = new Promise<void>((resolve) => (tell = resolve))
    const worker = workerOn(fresh.database, async () => tell())
    worker.start()
    await record('T1')
    // It would sleep for a minute otherwise, far longer than a test may take.
    await told
    await worker.stop()
    expect(await count('outbox')).toBe(0)
  })
})
