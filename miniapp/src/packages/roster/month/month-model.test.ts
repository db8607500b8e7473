import type { CellRow, RosterMonthAnswer } from '@huiying/shared/roster'
import { assign, canBeUndone, clear, exchange, renewed, undoOf } from './cell-edits'
import {
  candidatesFor, countDuty, dutyWords, holesOf, mayEdit, personAt, personIdAt, readMonth, seatsShown, withChanges,
  type Spot,
} from './month-model'
import { newsIn, rivalsOf } from './month-news'
import { aMonth, changeRow } from './testing/a-month'

const model = () => readMonth(aMonth())
const at = (day: number, seat: Spot['seat'], village = 0): Spot => ({ village, day, seat })
const [LEAD, MEMBER] = ['lead', 'member'] as const

describe('reading', () => {
  test('rows of numbers become cells, holes and days on which nobody sits', () => {
    const month = model()
    expect(personAt(month, at(0, LEAD))?.name).toBe('周书记')
    expect(personIdAt(month, at(1, MEMBER))).toBeNull()
    expect(personIdAt(month, at(5, LEAD))).toBeUndefined()
    expect(holesOf(month, 0)).toBe(1)
    expect(holesOf(month, 1)).toBe(0)
  })

  test('counts days and rest days; two seats on one day are one day', () => {
    const counts = countDuty(model())
    expect(counts.get(0)).toEqual({ days: 2, restDays: 0 })
    expect(counts.get(2)).toEqual({ days: 2, restDays: 1 })
    expect(dutyWords(counts.get(2))).toBe('2 天，休息日 1 天')
    expect(dutyWords(undefined)).toBe('这个月没有班')
  })

  test('who may sit: members before the leads who can stand in; leaders come by their post', () => {
    expect(candidatesFor(model(), 0, LEAD)).toEqual([0, 1])
    expect(candidatesFor(model(), 0, MEMBER)).toEqual([2, 3, 0, 1])
    expect(candidatesFor(model(), 0, 'leader')).toEqual([5])
  })

  test('only marked villages have a line for leaders, unless one comes anyway', () => {
    expect(seatsShown(model(), 0)).toEqual(['lead', 'member', 'stationed', 'leader'])
    expect(seatsShown(model(), 1)).toEqual(['lead', 'member', 'stationed'])
  })

  test('a village lead edits the committee of his village and no visits', () => {
    const own = readMonth(aMonth({ editable: ['v1'] }))
    expect(mayEdit(own, at(0, MEMBER), false)).toBe(true)
    expect(mayEdit(own, at(0, 'stationed'), false)).toBe(false)
    expect(mayEdit(own, at(0, 'stationed'), true)).toBe(true)
    expect(mayEdit(own, at(0, MEMBER, 1), true)).toBe(false)
  })
})

