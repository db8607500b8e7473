import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, type Note, notesTable } from '../../../test/support/notes.table'

describe('a table', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
  })
  afterEach(() => fresh.close())

  const store = (...notes: Note[]): Promise<void> =>
    fresh.unitOfWork.run(async (work) => work.insert(notesTable, ...notes))
  const load = (id: string): Promise<Note | null> => fresh.unitOfWork.run((work) => work.findOne(notesTable, { id }))

  test('gives every kind of value back as it was', async () => {
    const full = note({
      id: 'full', status: 'closed', title: '下水道堵了 😀𠮷', closedAt: 0, closedOn: '2026-09-14', isPublic: true,
      body: `'; DROP TABLE journal; -- <script>alert("?")</script> \\ \\' \n\t %_`,
      marks: { depth: 1.5, colours: ['红', "'?'", 'z', 'a'] },
      version: 2_147_483_647, writtenAt: Number.MAX_SAFE_INTEGER,
    })
    const bare = note({ id: 'bare' })
    await store(full, bare)
    expect(await load('full')).toEqual(full)
    expect(await load('bare')).toEqual(bare)
    expect(JSON.stringify((await load('full'))?.marks)).toBe(JSON.stringify(full.marks))
  })

  test('keeps the order of JSON keys, which a hash may rest on', async () => {
    await store(note({ marks: { depth: 1, colours: [] } }))
    const [raw] = await fresh.reads.query<{ marks: string }>('SELECT marks FROM test_notes')
    expect(raw?.marks).toBe('{"depth":1,"colours":[]}')
  })

  test('keeps the rest of a text that has a NUL in it', async () => {
    await store(note({ body: 'before\0after' }))
    expect((await load('N1'))?.body).toBe('before\uFFFDafter')
  })

  const refused: readonly (readonly [string, object])[] = [
    ['a text too long', { title: '一二三四五六七八九十一二三四五六七八九十一' }],
    ['an undefined', { title: undefined }],
    ['a null where none may be', { title: null }],
    ['a fraction', { version: 1.5 }],
    ['a number too large', { version: 2 ** 31 }],
    ['not a number', { writtenAt: Number.NaN }],
    ['a number for a boolean', { isPublic: 1 }],
    ['an object for a text', { title: { toString: () => 'x' } }],
  ]
  test.each(refused)('refuses %s, and writes nothing', async (_what, fault) => {
    const faulty = { ...note({ id: 'N2', title: 'two' }), ...fault } as Note
    await expect(store(note(), faulty)).rejects.toThrow('test_notes.')
    expect(await fresh.reads.query('SELECT id FROM test_notes')).toEqual([])
  })

  test('counts the length as people do: an emoji is one', async () => {
    await store(note({ title: '😀'.repeat(20) }))
    expect((await load('N1'))?.title).toBe('😀'.repeat(20))
  })

  test('a check of the database holds', async () => {
    await expect(store(note({ version: -1 }))).rejects.toThrow(/CHECK|CONSTRAINT/)
  })

  describe('finding', () => {
    const find = (where: object): Promise<string[]> =>
      fresh.unitOfWork.run(async (work) =>
        (await work.find(notesTable, where, { orderBy: { id: 'asc' } })).map(({ id }) => id),
      )
    beforeEach(() =>
      store(
        note({ id: 'a', title: 'a', closedAt: null }),
        note({ id: 'b', title: 'b', closedAt: 5, isPublic: true }),
        note({ id: 'c', title: 'c', closedAt: 6 }),
      ),
    )

    test('null means "has none"', async () => expect(await find({ closedAt: null })).toEqual(['a']))
    test('an array means "one of"', async () => expect(await find({ id: ['a', 'c', 'x'] })).toEqual(['a', 'c']))
    test('one of nothing is nothing', async () => expect(await find({ id: [] })).toEqual([]))
    test('conditions add up', async () => expect(await find({ isPublic: true, closedAt: 5 })).toEqual(['b']))
    test('no condition is every row', async () => expect(await find({})).toEqual(['a', 'b', 'c']))
    test('capitals count in an id', async () => expect(await find({ id: 'A' })).toEqual([]))
    test('an id longer than any is not found', async () => expect(await find({ id: 'a'.repeat(5000) })).toEqual([]))
    test('an id with a NUL is not found', async () => expect(await find({ id: 'a\0' })).toEqual([]))

    test.each([
      ['undefined', { id: undefined }],
      ['null in a column that has none', { id: null }],
      ['null among values', { closedAt: [5, null] }],
      ['JSON', { marks: {} }],
      ['a property that is none', { colour: 'red' }],
      ['an object for a text', { id: { length: 1 } }],
    ])('%s fails loudly', async (_what, where) => {
      await expect(find(where)).rejects.toThrow()
    })

    test('in order and so many', async () => {
      const rows = await fresh.unitOfWork.run((work) =>
        work.find(notesTable, {}, { orderBy: { isPublic: 'desc', id: 'desc' }, limit: 2 }),
      )
      expect(rows.map(({ id }) => id)).toEqual(['b', 'c'])
    })
  })

  test('more rows than one statement holds', async () => {
    const notes = Array.from({ length: 7001 }, (_, index) => note({ id: `n${index}`, title: `t${index}` }))
    await store(...notes)
    const [counted] = await fresh.reads.query<{ n: number; s: number }>('SELECT COUNT(*) AS n, SUM(version) AS s FROM test_notes')
    expect(counted).toEqual({ n: 7001, s: 7001 })
  })
})
