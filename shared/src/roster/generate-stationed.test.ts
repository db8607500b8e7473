import type { CalendarDate } from '../kernel'
import { weekdayOf } from './duty-days'
import type { GenerationInput, GenerationResult, GenerationVillage } from './generation'
import { generateMonth } from './generate-month'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { china, inputOf, postOf, villageOf } from './testing/generation-world'

const six = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6']
const villagesOf = (ids: readonly string[]): readonly GenerationVillage[] =>
  ids.map((villageId) => villageOf(villageId, { stationed: 'gao' }))
type Changes = Partial<GenerationInput>
const make = (month: string, villages: readonly GenerationVillage[], changes: Changes = {}): GenerationResult =>
  generateMonth(inputOf(month, villages, changes))
const daysOf = ({ cells }: GenerationResult, villageId: string): readonly CalendarDate[] =>
  cells.filter((cell) => cell.villageId === villageId && cell.seat === 'stationed').map(({ on }) => on)
const weekdaysOf = (result: GenerationResult, villageId: string): readonly number[] =>
  [...new Set(daysOf(result, villageId).map(weekdayOf))]
const notesOf = ({ notes }: GenerationResult): readonly unknown[] =>
  notes.filter(({ seat }) => seat === 'stationed').map(({ code, villageId, days, personId }) => [code, villageId, days, personId])

describe('fixed days', () => {
  it('one village: every Wednesday', () => {
    const result = make('2026-07', villagesOf(['v1']))
    expect(daysOf(result, 'v1')).toEqual(['2026-07-01', '2026-07-08', '2026-07-15', '2026-07-22', '2026-07-29'])
    expect(notesOf(result)).toEqual([])
  })

  it('a day that was taken away by hand is not given back, nor made up for in that week', () => {
    const takenAway = [{ villageId: 'v1', on: '2026-07-08', seat: 'stationed' }] as const
    const result = make('2026-07', villagesOf(['v1']), { takenAway })
    expect(daysOf(result, 'v1')).toEqual(['2026-07-01', '2026-07-15', '2026-07-22', '2026-07-29'])
    expect(notesOf(result)).toEqual([])
  })

  it('four villages: four different weekdays, the policy\'s and the nearest to it, in the order of the villages', () => {
    const result = make('2026-07', villagesOf(six.slice(0, 4)))
    expect(six.slice(0, 4).map((villageId) => weekdaysOf(result, villageId))).toEqual([[3], [4], [2], [5]])
    expect(notesOf(result)).toEqual([])
  })

  it('the policy may name another day', () => {
    const terms = { ...DEFAULT_ROSTER_TERMS, stationedWeekday: 1 }
    const result = make('2026-07', villagesOf(six.slice(0, 3)), { terms })
    expect(six.slice(0, 3).map((villageId) => weekdaysOf(result, villageId))).toEqual([[1], [2], [3]])
  })

  it('six villages: five are served, the sixth is named', () => {
    const result = make('2026-07', villagesOf(six))
    expect(six.map((villageId) => daysOf(result, villageId).length > 0)).toEqual([true, true, true, true, true, false])
    expect(notesOf(result)).toEqual([['stationed-too-many-villages', 'v6', [], 'gao']])
  })

  it('villages he has one after the other are not too many', () => {
    const half = china('2026-07-16')
    const villages = [
      ...villagesOf(six.slice(0, 4)),
      villageOf('v5', {}, [postOf('gao', 'stationed-cadre', 'v5', { toAt: half })]),
      villageOf('v6', {}, [postOf('gao', 'stationed-cadre', 'v6', { fromAt: half })]),
    ]
    const result = make('2026-07', villages)
    expect(daysOf(result, 'v5').length).toBeGreaterThan(0)
    expect(daysOf(result, 'v6').length).toBeGreaterThan(0)
    expect(daysOf(result, 'v5').every((on) => on < '2026-07-16') && daysOf(result, 'v6').every((on) => on >= '2026-07-16')).toBe(true)
  })

  it('who had a weekday keeps it when a village comes before his in the list', () => {
    const past = make('2026-06', villagesOf(['v2', 'v3'])).cells
    const result = make('2026-07', villagesOf(['v1', 'v2', 'v3']), { past })
    expect(['v1', 'v2', 'v3'].map((villageId) => weekdaysOf(result, villageId))).toEqual([[2], [3], [4]])
  })

  it('a new policy is followed: one village gets its day, the others keep theirs', () => {
    const past = make('2026-06', villagesOf(['v1', 'v2'])).cells
    const terms = { ...DEFAULT_ROSTER_TERMS, stationedWeekday: 1 }
    const result = make('2026-07', villagesOf(['v1', 'v2']), { past, terms })
    expect(['v1', 'v2'].map((villageId) => weekdaysOf(result, villageId))).toEqual([[1], [4]])
    const alone = make('2026-07', villagesOf(['v1']), { past, terms })
    expect(weekdaysOf(alone, 'v1')).toEqual([1])
  })
})

