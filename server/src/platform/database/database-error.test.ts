import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { asDatabaseError, isPassing } from './database-error'

describe('a database error', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
  })
  afterEach(() => fresh.close())

  test('carries nothing of what was written, from a write or a read', async () => {
    const phone = '13800138000'
    const twice = [note({ title: phone }), note({ id: 'N2', title: phone })]
    const faults: (() => Promise<unknown>)[] = [
      () => fresh.unitOfWork.run(async (work) => work.insert(notesTable, ...twice)),
      () => fresh.unitOfWork.run(async (work) => work.write('UPDATE nowhere SET a = ?', [phone])),
      () => fresh.unitOfWork.run(async (work) => work.insert(notesTable, note({ body: phone, version: -1 }))),
      () => fresh.unitOfWork.run((work) => work.query('SELECT id FROM test_notes WHERE id = ? AND AND', [phone])),
      () => fresh.reads.query('SELECT id FROM test_notes WHERE id = ? AND AND', [phone]),
    ]
    for (const fault of faults) {
      const error = await fault().then(() => null, (caught: unknown) => caught)
      expect(error).toBeInstanceOf(Error)
      const told = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error)
      expect(told).not.toContain(phone)
      expect(told.length).toBeGreaterThan(20)
    }
  })

  test.each([
    ['ER_LOCK_DEADLOCK', 'work', 'contended', true],
    ['ER_LOCK_WAIT_TIMEOUT', 'work', 'contended', true],
    ['SQLITE_BUSY', 'work', 'contended', true],
    ['PROTOCOL_CONNECTION_LOST', 'work', 'lost', true],
    ['PROTOCOL_CONNECTION_LOST', 'commit', 'unknown-outcome', true],
    ['ER_DUP_ENTRY', 'work', 'duplicate', false],
    ['ER_PARSE_ERROR', 'work', 'other', false],
  ] as const)('%s during %s is %s', (code, phase, kind, passes) => {
    const error = asDatabaseError(Object.assign(new Error('text'), { code }), phase)
    expect(error).toMatchObject({ kind, code })
    expect(isPassing(error)).toBe(passes)
  })
})
