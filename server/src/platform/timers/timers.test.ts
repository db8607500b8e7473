import { setTimeout as pause } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { RecordingLog } from '../../../test/support/recording-log'
import { until } from '../../../test/support/until'
import type { Database } from '../database/open-database'
import { takeRecorded } from '../database/settle'
import { type FireTimers, TimerWorker } from './timer-worker'
import type { Timer, TimerSpec } from './timers.table'

describe('timers', () => {
  let fresh: FreshDatabase
  let log: RecordingLog
  let fired: Timer[]
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
    log = new RecordingLog()
    fired = []
  })
  afterEach(() => fresh.close())

  const remember: FireTimers = async (_work, timers) => void fired.push(...timers)
  const workerOn = (database: Database, handlers: Record<string, FireTimers> = { test: remember }): TimerWorker =>
    new TimerWorker({ ...database, log, handlers })
  const schedule = (subjectId: string, ...timers: TimerSpec[]): Promise<void> =>
    fresh.unitOfWork.run(async (work) => timers.forEach((timer) => work.schedule(subjectId, timer)))
  const kinds = (): string[] => fired.map(({ subjectId, kind }) => `${subjectId} ${kind}`)
  const waiting = (table = 'timers'): Promise<unknown[]> => fresh.reads.query(`SELECT id FROM ${table} ORDER BY due_at, id`)
  const after = (waitMs: number, kind = 'test.a'): TimerSpec => ({ kind, dueAt: fresh.clock.at() + waitMs })

  test('fire at their instant, not a millisecond before, and are gone', async () => {
    await schedule('T1', after(1000))
    const worker = workerOn(fresh.database)
    fresh.clock.advance(999)
    await worker.drain()
    expect(kinds()).toEqual([])
    fresh.clock.advance(1)
    await worker.drain()
    await worker.drain()
    expect(kinds()).toEqual(['T1 test.a'])
    expect(await waiting()).toEqual([])
  })

  test('that fell due while no server ran fire once, in due order', async () => {
    await schedule('T1', after(3000, 'test.third'), after(1000, 'test.first'))
    await schedule('T2', after(2000, 'test.second'))
    fresh.clock.advance(86_400_000)
    const restarted = workerOn(await fresh.openAnother())
    expect(await restarted.lagMs()).toBe(86_400_000 - 1000)
    await restarted.drain()
    await workerOn(fresh.database).drain()
    expect(kinds()).toEqual(['T1 test.first', 'T2 test.second', 'T1 test.third'])
    expect(await restarted.lagMs()).toBe(0)
  })

  test('of a changed state replace each other: only the new are added, only the gone taken away', async () => {
    const [kept, gone, added] = [after(1, 'test.kept'), after(2, 'test.gone'), after(3, 'test.added')]
    await schedule('T1', kept, gone)
    await fresh.unitOfWork.run(async (work) => work.replaceTimers('T1', [kept, gone], [kept, added]))
    expect(await waiting()).toEqual([{ id: 'T1:test.kept' }, { id: 'T1:test.added' }])
  })

  test('set twice for the same instant are one', async () => {
    await schedule('T1', after(5))
    await schedule('T1', after(5))
    expect(await waiting()).toHaveLength(1)
  })

  test('may set further ones, also such as are due at once', async () => {
    await schedule('T1', after(0, 'test.0'))
    const chain: FireTimers = async (work, timers) => {
      fired.push(...timers)
      for (const { subjectId, kind, dueAt } of timers) {
        const step = Number(kind.slice('test.'.length))
        if (step < 3) work.schedule(subjectId, { kind: `test.${step + 1}`, dueAt: dueAt + 1 })
      }
    }
    fresh.clock.advance(10)
    await workerOn(fresh.database, { test: chain }).drain()
    expect(kinds()).toEqual(['T1 test.0', 'T1 test.1', 'T1 test.2', 'T1 test.3'])
  })

  test('go to the room whose name they begin with', async () => {
    await schedule('T1', after(0, 'one.x'), after(0, 'two.y'))
    const heard: string[] = []
    const hear = (room: string): FireTimers => async (_work, timers) => void heard.push(...timers.map(({ kind }) => `${room} ${kind}`))
    await workerOn(fresh.database, { one: hear('one'), two: hear('two') }).drain()
    expect(heard.sort()).toEqual(['one one.x', 'two two.y'])
  })

  test('of two rooms fire in the order of the handlers, whatever is due first', async () => {
    await schedule('T1', after(1, 'second.a'), after(2, 'first.a'), after(3, 'second.b'))
    fresh.clock.advance(3)
    await workerOn(fresh.database, { first: remember, second: remember }).drain()
    expect(kinds()).toEqual(['T1 first.a', 'T1 second.a', 'T1 second.b'])
  })

  test('leave their effect and go in one transaction: two servers fire none twice and none never', async () => {
    const subjects = Array.from({ length: 250 }, (_, index) => `S${String(index).padStart(3, '0')}`)
    await fresh.unitOfWork.run(async (work) => {
      work.insert(notesTable, ...subjects.map((id) => note({ id, title: id, version: 0 })))
      for (const id of subjects) {
        work.schedule(id, after(0, 'test.a'))
        work.schedule(id, after(1, 'test.b'))
      }
    })
    fresh.clock.advance(10)
    const count: FireTimers = async (work, timers) => {
      for (const { subjectId } of timers) {
        work.write('UPDATE test_notes SET version = version + 1 WHERE id = ?', [subjectId], { expectedRows: 1 })
      }
    }
    const other = await fresh.openAnother()
    const workers = [fresh.database, other, fresh.database, other].map((one) => workerOn(one, { test: count }))
    await Promise.all(workers.map((worker) => worker.drain()))
    for (const worker of workers) await worker.drain()
    const counted = await fresh.reads.query('SELECT version, COUNT(*) AS n FROM test_notes GROUP BY version')
    expect(counted).toEqual([{ version: 2, n: 250 }])
    expect(await waiting()).toEqual([])
    expect(await waiting('parked_timers')).toEqual([])
  })

  test('a bad one is parked and somebody called; those beside it fire', async () => {
    await schedule('T1', after(0))
    await schedule('BAD', after(0))
    await schedule('T3', after(0))
    const fussy: FireTimers = async (work, timers) => {
      for (const { subjectId } of timers) work.write('UPDATE test_notes SET version = 1 WHERE id = ?', [subjectId])
      if (timers.some(({ subjectId }) => subjectId === 'BAD')) throw new RangeError('Zhang San, 13800138000')
      fired.push(...timers)
    }
    await workerOn(fresh.database, { test: fussy }).drain()
    expect(kinds().sort()).toEqual(['T1 test.a', 'T3 test.a'])
    expect(await waiting()).toEqual([])
    expect(await fresh.reads.query('SELECT subject_id, kind, fault FROM parked_timers')).toEqual([
      { subject_id: 'BAD', kind: 'test.a', fault: 'RangeError' },
    ])
    expect(log.errors()).toEqual([{ timer: 'test.a', subjectId: 'BAD', fault: 'RangeError' }])
    expect(JSON.stringify(log.lines)).not.toContain('13800138000')
  })

  describe('what follows from them', () => {
    /** Each leaves a fact; a note is what follows from those that are taken. */
    const recording = (look: () => void): FireTimers => async (work, timers) => {
      work.record(null, timers.map(({ subjectId }) => ({ type: 'ticket.withdrawn', ticketId: subjectId })))
      return async () => {
        const taken = await takeRecorded(work, ({ fact }) => 'ticketId' in fact && fact.ticketId !== 'OTHER')
        look()
        for (const { id, fact } of taken) {
          work.insert(notesTable, note({ id, title: 'ticketId' in fact ? String(fact.ticketId) : '?' }))
        }
      }
    }
    const left = (): Promise<unknown[]> =>
      fresh.reads.query('SELECT j.subject_id AS subject FROM outbox o JOIN journal j ON j.id = o.id ORDER BY j.subject_id')
    const notes = (): Promise<unknown[]> => fresh.reads.query('SELECT title FROM test_notes ORDER BY title')

    test('follows in the same transaction; what is not taken is left to the outbox', async () => {
      for (const subject of ['T1', 'OTHER', 'T2']) await schedule(subject, after(0))
      await workerOn(fresh.database, { test: recording(() => undefined) }).drain()
      expect(await notes()).toEqual([{ title: 'T1' }, { title: 'T2' }])
      expect(await left()).toEqual([{ subject: 'OTHER' }])
      expect(await waiting()).toEqual([])
    })

    test('is left to the outbox where it fails; the timers fire all the same, once', async () => {
      for (const subject of ['T1', 'T2']) await schedule(subject, after(0))
      const failing = recording(() => {
        throw new RangeError('nobody to tell')
      })
      await workerOn(fresh.database, { test: failing }).drain()
      expect(await notes()).toEqual([])
      expect(await left()).toEqual([{ subject: 'T1' }, { subject: 'T2' }])
      expect(await waiting()).toEqual([])
      expect(await waiting('parked_timers')).toEqual([])
    })
  })

  test('of a room that nobody speaks for are parked, not lost', async () => {
    await schedule('T1', after(0, 'nobody.x'))
    await workerOn(fresh.database).drain()
    expect(await waiting('parked_timers')).toEqual([{ id: 'T1:nobody.x' }])
    expect(log.errors()).toHaveLength(1)
  })

  test('a running worker sleeps until the next one is due, and wakes for an earlier one', async () => {
    const startedAt = Date.now()
    // The database under test goes by the hand clock, which follows the real one here.
    fresh.clock.set(startedAt)
    const follow = setInterval(() => fresh.clock.set(Date.now()), 5)
    const at = new Map<string, number>()
    const stamp: FireTimers = async (_work, timers) => timers.forEach(({ kind }) => at.set(kind, fresh.clock.at()))
    const worker = workerOn(fresh.database, { test: stamp })
    worker.start()
    await schedule('T1', { kind: 'test.late', dueAt: startedAt + 60_000 })
    await pause(30)
    await schedule('T1', { kind: 'test.early', dueAt: startedAt + 150 })
    await until(() => at.has('test.early'))
    await worker.stop()
    clearInterval(follow)
    expect(at.get('test.early')).toBeGreaterThanOrEqual(startedAt + 150)
    expect(at.has('test.late')).toBe(false)
    expect(log.lines).toEqual([])
  })
})