describe('editing', () => {
  test('two people change places, and the counts go along', () => {
    const month = model()
    const changes = exchange(month, at(0, LEAD), at(1, LEAD))
    expect(changes).toEqual([
      { villageId: 'v1', on: '2026-11-02', seat: LEAD, seenPersonId: 'zhou', personId: 'wu' },
      { villageId: 'v1', on: '2026-11-03', seat: LEAD, seenPersonId: 'wu', personId: 'zhou' },
    ])
    const after = withChanges(month, changes ?? [])
    expect(personAt(after, at(0, LEAD))?.name).toBe('吴主任')
    expect(personAt(after, at(1, LEAD))?.name).toBe('周书记')
    expect(after.rows[1]).toBe(month.rows[1])
    expect(after.rows[0]?.[1]).toBe(month.rows[0]?.[1])
  })

  test('a member cannot change places with a lead, nor with another village', () => {
    expect(exchange(model(), at(0, MEMBER), at(0, LEAD))).toBeNull()
    expect(exchange(model(), at(0, MEMBER), at(0, MEMBER, 1))).toBeNull()
  })

  test('dropping somebody on a hole moves him there and leaves a hole behind', () => {
    const after = withChanges(model(), exchange(model(), at(0, MEMBER), at(1, MEMBER)) ?? [])
    expect(personIdAt(after, at(0, MEMBER))).toBeNull()
    expect(personIdAt(after, at(1, MEMBER))).toBe('zheng')
  })

  test('a visit moves to a day without one; a village seat does not come into being', () => {
    const changes = exchange(model(), at(2, 'stationed'), at(3, 'stationed'))
    expect(changes).toEqual([
      { villageId: 'v1', on: '2026-11-04', seat: 'stationed', seenPersonId: 'bao' },
      { villageId: 'v1', on: '2026-11-05', seat: 'stationed', personId: 'bao' },
    ])
    expect(JSON.stringify(changes)).not.toContain('undefined')
    expect(exchange(model(), at(0, LEAD), at(5, LEAD))).toBeNull()
  })

  test('nothing is sent for what already stands there', () => {
    expect(assign(model(), at(0, LEAD), 'zhou')).toBeNull()
    expect(clear(model(), at(3, 'stationed'))).toBeNull()
  })

  test('clearing leaves a hole in a village seat and takes a visit away', () => {
    expect(clear(model(), at(0, MEMBER))?.[0]).toMatchObject({ seenPersonId: 'zheng', personId: null })
    expect(clear(model(), at(2, 'stationed'))?.[0]).not.toHaveProperty('personId')
  })

  test('undoing brings back exactly what was there, also a moved visit', () => {
    const month = model()
    for (const changes of [exchange(month, at(0, LEAD), at(1, LEAD)), exchange(month, at(2, 'stationed'), at(3, 'stationed'))]) {
      const back = withChanges(withChanges(month, changes ?? []), undoOf(changes ?? []))
      for (const day of [0, 1, 2, 3]) {
        for (const seat of ['lead', 'member', 'stationed'] as const) {
          expect(personIdAt(back, at(day, seat))).toBe(personIdAt(month, at(day, seat)))
        }
      }
    }
  })

  test('a seat that did not exist cannot be taken away again', () => {
    expect(canBeUndone(assign(model(), at(5, LEAD), 'zhou') ?? [])).toBe(false)
    expect(canBeUndone(assign(model(), at(3, 'stationed'), 'bao') ?? [])).toBe(true)
  })

  test('after publishing, a changed cell is marked as such', () => {
    const published = readMonth(aMonth({ status: 'published' }))
    const after = withChanges(published, assign(published, at(0, LEAD), 'wu') ?? [])
    expect((after.rows[0]?.[0]?.[0]?.flags ?? 0) & 1).toBe(1)
  })
})

describe('others', () => {
  const other = (changes: Partial<RosterMonthAnswer> = {}) => aMonth({ revision: 8, ...changes })

  test('one sees what others changed, the last of each cell, and not what already stands there', () => {
    const month = model()
    const news = newsIn([
      changeRow({ revision: 8, after: 'wu', before: 'zheng' }),
      changeRow({ revision: 7, after: 'zheng', before: 'zhou' }),
      changeRow({ revision: 6, on: '2026-11-03', after: 'wu', before: 'zhou' }),
    ], month)
    expect([...news.keys()]).toEqual(['v1|2026-11-02|lead'])
    expect([...news.values()][0]?.after?.personId).toBe('wu')
  })

  test('my wish is put anew upon whoever stands there now', () => {
    const wanted = assign(model(), at(0, MEMBER), 'wang') ?? []
    const isMember = ([village, day, seat]: CellRow) => village === 0 && day === 0 && seat === 1
    const cells = aMonth().cells.map((row) => (isMember(row) ? ([0, 0, 1, 1, 0] as const) : row))
    const now = readMonth(other({ cells }))
    expect(renewed(now, wanted)).toEqual([
      { villageId: 'v1', on: '2026-11-02', seat: MEMBER, seenPersonId: 'wu', personId: 'wang' },
    ])
    expect(rivalsOf(wanted, [changeRow({ seat: MEMBER }), changeRow({ seat: LEAD })])).toHaveLength(1)
  })

  test('where the other did the same, nothing is left to be done', () => {
    const wanted = assign(model(), at(0, LEAD), 'wu') ?? []
    expect(renewed(withChanges(model(), wanted), wanted)).toEqual([])
  })
})
