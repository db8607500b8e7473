import { setTimeout as pause } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { journalTable } from '../journal/journal.table'
import { outboxTable } from '../outbox/outbox.table'
import { LostRace } from './database-error'
import { settle } from './settle'
import type { UnitOfWork } from './unit-of-work'
import type { Work } from './work'

describe('unit of work', () => {
  let fresh: FreshDatabase
  let unitOfWork: UnitOfWork
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
    unitOfWork = fresh.unitOfWork
  })
  afterEach(() => fresh.close())

  const ids = async (): Promise<string[]> =>
    (await fresh.reads.query<{ id: string }>('SELECT id FROM test_notes ORDER BY id')).map(({ id }) => id)
  const version = async (): Promise<number | undefined> =>
    (await fresh.reads.query<{ version: number }>('SELECT version FROM test_notes'))[0]?.version
  const add = (id: string): Promise<void> =>
    unitOfWork.run(async (work) => work.insert(notesTable, note({ id, title: id })))

  test('stores writes in the order in which they were made, and tells the clock', async () => {
    const at = await unitOfWork.run(async (work) => {
      work.insert(notesTable, note({ id: 'a', title: 'a' }), note({ id: 'b', title: 'b' }))
      work.insert(notesTable, note({ id: 'c', title: 'c' }))
      work.update(notesTable, note({ id: 'a', title: 'A!' }))
      work.delete(notesTable, { id: 'b' })
      work.write('UPDATE test_notes SET version = version + ? WHERE id = ?', [41, 'c'])
      return work.now
    })
    expect(at).toBe(fresh.clock.at())
    expect(await fresh.reads.query('SELECT id, title, version FROM test_notes ORDER BY id')).toEqual([
      { id: 'a', title: 'A!', version: 1 },
      { id: 'c', title: 'c', version: 42 },
    ])
  })

  test('a refusal writes nothing', async () => {
    const refused = unitOfWork.run(async (work) => {
      work.insert(notesTable, note())
      await pause(1)
      throw new Error('refused')
    })
    await expect(refused).rejects.toThrow('refused')
    expect(await ids()).toEqual([])
  })

  test('a fault half-way through the writes writes nothing', async () => {
    await add('taken')
    const faulty = unitOfWork.run(async (work) => {
      work.insert(notesTable, note({ id: 'a', title: 'a' }))
      work.insert(journalTable)
      work.write('UPDATE test_notes SET version = ? WHERE id = ?', [-1, 'a'])
      work.insert(notesTable, note({ id: 'b', title: 'b' }))
    })
    await expect(faulty).rejects.toThrow()
    expect(await ids()).toEqual(['taken'])
  })

  test('one rollback takes nothing of those beside it', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        unitOfWork.run(async (work) => {
          await work.find(notesTable, { id: 'x' })
          work.insert(notesTable, note({ id: `n${index}`, title: `t${index}` }))
          await pause(index % 3)
          if (index % 2 === 1) throw new Error('odd')
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    expect(await ids()).toHaveLength(20)
    expect((await ids()).every((id) => Number(id.slice(1)) % 2 === 0)).toBe(true)
  })

  test('a body that swallows a failed read cannot commit the rest', async () => {
    const swallowing = unitOfWork.run(async (work) => {
      await work.query('SELECT id FROM nowhere', []).catch(() => undefined)
      work.insert(notesTable, note())
    })
    await expect(swallowing).rejects.toThrow(/nowhere|NO_SUCH_TABLE/)
    expect(await ids()).toEqual([])
  })

  describe('the guard', () => {
    test('a unit of work inside another fails loudly', async () => {
      await expect(unitOfWork.run(() => add('inner'))).rejects.toThrow('second unit of work')
      expect(await ids()).toEqual([])
    })

    test.each<[string, (work: Work) => Promise<unknown>]>([
      ['find', (work) => work.find(notesTable, {})],
      ['findOne', (work) => work.findOne(notesTable, { id: 'a' })],
      ['query', (work) => work.query('SELECT id FROM test_notes', [])],
    ])('%s after a write fails loudly', async (_what, read) => {
      const reading = unitOfWork.run(async (work) => {
        work.insert(notesTable, note())
        await read(work)
      })
      await expect(reading).rejects.toThrow('read after write')
      expect(await ids()).toEqual([])
    })

    test('the network inside fails loudly, and works outside', async () => {
      const calling = unitOfWork.run(async () => void (await fetch('http://127.0.0.1:9/')))
      await expect(calling).rejects.toThrow('fetch inside a unit of work')
      await expect(fetch('http://127.0.0.1:9/')).rejects.toThrow('fetch failed')
    })

    test('a board inside fails loudly', async () => {
      await expect(unitOfWork.run(async () => void (await ids()))).rejects.toThrow('board read inside')
    })

    test('what was left running cannot write afterwards, and may begin a work of its own', async () => {
      let late: Promise<unknown> = Promise.resolve()
      await unitOfWork.run(async (work) => {
        late = pause(20).then(async () => {
          await add('later')
          work.insert(notesTable, note())
        })
      })
      await expect(late).rejects.toThrow('has ended')
      expect(await ids()).toEqual(['later'])
    })

    test.each<[string, (work: Work) => unknown]>([
      ['two statements', (work) => work.write('DELETE FROM journal; DELETE FROM outbox', [])],
      ['a change of the schema', (work) => work.write('DROP TABLE journal', [])],
      ['a write that calls itself a read', (work) => work.query('DELETE FROM test_notes', [])],
      ['an object as a value', (work) => work.write('DELETE FROM test_notes WHERE id = ?', [{ id: 1 } as never])],
      ['a boolean as a value', (work) => work.query('SELECT 1 AS one FROM test_notes WHERE version = ?', [true as never])],
      ['a value too few', (work) => work.write('UPDATE test_notes SET body = ? WHERE id = ?', ['a'])],
      ['a value too many', (work) => work.write('DELETE FROM test_notes WHERE id = ?', ['a', 'b'])],
    ])('refuses %s', async (_what, act) => {
      await add('kept')
      await expect(unitOfWork.run(async (work) => void (await act(work)))).rejects.toThrow()
      expect(await ids()).toEqual(['kept'])
    })

    test('the read side cannot write', async () => {
      await add('kept')
      await expect(fresh.reads.query('DELETE FROM test_notes')).rejects.toThrow('read cannot run DELETE')
      await expect(fresh.database.readSource.query('DELETE FROM test_notes')).rejects.toThrow(/readonly|READ ONLY/i)
      expect(await ids()).toEqual(['kept'])
    })
  })

  describe('when somebody was faster', () => {
    test('a stale version writes nothing at all', async () => {
      await add('a')
      const stale = unitOfWork.run(async (work) => {
        work.insert(notesTable, note({ id: 'b', title: 'b' }))
        work.update(notesTable, note({ id: 'a', title: 'mine' }), { expectedVersion: 7 })
        work.insert(notesTable, note({ id: 'c', title: 'c' }))
      })
      await expect(stale).rejects.toThrow(LostRace)
      await expect(stale).rejects.toMatchObject({ code: 'request.conflict' })
      expect(await ids()).toEqual(['a'])
    })

    test('the work is tried anew on what is there now', async () => {
      await add('a')
      const other = await fresh.openAnother()
      const raise = (by: UnitOfWork): Promise<void> =>
        by.run(async (work) => {
          const found = await work.findOne(notesTable, { id: 'a' })
          await pause(1)
          if (found !== null) work.update(notesTable, found, { expectedVersion: found.version })
        })
      await Promise.all([raise(unitOfWork), raise(other.unitOfWork), raise(unitOfWork)])
      expect(await version()).toBe(4)
    })

    test('a lock makes the others wait instead', async () => {
      await add('a')
      const other = await fresh.openAnother()
      const raise = (by: UnitOfWork): Promise<void> =>
        by.run(async (work) => {
          const found = await work.findOne(notesTable, { id: 'a' }, { lock: true })
          if (found !== null) work.update(notesTable, found, { expectedVersion: found.version })
        })
      await Promise.all(Array.from({ length: 30 }, (_, index) => raise(index % 2 === 0 ? unitOfWork : other.unitOfWork)))
      expect(await version()).toBe(31)
    })

    test('a taken key is tried anew, and then reported without the value', async () => {
      await add('a')
      let attempts = 0
      const doubling = unitOfWork.run(async (work) => {
        attempts += 1
        work.insert(notesTable, note({ id: 'b', title: 'a' }))
      })
      await expect(doubling).rejects.toMatchObject({ kind: 'duplicate' })
      expect(attempts).toBe(4)
    })

    test('a row that is there may be left alone', async () => {
      await add('a')
      await unitOfWork.run(async (work) => {
        work.insertIfAbsent(notesTable, note({ id: 'a', title: 'other' }), note({ id: 'b', title: 'b' }))
      })
      expect(await fresh.reads.query('SELECT id, title FROM test_notes ORDER BY id')).toEqual([
        { id: 'a', title: 'a' },
        { id: 'b', title: 'b' },
      ])
    })

    test('an expected count that is missed writes nothing', async () => {
      await add('a')
      const missing = unitOfWork.run(async (work) => {
        work.write('UPDATE test_notes SET version = 5', [])
        work.write('DELETE FROM test_notes WHERE id = ?', ['nobody'], { expectedRows: 1 })
      })
      await expect(missing).rejects.toThrow(LostRace)
      expect(await version()).toBe(1)
    })

    test('an update that changes nothing still counts as done', async () => {
      await add('a')
      await unitOfWork.run(async (work) => {
        work.write('UPDATE test_notes SET version = 1 WHERE id = ?', ['a'], { expectedRows: 1 })
      })
    })
  })

  test('after settling it may read what it wrote, and all of it goes back together', async () => {
    const broken = unitOfWork.run(async (work) => {
      work.insert(notesTable, note())
      await settle(work)
      expect(await work.find(notesTable, {})).toHaveLength(1)
      throw new Error('in the end no')
    })
    await expect(broken).rejects.toThrow('in the end no')
    expect(await ids()).toEqual([])
  })

  test('records facts for the audit and for the reactions in one', async () => {
    await unitOfWork.run(async (work) => {
      work.record('P1', [{ type: 'ticket.withdrawn', ticketId: 'T1' }])
      work.record(null, [{ type: 'identity.account-created', subjectId: 'A1' }])
    })
    const journal = await unitOfWork.run((work) => work.find(journalTable, {}, { orderBy: { id: 'asc' } }))
    expect(journal).toMatchObject([
      { at: fresh.clock.at(), byPerson: 'P1', type: 'ticket.withdrawn', subjectId: 'T1', body: { ticketId: 'T1' } },
      { at: fresh.clock.at(), byPerson: null, type: 'identity.account-created', subjectId: 'A1' },
    ])
    const outbox = await unitOfWork.run((work) => work.find(outboxTable, {}, { orderBy: { id: 'asc' } }))
    expect(outbox.map(({ id }) => id)).toEqual(journal.map(({ id }) => id))
  })

  test('tells of a commit once it is there, and of a rollback never', async () => {
    const heard: unknown[] = []
    unitOfWork.onCommitted((committed) => heard.push(committed))
    await unitOfWork.run(async (work) => {
      work.schedule('T1', { kind: 'test.late', dueAt: 500 })
      work.schedule('T1', { kind: 'test.early', dueAt: 300 })
      work.record(null, [{ type: 'ticket.withdrawn', ticketId: 'T1' }])
      work.afterCommit(() => heard.push('nudged'))
      expect(heard).toEqual([])
    })
    await unitOfWork.run(async (work) => {
      work.afterCommit(() => heard.push('never'))
      work.schedule('T1', { kind: 'test.never', dueAt: 1 })
      throw new Error('no')
    }).catch(() => undefined)
    await unitOfWork.run((work) => work.find(notesTable, {}))
    expect(heard).toEqual(['nudged', { recordedFacts: 1, earliestTimerAt: 300 }])
  })

  test('closing waits for what is open, and lets nothing new in', async () => {
    const database = await fresh.openAnother()
    const slow = database.unitOfWork.run(async (work) => {
      await work.find(notesTable, {})
      await pause(30)
      work.insert(notesTable, note({ id: 'slow', title: 'slow' }))
    })
    await pause(10)
    await Promise.all([database.close(), slow])
    expect(await ids()).toEqual(['slow'])
    await expect(database.unitOfWork.run(async () => undefined)).rejects.toMatchObject({ code: 'server.busy' })
  })
})
