import { setTimeout as pause } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { journalTable } from '../journal/journal.table'
import { outboxTable } from '../outbox/outbox.table'
import { settle } from './settle'
import type { UnitOfWork } from './unit-of-work'

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
