import fc from 'fast-check'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import type { Scalar } from './column'
import { literal, spelt } from './literal'

describe('a value as SQL spells it', () => {
  test.each<readonly [value: Scalar, text: string]>([
    ['村口', "'村口'"], ["it's", "'it\\'s'"], ['\\', "'\\\\'"], ['a\nb\r\t\b\x1a\0', "'a\\nb\\r\\t\\b\\Z\\0'"], ['"', `'\\"'`],
    [null, 'NULL'], [0, '0'], [-1.5, '-1.5'], [1_795_000_000_000, '1795000000000'],
  ])('%j', (value, text) => expect(literal(value)).toBe(text))

  test.each([NaN, Infinity, undefined, true, {}, ['a'], { toString: () => '1; DROP TABLE journal' }])('never %p', (value) => {
    expect(() => literal(value as Scalar)).toThrow(/must be a text/)
  })

  test('each in its own place, also those that hold a "?"', () => {
    expect(spelt('SELECT ?, ? FROM t WHERE a = ?', ['?', 1, "'?"])).toBe("SELECT '?', 1 FROM t WHERE a = '\\'?'")
    expect(spelt('SELECT 1', [])).toBe('SELECT 1')
    expect(() => spelt('SELECT ?', [])).toThrow(/more places/)
    expect(() => spelt('SELECT ?', [1, 2])).toThrow(/fewer places/)
  })
})

describe('what a person wrote', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
  })
  afterEach(() => fresh.close())

  test('comes back character by character, a NUL as U+FFFD, and is found by itself, whatever is in it', async () => {
    const hard = fc.array(fc.constantFrom("'", '"', '\\', '?', '%', '_', '`', ';', '--', '/*', '\0', '\n', '\r', '\x1a', '\b', '\t', '村', '😀', 'a'))
    const texts = fc.sample(fc.oneof(hard.map((all) => all.join('')), fc.string({ unit: 'grapheme' })), 300)
    const notes = texts.map((body, index) => note({ id: `N${index}`, title: `${index}`, body }))
    await fresh.unitOfWork.run(async (work) => work.insert(notesTable, ...notes))
    const found = await fresh.unitOfWork.run((work) => work.find(notesTable, {}))
    expect(new Map(found.map(({ id, body }) => [id, body]))).toEqual(new Map(notes.map(({ id, body }) => [id, body?.replaceAll('\0', '\uFFFD')])))
    for (const { id, body } of notes.slice(0, 20)) {
      const same = await fresh.unitOfWork.run((work) => work.find(notesTable, { id, body }))
      expect(same).toHaveLength(1)
    }
  })
})
