import fc from 'fast-check'
import { dayOf, daysOfMonth, NATIONAL_YEARS, type DayKind } from '../calendar'
import type { CalendarDate } from '../kernel'
import type { GenerationVillage, PlannedCell } from './generation'
import { generateMonth } from './generate-month'
import { china, inputOf, leaveFrom, names, postOf, villageOf } from './testing/generation-world'

const kindOf = (on: CalendarDate): DayKind => dayOf(NATIONAL_YEARS, on).kind
const isRestDay = (on: CalendarDate): boolean => kindOf(on) !== 'working-day'

const month2026 = fc.integer({ min: 4, max: 12 }).map((number) => `2026-${String(number).padStart(2, '0')}`)

/** Days of the month and of the three before it, as numbers from their first. */
const dayIndex = fc.integer({ min: 0, max: 122 })
const firstDayOf = (month: string): CalendarDate => `2026-${String(Number(month.slice(5)) - 3).padStart(2, '0')}-01`

describe('fair among equals', () => {
  it('who is there all the time differs by a day, a rest day and a public holiday at most, whoever else is not', () => {
    fc.assert(fc.property(
      month2026, fc.integer({ min: 2, max: 8 }), fc.integer({ min: 0, max: 3 }), fc.boolean(),
      fc.array(fc.tuple(dayIndex, fc.integer({ min: 0, max: 20 })), { minLength: 3, maxLength: 3 }),
      (month, equal, others, isOneLead, away) => {
        const equals = names('equal', equal)
        const rest = names('other', others)
        const leads = isOneLead ? { secretary: 'lead0', director: 'lead0' } : { secretary: 'lead0', director: 'lead1' }
        const village = villageOf('v', { ...leads, members: [...equals, ...rest] })
        const leaves = rest.map((personId, n) => leaveFrom(firstDayOf(month), personId, away[n] ?? [0, 0]))
        const { cells } = generateMonth(inputOf(month, [village], { leaves }))
        expectEven(cells, equals)
        expectEven(cells, ['lead0', leads.director])
      },
    ), { numRuns: 150 })
  })

  it('secretary and director come out even where one of them stands in for a member, too', () => {
    const leave = fc.tuple(dayIndex, fc.integer({ min: 0, max: 9 }))
    const leaves = fc.array(leave, { maxLength: 8 })
    fc.assert(fc.property(month2026, leaves, fc.integer({ min: 0, max: 1 }), (month, away, count) => {
      const village = villageOf('v', { secretary: 's', director: 'd', members: names('m', count) })
      const all = away.map((one) => leaveFrom(firstDayOf(month), 'm0', one))
      expectEven(generateMonth(inputOf(month, [village], { leaves: all })).cells, ['s', 'd'])
    }), { numRuns: 60 })
  })

  it('over a month and the three before it, too: who got one more gets one less', () => {
    fc.assert(fc.property(month2026, fc.integer({ min: 2, max: 7 }), (month, count) => {
      const members = names('m', count)
      const village = villageOf('v', { secretary: 's', director: 'd', members })
      const cells = monthsUpTo(month, [village])
      expectEven(cells.filter(({ seat }) => seat === 'member'), members, ['days', 'restDays'])
      expectEven(cells.filter(({ seat }) => seat === 'lead'), ['s', 'd'], ['days'])
    }), { numRuns: 40 })
  })

  it('a past that was uneven is made good for, as far as a month reaches', () => {
    // The days of July to September that are not a's go to b and c.
    const past = ['2026-07', '2026-08', '2026-09'].flatMap((month) => daysOfMonth(month))
      .filter((on) => !isRestDay(on))
      .map((on, index): PlannedCell => ({
        villageId: 'v', on, seat: 'member', personId: (index < 12 ? ['b', 'c'][index % 2] : ['a', 'b', 'c'][index % 3]) ?? null,
      }))
    const village = villageOf('v', { secretary: 's', director: 'd', members: ['a', 'b', 'c'] })
    const { cells } = generateMonth(inputOf('2026-10', [village], { past }))
    const counts = ['a', 'b', 'c'].map((personId) => countsOf([...past, ...cells], personId).days)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    expect(countsOf(cells, 'a').days).toBeGreaterThanOrEqual(countsOf(cells, 'b').days + 5)
  })

  it('a past that counts is the last three months: what lies before is forgiven', () => {
    const past = daysOfMonth('2026-06').map((on): PlannedCell => ({ villageId: 'v', on, seat: 'member', personId: 'a' }))
    const village = villageOf('v', { secretary: 's', director: 'd', members: ['a', 'b', 'c'] })
    expect(generateMonth(inputOf('2026-10', [village], { past }))).toEqual(generateMonth(inputOf('2026-10', [village])))
    expect(generateMonth(inputOf('2026-09', [village], { past }))).not.toEqual(generateMonth(inputOf('2026-09', [village])))
  })
})