describe('weeks that are not as usual', () => {
  it('October 2026: the Wednesday of National Day is moved to the first working day after it', () => {
    const result = make('2026-10', villagesOf(['v1']))
    expect(daysOf(result, 'v1')).toEqual(['2026-10-08', '2026-10-14', '2026-10-21', '2026-10-28'])
    expect(notesOf(result)).toEqual([['stationed-moved', 'v1', ['2026-10-08'], 'gao']])
  })

  it('and where he has several villages, each of the moved ones to a day of its own, the make-up Saturday too', () => {
    const result = make('2026-10', villagesOf(six.slice(0, 5)))
    // The week of 5 October has three working days: 8, 9 and, made up, Saturday 10. Thursday and Friday are fixed days.
    const week = result.cells.filter(({ seat, on }) => seat === 'stationed' && on >= '2026-10-05' && on <= '2026-10-11')
    expect(week.map(({ villageId, on }) => [villageId, on])).toEqual([
      ['v1', '2026-10-10'], ['v2', '2026-10-08'], ['v4', '2026-10-09'],
    ])
    const notes = result.notes.filter(({ days: [on = ''] }) => on >= '2026-10-05')
    expect(notes.map(({ code, villageId, days }) => [code, villageId, ...days])).toEqual([
      ['stationed-moved', 'v1', '2026-10-10'],
      ['stationed-not-this-week', 'v3', '2026-10-06'],
      ['stationed-not-this-week', 'v5', '2026-10-05'],
    ])
  })

  it('Spring Festival week has no working day: nobody comes, and it is said', () => {
    const result = make('2026-02', villagesOf(['v1']))
    expect(daysOf(result, 'v1')).toEqual(['2026-02-04', '2026-02-11', '2026-02-25'])
    expect(notesOf(result)).toEqual([['stationed-not-this-week', 'v1', ['2026-02-18'], 'gao']])
  })

  it('on leave on his day he comes on the nearest other, on leave all week he does not', () => {
    const leaves = [
      { personId: 'gao', fromOn: '2026-07-08', toOn: '2026-07-09' },
      { personId: 'gao', fromOn: '2026-07-20', toOn: '2026-07-26' },
    ]
    const result = make('2026-07', villagesOf(['v1']), { leaves })
    expect(daysOf(result, 'v1')).toEqual(['2026-07-01', '2026-07-07', '2026-07-15', '2026-07-29'])
    expect(notesOf(result)).toEqual([
      ['stationed-moved', 'v1', ['2026-07-07'], 'gao'],
      ['stationed-not-this-week', 'v1', ['2026-07-22'], 'gao'],
    ])
  })

  it('of two days as near he comes on the later', () => {
    const leaves = [{ personId: 'gao', fromOn: '2026-07-15', toOn: '2026-07-15' }]
    expect(daysOf(make('2026-07', villagesOf(['v1']), { leaves }), 'v1')).toContain('2026-07-16')
  })

  it('a week whose Wednesday lies in the next month is that month\'s', () => {
    // 2026-06-29 and 30 are Monday and Tuesday, 1 July the Wednesday of their week.
    expect(daysOf(make('2026-06', villagesOf(['v1'])), 'v1').at(-1)).toBe('2026-06-24')
    expect(daysOf(make('2026-07', villagesOf(['v1'])), 'v1')[0]).toBe('2026-07-01')
  })

  it('what is set by hand for a week stands for it', () => {
    const fixed = [{ villageId: 'v1', on: '2026-07-10', seat: 'stationed' as const, personId: 'gao' }]
    expect(daysOf(make('2026-07', villagesOf(['v1']), { fixed }), 'v1'))
      .toEqual(['2026-07-01', '2026-07-10', '2026-07-15', '2026-07-22', '2026-07-29'])
  })
})

describe('who is stationed', () => {
  it('nobody: said once for the month', () => {
    const result = make('2026-07', [villageOf('v1', {})])
    expect(daysOf(result, 'v1')).toEqual([])
    expect(notesOf(result)).toEqual([['no-stationed-cadre', 'v1', [], null]])
  })

  it('one goes and another comes: each his Wednesdays, the gap between them is named', () => {
    const village = villageOf('v1', {}, [
      postOf('gao', 'stationed-cadre', 'v1', { toAt: china('2026-07-09') }),
      postOf('tang', 'stationed-cadre', 'v1', { fromAt: china('2026-07-20') }),
    ])
    const result = make('2026-07', [village])
    expect(result.cells.filter(({ seat }) => seat === 'stationed').map(({ on, personId }) => [on, personId])).toEqual([
      ['2026-07-01', 'gao'], ['2026-07-08', 'gao'], ['2026-07-22', 'tang'], ['2026-07-29', 'tang'],
    ])
    expect(notesOf(result)).toEqual([['no-stationed-cadre', 'v1', ['2026-07-15'], null]])
  })

  it('in office only after Wednesday he comes on a later day of that week', () => {
    const village = villageOf('v1', {}, [postOf('tang', 'stationed-cadre', 'v1', { fromAt: china('2026-07-09') })])
    const result = make('2026-07', [village])
    expect(daysOf(result, 'v1')[0]).toBe('2026-07-09')
    expect(notesOf(result)).toContainEqual(['stationed-moved', 'v1', ['2026-07-09'], 'tang'])
  })

  it('two at the same time: the one who has been there longer', () => {
    const village = villageOf('v1', {}, [
      postOf('a-newer', 'stationed-cadre', 'v1', { fromAt: china('2026-01-01') }),
      postOf('older', 'stationed-cadre', 'v1', { fromAt: china('2025-01-01') }),
    ])
    const result = make('2026-07', [village])
    expect(new Set(result.cells.filter(({ seat }) => seat === 'stationed').map(({ personId }) => personId)))
      .toEqual(new Set(['older']))
    expect(notesOf(result)).toEqual([['several-stationed-cadres', 'v1', [], 'older']])
  })
})
