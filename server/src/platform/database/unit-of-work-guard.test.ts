import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { UlidIds } from '../ids/ids'
import { SqliteEngine } from './sqlite-engine'
import { UnitOfWork } from './unit-of-work'
import type { Work } from './work'

describe('the guard of the unit of work', () => {
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
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    await unitOfWork.run(async (work) => {
      late = ended.then(async () => {
        await add('later')
        work.insert(notesTable, note())
      })
    })
    end()
    await expect(late).rejects.toThrow('has ended')
    expect(await ids()).toEqual(['later'])
  })

  test('what hangs is given up, so that others get their turn', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiying-test-'))
    const engine = new SqliteEngine({ file: join(folder, 'data.db') })
    const impatient = new UnitOfWork(engine, fresh.clock, new UlidIds(), 50)
    await expect(impatient.run(() => new Promise(() => undefined))).rejects.toThrow('longer than 50 ms')
    expect(await impatient.run(async () => 'next')).toBe('next')
    await engine.close()
    rmSync(folder, { recursive: true })
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