describe('leave and posts neither punish nor favour', () => {
  const members = ['a', 'b', 'c']

  it('who comes back from three weeks of leave sits his part of the days since, and no more', () => {
    const village = villageOf('v', { secretary: 's', director: 'd', members })
    const leaves = [{ personId: 'a', fromOn: '2026-07-01', toOn: '2026-07-21' }]
    const { cells } = generateMonth(inputOf('2026-07', [village], { leaves }))
    const since = cells.filter(({ on, seat }) => on > '2026-07-21' && seat === 'member')
    expect(countsOf(cells, 'a').days).toBeGreaterThanOrEqual(Math.floor(since.length / 3))
    expect(countsOf(cells, 'a').days).toBeLessThanOrEqual(Math.ceil(since.length / 3) + 1)
  })

  it('a day on which somebody else came in the members\' place is owed to none of them', () => {
    const past = daysOfMonth('2026-09').map((on): PlannedCell => ({ villageId: 'v', on, seat: 'member', personId: 'guest' }))
    const fromAt = china('2026-09-30 18:00')
    const village = villageOf('v', { secretary: 's', director: 'd', members: ['a', 'b'] }, [
      postOf('c', 'committee-member', 'v', { fromAt }),
    ])
    expectEven(generateMonth(inputOf('2026-10', [village], { past })).cells, members)
  })

  it('a holiday sat in one month is remembered at the holidays of the next', () => {
    const past = [
      { villageId: 'v', on: '2026-05-01', seat: 'member' as const, personId: 'a' },
      { villageId: 'v', on: '2026-05-30', seat: 'member' as const, personId: 'b' },
    ]
    const village = villageOf('v', { secretary: 's', director: 'd', members: ['a', 'b'] })
    const { cells } = generateMonth(inputOf('2026-06', [village], { past }))
    expect(['a', 'b'].map((personId) => countsOf(cells, personId).holidays)).toEqual([1, 2])
  })

  it('who is new in office owes nothing for the months he was not there', () => {
    const before = villageOf('v', { secretary: 's', director: 'd', members: ['a', 'b'] })
    const past = monthsUpTo('2026-09', [before])
    const after = villageOf('v', { secretary: 's', director: 'd', members: ['a', 'b'] }, [
      postOf('c', 'committee-member', 'v', { fromAt: china('2026-09-30 18:00') }),
    ])
    const { cells } = generateMonth(inputOf('2026-10', [after], { past }))
    const days = members.map((personId) => countsOf(cells, personId).days)
    expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(2)
    expect(days[2]).toBeGreaterThanOrEqual(9)
  })
})

/** The month and the three before it, each made with those before it as its past. */
function monthsUpTo(month: string, villages: readonly GenerationVillage[]): readonly PlannedCell[] {
  const last = Number(month.slice(5))
  return [last - 3, last - 2, last - 1, last].reduce<readonly PlannedCell[]>((past, number) => [
    ...past,
    ...generateMonth(inputOf(`2026-${String(number).padStart(2, '0')}`, villages, { past })).cells,
  ], [])
}

interface Counts {
  readonly days: number
  readonly restDays: number
  readonly holidays: number
}

function countsOf(cells: readonly PlannedCell[], personId: string): Counts {
  const own = cells.filter((cell) => cell.personId === personId).map(({ on }) => kindOf(on))
  return {
    days: own.length,
    restDays: own.filter((kind) => kind !== 'working-day').length,
    holidays: own.filter((kind) => kind === 'public-holiday').length,
  }
}

function expectEven(
  cells: readonly PlannedCell[],
  people: readonly string[],
  what: readonly (keyof Counts)[] = ['days', 'restDays', 'holidays'],
): void {
  for (const key of what) {
    const counts = people.map((personId) => countsOf(cells, personId)[key])
    const isEven = Math.max(...counts) - Math.min(...counts) <= 1
    expect([key, counts, isEven]).toEqual([key, counts, true])
  }
}
