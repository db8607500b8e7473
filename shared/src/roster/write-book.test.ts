import type { PostKind, SeatedPost, Viewer } from '../identity'
import { BOOK_WORDS_LIMIT } from './book'
import type { DutySlot } from './duty-slot'
import { writeBook, type BookLine } from './write-book'

const VILLAGE = { id: 'v', subDistrictId: 's' }
const AT = Date.parse('2026-09-14T10:00:00+08:00')
const LINE: BookLine = { words: '王大爷问低保怎么办', result: '当场教他填了表', outcome: 'settled' }

const viewer = (kind: PostKind | null, villageId: string | null = 'v', subDistrictId = 's'): Viewer => ({
  accountId: 'a', personId: 'li',
  posts: kind === null ? [] : [{ id: 'p', personId: 'li', kind, unitId: villageId ?? subDistrictId, charge: null, fromAt: 0, toAt: null, villageId, subDistrictId } satisfies SeatedPost],
})
const slot = (changes: Partial<DutySlot> = {}): DutySlot => ({
  id: 'slot', subDistrictId: 's', villageId: 'v', month: '2026-09', on: '2026-09-14', seat: 'stationed', personId: 'li',
  fromAt: AT - 1000, toAt: AT + 1000, takeOverDueAt: AT + 10, takenOverAt: null, isOnSite: null, source: 'generated',
  publishedAt: 0, changedAt: null, version: 1, ...changes,
})
const write = (who: Viewer, slots: readonly DutySlot[] = [], line: Partial<BookLine> = {}) =>
  writeBook(who, VILLAGE, slots, { ...LINE, ...line }, 'entry', AT)

describe('a line of the book', () => {
  test('is of the day, of him and of the slot he sits in', () => {
    const { next, facts } = write(viewer('stationed-cadre'), [slot({ id: 'before', toAt: AT }), slot()])
    expect(next).toEqual({
      id: 'entry', subDistrictId: 's', villageId: 'v', on: '2026-09-14', personId: 'li', slotId: 'slot', ...LINE, at: AT,
    })
    expect(facts).toEqual([{ type: 'roster.book-written', subjectId: 'v' }])
  })

  test('whoever handles the village writes without sitting, too; of an absent one nobody says that he sat', () => {
    expect(write(viewer('director')).next.slotId).toBeNull()
    expect(write(viewer('director'), [slot({ takeOverDueAt: AT - 1 })]).next.slotId).toBeNull()
  })

  test('of the sub-district, and from other villages, who sits there today', () => {
    expect(write(viewer('leader', null), [slot({ seat: 'leader' })]).next.slotId).toBe('slot')
    expect(write(viewer('stationed-cadre', 'w'), [slot()]).next.slotId).toBe('slot')
    expect(() => write(viewer('leader', null))).toThrow('roster.not-sitting')
    expect(() => write(viewer('leader', null), [slot({ personId: 'another' })])).toThrow('roster.not-sitting')
  })

  test.each<[string, Viewer]>([
    ['a resident', viewer('resident')], ['the accountant', viewer('accountant')], ['another village', viewer('secretary', 'w')],
    ['another sub-district', viewer('staff', null, 'far')], ['nobody in particular', viewer(null)],
    ['nobody known', { ...viewer('secretary'), personId: null }],
  ])('%s finds no village', (_name, who) => {
    expect(() => write(who)).toThrow('identity.village-not-found')
  })

  test('says something, and not too much', () => {
    expect(() => write(viewer('director'), [], { words: ' ' })).toThrow('roster.note-missing')
    expect(() => write(viewer('director'), [], { result: '' })).toThrow('roster.note-missing')
    expect(write(viewer('director'), [], { result: ' ', outcome: 'to-meeting' }).next).toMatchObject({ result: '', outcome: 'to-meeting' })
    expect(() => write(viewer('director'), [], { words: '字'.repeat(BOOK_WORDS_LIMIT + 1) })).toThrow('roster.text-too-long')
    expect(write(viewer('director'), [], { words: `${'字'.repeat(BOOK_WORDS_LIMIT)} ` }).next.words).toHaveLength(BOOK_WORDS_LIMIT)
  })

  test('keeps no number that leads to a person', () => {
    const { next } = write(viewer('director'), [], { words: '他的电话 13912345678', result: '身份证110101199003071234' })
    expect(next).toMatchObject({ words: '他的电话 139****5678', result: '身份证1101****1234' })
  })
})
