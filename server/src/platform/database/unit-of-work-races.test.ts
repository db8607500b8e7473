import { setTimeout as pause } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { LostRace } from './database-error'
import type { UnitOfWork } from './unit-of-work'

describe('a unit of work, when somebody was faster', () => {
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
    const servers = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? unitOfWork : other.unitOfWork))
    await Promise.all(servers.map(raise))
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
