import { DAY_MS, DomainError } from '@huiying/shared/kernel'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { RecordingLog } from '../../../test/support/recording-log'
import { runWithRequest } from '../../../test/support/run-with-request'
import type { UnitOfWork } from '../database/unit-of-work'
import { idempotencyKeyPurge, purgeIdempotencyKeys } from './purge-idempotency-keys'
import { currentRequest, type KeyedRequest } from './request-context'

describe('an idempotency key', () => {
  let fresh: FreshDatabase
  let runs = 0
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
    runs = 0
  })
  afterEach(() => fresh.close())

  const request = (change: Partial<KeyedRequest> = {}): KeyedRequest => ({
    accountId: 'A1', idempotencyKey: 'key-1', route: 'POST /notes', bodyHash: 'hash-1', ...change,
  })
  const write = (unitOfWork: UnitOfWork = fresh.unitOfWork): Promise<{ id: string; at: number }> =>
    unitOfWork.run(async (work) => {
      await work.find(notesTable, {})
      const id = `note-${(runs += 1)}`
      work.insert(notesTable, note({ id, title: id }))
      return { id, at: work.now }
    })
  const stored = async (): Promise<number> =>
    (await fresh.reads.query<{ n: number }>('SELECT COUNT(*) AS n FROM test_notes'))[0]?.n ?? -1

  test('the second time gets the first answer, and nothing is done', async () => {
    const first = await runWithRequest(request(), () => write())
    fresh.clock.advance(5000)
    const again = await runWithRequest(request(), async () => {
      const answer = await write()
      expect(currentRequest()?.isReplayed).toBe(true)
      return answer
    })
    expect(again).toEqual(first)
    expect(runs).toBe(1)
    expect(await stored()).toBe(1)
  })

  test('many at once through two servers act once and all get the same answer', async () => {
    const other = await fresh.openAnother()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        runWithRequest(request(), () => write(index % 2 === 0 ? fresh.unitOfWork : other.unitOfWork)),
      ),
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await stored()).toBe(1)
  })

  test.each([
    ['another body', { bodyHash: 'hash-2' }],
    ['another route', { route: 'POST /others' }],
  ])('%s under the same key is refused', async (_what, change) => {
    await runWithRequest(request(), () => write())
    await expect(runWithRequest(request(change), () => write())).rejects.toMatchObject({ code: 'request.key-reused' })
    expect(await stored()).toBe(1)
  })

  test('is one person’s own, and counts byte by byte', async () => {
    await runWithRequest(request(), () => write())
    await runWithRequest(request({ accountId: 'A2' }), () => write())
    await runWithRequest(request({ idempotencyKey: 'KEY-1' }), () => write())
    expect(await stored()).toBe(3)
  })

  test('without a key each one acts', async () => {
    await runWithRequest(request({ idempotencyKey: null }), () => write())
    await runWithRequest(request({ idempotencyKey: null }), () => write())
    expect(await stored()).toBe(2)
  })

  test('a refusal is not kept: the next attempt is decided anew', async () => {
    const refuse = (): Promise<void> =>
      fresh.unitOfWork.run(async () => { throw new DomainError('ticket.text-missing') })
    await expect(runWithRequest(request(), refuse)).rejects.toMatchObject({ code: 'ticket.text-missing' })
    await runWithRequest(request(), () => write())
    expect(await stored()).toBe(1)
  })

  test('a body that returns nothing answers nothing again', async () => {
    const act = (): Promise<void> => fresh.unitOfWork.run(async (work) => work.insert(notesTable, note()))
    await runWithRequest(request(), act)
    expect(await runWithRequest(request(), act)).toBeUndefined()
    expect(await stored()).toBe(1)
  })

  test('units of work that only read, before and after, are not taken for the answer', async () => {
    const act = async (): Promise<unknown> => {
      const before = await fresh.unitOfWork.run(async (work) => (await work.find(notesTable, {})).length)
      const { id } = await write()
      const after = await fresh.unitOfWork.run(async (work) => (await work.find(notesTable, { id })).length)
      return { before, id, after }
    }
    expect(await runWithRequest(request(), act)).toEqual({ before: 0, id: 'note-1', after: 1 })
    expect(await runWithRequest(request(), act)).toEqual({ before: 1, id: 'note-1', after: 1 })
  })

  test('a second unit of work that writes fails loudly: a replay would run it twice', async () => {
    const twice = runWithRequest(request(), async () => {
      await write()
      await write()
    })
    await expect(twice).rejects.toThrow('one unit of work that writes')
    expect(await stored()).toBe(1)
  })

  test('is forgotten after a week', async () => {
    await runWithRequest(request(), () => write())
    fresh.clock.advance(7 * DAY_MS)
    await purgeIdempotencyKeys(fresh.unitOfWork)
    expect(await fresh.reads.query('SELECT key_ FROM idempotency_keys')).toHaveLength(1)
    fresh.clock.advance(1)
    const worker = idempotencyKeyPurge(fresh.unitOfWork, fresh.clock, new RecordingLog())
    worker.start()
    await worker.stop()
    expect(await fresh.reads.query('SELECT key_ FROM idempotency_keys')).toEqual([])
  })
})
