import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { CollectingWork } from './collecting-work'
import type { EngineTransaction } from './engine'
import { rowsByKey } from './reads'
import { SharedWork } from './shared-work'

describe('several jobs that read at once', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
    await fresh.unitOfWork.run(async (work) => {
      work.insert(notesTable, ...ids.map((id) => note({ id, title: id, version: id.length })))
    })
  })
  afterEach(() => fresh.close())

  const ids = ['A', 'BB', 'CC', 'DDD']

  /** Runs the jobs over one work, and says which queries went to the database, trip by trip. */
  async function over<T>(...jobs: ((work: SharedWork) => Promise<T>)[]): Promise<{ answers: T[]; trips: string[][] }> {
    const trips: string[][] = []
    const answers = await fresh.unitOfWork.run(async (work) => {
      if (!(work instanceof CollectingWork)) throw new Error('another work than expected')
      const transaction: EngineTransaction = Reflect.get(work, 'transaction')
      const readEach = transaction.readEach.bind(transaction)
      transaction.readEach = (queries) => {
        trips.push(queries.map(({ sql, params }) => `${sql.replace(/SELECT .* FROM/, 'FROM')} ${params.join()}`))
        return readEach(queries)
      }
      const shared = SharedWork.over(work)
      return Promise.all(jobs.map((job) => job(shared)))
    })
    return { answers, trips }
  }

  test('ask for the rows of one key each with one query, and each gets its own', async () => {
    const one = (id: string) => async (work: SharedWork) =>
      (await work.find(notesTable, { id: [id] }, { lock: true, orderBy: { id: 'asc' } })).map(({ title }) => title)
    const { answers, trips } = await over(one('DDD'), one('A'), one('none'), one('A'))
    expect(answers).toEqual([['DDD'], ['A'], [], ['A']])
    expect(trips).toHaveLength(1)
    expect(trips[0]).toHaveLength(1)
    expect(trips[0]?.[0]).toContain('DDD,A,none')
  })

  test('ask different things in one round trip, locks first, and equal things once', async () => {
    const whole = (work: SharedWork) =>
      work.query<{ n: number }>('SELECT COUNT(*) AS n FROM test_notes WHERE version > ?', [1])
    const { answers, trips } = await over<unknown>(
      whole,
      (work) => work.find(notesTable, { version: 2, isPublic: false }, { orderBy: { id: 'desc' }, limit: 1 }),
      (work) => work.findOne(notesTable, { id: 'BB' }, { lock: true }),
      whole,
      (work) => rowsByKey(work, 'SELECT title, id FROM test_notes WHERE id', 'CC'),
      async (work) => {
        const { those } = await work.findTogether({ those: { table: notesTable, where: { version: 2 } } })
        return those.map(({ id }) => id).sort()
      },
    )
    expect(trips).toHaveLength(1)
    expect(trips[0]).toHaveLength(5)
    expect(trips[0]?.[0]).toContain('BB')
    expect(answers[0]).toEqual([{ n: 3 }])
    expect(answers[0]).toEqual(answers[3])
    expect(answers[1]).toMatchObject([{ id: 'CC' }])
    expect(answers[2]).toMatchObject({ id: 'BB' })
    expect(answers[4]).toEqual([{ title: 'CC', id: 'CC' }])
    expect(answers[5]).toEqual(['BB', 'CC'])
  })

  test('ask on after an answer: another trip, and what is known already is not asked again', async () => {
    const chain = (id: string) => async (work: SharedWork) => {
      const first = await work.findOne(notesTable, { id })
      const again = await work.findOne(notesTable, { id })
      return [first?.id, again?.id, (await work.findOne(notesTable, { title: id }))?.id]
    }
    const { answers, trips } = await over(chain('A'), chain('BB'))
    expect(answers).toEqual([['A', 'A', 'A'], ['BB', 'BB', 'BB']])
    expect(trips.map((queries) => queries.length)).toEqual([1, 1])
  })

  test('all hear of it when a question is refused', async () => {
    await expect(over<unknown>(
      (work) => work.query('SELECT nothing FROM nowhere', []),
      (work) => work.findOne(notesTable, { id: 'A' }),
    )).rejects.toThrow()
  })
})
