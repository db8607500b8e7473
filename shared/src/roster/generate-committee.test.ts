import { dayOf, daysOfMonth, NATIONAL_YEARS } from '../calendar'
import type { CalendarDate } from '../kernel'
import type { GenerationResult, PlannedCell } from './generation'
import { generateMonth } from './generate-month'
import { china, inputOf, LIUSHU, postOf, seatsOn, villageOf } from './testing/generation-world'

const isWorkingDay = (on: CalendarDate): boolean => dayOf(NATIONAL_YEARS, on).kind === 'working-day'
type Test = (cell: PlannedCell) => boolean
const sum = (cells: readonly PlannedCell[], personId: string, isMeant: Test = () => true): number =>
  cells.filter((cell) => cell.personId === personId && isMeant(cell)).length
const notesOf = ({ notes }: GenerationResult, ...codes: readonly string[]): readonly unknown[] =>
  notes
    .filter(({ code }) => codes.includes(code))
    .map(({ code, days, seat, villageId }) => [code, villageId, seat, days])

describe('which days need whom', () => {
  it('February 2026: on its two make-up Saturdays somebody leads, in the nine days of Spring Festival one sits alone', () => {
    const { cells, notes } = generateMonth(inputOf('2026-02', [LIUSHU]))
    const withLead = daysOfMonth('2026-02').filter((on) => seatsOn(cells, 'liushu', on).lead !== undefined)
    expect(withLead).toEqual(daysOfMonth('2026-02').filter(isWorkingDay))
    expect(withLead).toEqual(expect.arrayContaining(['2026-02-14', '2026-02-28']))
    expect(withLead).toHaveLength(16)
    expect(cells.filter(({ seat }) => seat === 'member')).toHaveLength(28)
    expect(cells.filter(({ personId }) => personId === null)).toEqual([])
    expect(notes.map(({ code }) => code)).toEqual(['no-marked-villages', 'stationed-not-this-week'])
    const holiday = (cell: PlannedCell): boolean => cell.on >= '2026-02-15' && cell.on <= '2026-02-23'
    expect(['zhao', 'sun', 'wu'].map((personId) => sum(cells, personId, holiday))).toEqual([3, 3, 3])
    expect(['zhao', 'sun', 'wu'].map((personId) => sum(cells, personId, ({ on }) => !isWorkingDay(on)))).toEqual([4, 4, 4])
  })

  it('October 2026: seven days of National Day, and a make-up Saturday', () => {
    const { cells } = generateMonth(inputOf('2026-10', [LIUSHU]))
    const leads = cells.filter(({ seat }) => seat === 'lead').map(({ on }) => on)
    expect(leads).toEqual(daysOfMonth('2026-10').filter(isWorkingDay))
    expect(leads).toContain('2026-10-10')
    expect(leads.filter((on) => on < '2026-10-08')).toEqual([])
  })

  it('a year nobody knows the days off of is refused', () => {
    expect(() => generateMonth(inputOf('2031-03', [LIUSHU]))).toThrow(
      expect.objectContaining({ code: 'calendar.year-unknown', details: { year: 2031 } }),
    )
  })

  it('January needs nothing of a year before that nobody entered', () => {
    const calendar = NATIONAL_YEARS.filter(({ year }) => year === 2026)
    const past = [{ villageId: 'liushu', on: '2025-12-31', seat: 'member' as const, personId: 'zhao' }]
    const { cells } = generateMonth(inputOf('2026-01', [LIUSHU], { calendar, past }))
    expect(cells.filter(({ seat }) => seat === 'member')).toHaveLength(31)
  })
})

describe('who takes turns', () => {
  it('secretary and director lead, the three members sit; nobody does the other\'s part', () => {
    const { cells } = generateMonth(inputOf('2026-09', [LIUSHU]))
    const sitters = (seat: string): readonly (string | null)[] =>
      [...new Set(cells.filter((cell) => cell.seat === seat).map(({ personId }) => personId))].sort()
    expect(sitters('lead')).toEqual(['chen', 'li'])
    expect(sitters('member')).toEqual(['sun', 'wu', 'zhao'])
    expect(['zhao', 'sun', 'wu'].map((personId) => sum(cells, personId))).toEqual([10, 10, 10])
    expect(['li', 'chen'].map((personId) => sum(cells, personId))).toEqual([11, 11])
  })

  it('where there is a choice nobody sits on neighbouring days, over the end of a month, too', () => {
    const village = villageOf('v', { secretary: 'li', director: 'chen', members: ['a', 'b', 'c', 'd', 'e'] })
    const { cells } = generateMonth(inputOf('2026-07', [village]))
    const members = cells.filter(({ seat }) => seat === 'member').map(({ personId }) => personId)
    expect(members.filter((personId, index) => personId === members[index - 1])).toEqual([])
    // All three have sat once before; the first rest day of September is the 5th.
    const past = ['2026-08-31', '2026-08-28', '2026-08-27'].map((on, index): PlannedCell => (
      { villageId: 'liushu', on, seat: 'member', personId: ['sun', 'wu', 'zhao'][index] ?? null }))
    expect(seatsOn(generateMonth(inputOf('2026-09', [LIUSHU], { past })).cells, 'liushu', '2026-09-05').member).toBe('zhao')
  })

  it('one person who is secretary and director leads every working day', () => {
    const village = villageOf('v', { secretary: 'li', director: 'li', members: ['zhao', 'sun'] })
    const { cells, notes } = generateMonth(inputOf('2026-09', [village]))
    expect(sum(cells, 'li')).toBe(22)
    expect(cells.filter(({ seat }) => seat === 'lead').every(({ personId }) => personId === 'li')).toBe(true)
    expect(notes.filter(({ seat }) => seat !== 'stationed' && seat !== 'leader')).toEqual([])
  })

  it('a committee of three: the one member sits on working days, on rest days all three take turns', () => {
    const village = villageOf('v', { secretary: 'li', director: 'chen', members: ['zhao'] })
    const result = generateMonth(inputOf('2026-10', [village]))
    const restDays = ['li', 'chen', 'zhao'].map((personId) => sum(result.cells, personId, ({ on }) => !isWorkingDay(on)))
    expect(restDays.sort()).toEqual([4, 4, 5])
    expect(sum(result.cells, 'zhao', ({ on }) => isWorkingDay(on))).toBe(18)
    expect(notesOf(result, 'leads-share-rest-days', 'no-members', 'nobody-can-sit')).toEqual([
      ['leads-share-rest-days', 'v', 'member', []],
    ])
  })

  it('and so in the months after: what the others sat on rest days is not asked of them again', () => {
    const village = villageOf('v', { secretary: 'li', director: 'chen', members: ['zhao'] })
    const before = generateMonth(inputOf('2026-09', [village])).cells
    const both = [...before, ...generateMonth(inputOf('2026-10', [village], { past: before })).cells]
    const restDays = ['li', 'chen', 'zhao'].map((personId) => sum(both, personId, ({ on }) => !isWorkingDay(on)))
    expect(Math.max(...restDays) - Math.min(...restDays)).toBeLessThanOrEqual(1)
  })

  it('without any member secretary and director both come on working days, and take turns on the others', () => {
    const result = generateMonth(inputOf('2026-09', [villageOf('v', { secretary: 'li', director: 'chen' })]))
    expect(result.cells.every(({ personId }) => personId !== null)).toBe(true)
    expect(['li', 'chen'].map((personId) => sum(result.cells, personId, ({ on }) => isWorkingDay(on)))).toEqual([22, 22])
    expect(['li', 'chen'].map((personId) => sum(result.cells, personId, ({ on }) => !isWorkingDay(on)))).toEqual([4, 4])
    expect(notesOf(result, 'no-members', 'leads-share-rest-days')).toEqual([['no-members', 'v', 'member', []]])
  })

  it('one person alone for everything leads, and the member\'s seat is a hole on working days', () => {
    const result = generateMonth(inputOf('2026-09', [villageOf('v', { secretary: 'li', director: 'li' })]))
    const holes = result.cells.filter(({ personId }) => personId === null)
    expect(holes.map(({ seat, on }) => [seat, isWorkingDay(on)])).toEqual(holes.map(() => ['member', true]))
    expect(holes).toHaveLength(22)
    expect(notesOf(result, 'nobody-can-sit')[0]).toEqual(
      ['nobody-can-sit', 'v', 'member', ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04']],
    )
    expect(result.notes.find(({ code }) => code === 'nobody-can-sit')?.weight).toBe('hole')
  })

  it('a village with nobody at all has nothing but holes, said once', () => {
    const result = generateMonth(inputOf('2026-09', [villageOf('v', {})]))
    expect(result.cells.map(({ personId }) => personId)).toEqual(Array.from({ length: 52 }, () => null))
    expect(result.notes.map(({ code, days }) => [code, days])).toEqual([
      ['no-marked-villages', []], ['nobody-leads', []], ['no-members', []], ['nobody-can-sit', []], ['no-stationed-cadre', []],
    ])
  })

  it('when the single member is on leave the lead who does not lead takes his place', () => {
    const village = villageOf('v', { secretary: 'li', director: 'chen', members: ['zhao'] })
    const leaves = [{ personId: 'zhao', fromOn: '2026-09-08', toOn: '2026-09-09' }]
    const { cells } = generateMonth(inputOf('2026-09', [village], { leaves }))
    for (const on of ['2026-09-08', '2026-09-09']) {
      const { lead, member } = seatsOn(cells, 'v', on)
      expect([lead, member].sort()).toEqual(['chen', 'li'])
    }
    expect(seatsOn(cells, 'v', '2026-09-10').member).toBe('zhao')
  })

  it('a leave that was called off is none', () => {
    const calledOff = { personId: 'zhao', fromOn: '2026-09-01', toOn: '2026-09-30', cancelledAt: 1 }
    expect(generateMonth(inputOf('2026-09', [LIUSHU], { leaves: [calledOff] }))).toEqual(generateMonth(inputOf('2026-09', [LIUSHU])))
  })

  it('a short leave of one of two members takes nobody else\'s weekend; a long one does', () => {
    const village = villageOf('v', { secretary: 'li', director: 'chen', members: ['zhao', 'sun'] })
    const codes = (toOn: CalendarDate): readonly string[] =>
      generateMonth(inputOf('2026-09', [village], { leaves: [{ personId: 'zhao', fromOn: '2026-09-01', toOn }] })).notes
        .map(({ code }) => code)
    expect(codes('2026-09-13')).not.toContain('leads-share-rest-days')
    expect(codes('2026-09-20')).toContain('leads-share-rest-days')
  })
})

describe('leads who are not there', () => {
  const gap = [
    postOf('li', 'secretary', 'v', { toAt: china('2026-09-06 18:00') }),
    postOf('zhou', 'secretary', 'v', { fromAt: china('2026-09-20 18:00') }),
  ]
  const twoWeeks = daysOfMonth('2026-09').filter((on) => on > '2026-09-06' && on <= '2026-09-20')

  it('a village without a secretary for two weeks: the director leads all of them', () => {
    const { cells, notes } = generateMonth(inputOf('2026-09', [villageOf('v', { director: 'chen', members: ['a', 'b'] }, gap)]))
    const leads = cells.filter(({ seat, on }) => seat === 'lead' && twoWeeks.includes(on))
    expect([...new Set(leads.map(({ personId }) => personId))]).toEqual(['chen'])
    expect(notes.filter(({ seat }) => seat === 'lead')).toEqual([])
    expect(new Set(cells.filter(({ seat, on }) => seat === 'lead' && on > '2026-09-20').map(({ personId }) => personId)))
      .toEqual(new Set(['chen', 'zhou']))
  })

  it('and without a director: nobody leads, which is said once for all those days; the member sits', () => {
    const result = generateMonth(inputOf('2026-09', [villageOf('v', { members: ['a', 'b'] }, gap)]))
    const days = twoWeeks.filter(isWorkingDay)
    expect(days).toHaveLength(11)
    expect(result.cells.filter(({ personId }) => personId === null).map(({ seat, on }) => [seat, on]))
      .toEqual(days.map((on) => ['lead', on]))
    expect(notesOf(result, 'nobody-leads', 'leads-away')).toEqual([['nobody-leads', 'v', 'lead', days]])
  })

  it('leads in office who are on leave on the same days are another matter', () => {
    const leaves = ['li', 'chen'].map((personId) => ({ personId, fromOn: '2026-09-10', toOn: '2026-09-15' }))
    const result = generateMonth(inputOf('2026-09', [LIUSHU], { leaves }))
    // The weekend needs no lead, so Friday and Monday follow each other.
    expect(notesOf(result, 'nobody-leads', 'leads-away')).toEqual([
      ['leads-away', 'liushu', 'lead', ['2026-09-10', '2026-09-11', '2026-09-14', '2026-09-15']],
    ])
    expect(seatsOn(result.cells, 'liushu', '2026-09-10')).toEqual({ lead: null, member: expect.any(String) })
  })

  it('a post that begins at midnight gives no seat that day: the shift began the evening before', () => {
    const begins = (fromAt: number): string | null | undefined => {
      const village = villageOf('v', { members: ['a', 'b'] }, [postOf('zhou', 'secretary', 'v', { fromAt })])
      return seatsOn(generateMonth(inputOf('2026-09', [village])).cells, 'v', '2026-09-15').lead
    }
    expect(begins(china('2026-09-15'))).toBeNull()
    expect(begins(china('2026-09-14 18:00'))).toBe('zhou')
  })
})

describe('what is set by hand, and other villages', () => {
  it('fixed cells stay as they are and are paid for; a hole set by hand is left, without a note', () => {
    const days = daysOfMonth('2026-09').slice(0, 8)
    const fixed = [
      ...days.map((on) => ({ villageId: 'liushu', on, seat: 'member' as const, personId: 'zhao' })),
      { villageId: 'liushu', on: '2026-09-21', seat: 'lead' as const, personId: null },
    ]
    const result = generateMonth(inputOf('2026-09', [LIUSHU], { fixed }))
    expect(days.map((on) => seatsOn(result.cells, 'liushu', on).member)).toEqual(days.map(() => 'zhao'))
    expect(['zhao', 'sun', 'wu'].map((personId) => sum(result.cells, personId))).toEqual([10, 10, 10])
    expect(seatsOn(result.cells, 'liushu', '2026-09-21').lead).toBeNull()
    expect(result.notes.filter(({ weight }) => weight === 'hole')).toEqual([])
  })

  it('who is fixed in one village is not put into the other', () => {
    const other = villageOf('shiqiao', { secretary: 'he', members: ['zhao', 'qian', 'feng'] })
    const fixed = daysOfMonth('2026-09').map((on) => ({ villageId: 'shiqiao', on, seat: 'member' as const, personId: 'zhao' }))
    const { cells } = generateMonth(inputOf('2026-09', [LIUSHU, other], { fixed }))
    expect(sum(cells, 'zhao', ({ villageId }) => villageId === 'liushu')).toBe(0)
  })

  it('who leads two villages is left to the one that has nobody else', () => {
    const villages = [
      villageOf('has-two', { secretary: 'li', director: 'chen', members: ['a', 'b'] }),
      villageOf('has-one', { secretary: 'li', members: ['c', 'd'] }),
    ]
    const { cells, notes } = generateMonth(inputOf('2026-09', villages))
    expect(sum(cells, 'li', ({ villageId }) => villageId === 'has-one')).toBe(22)
    expect(sum(cells, 'chen')).toBe(22)
    expect(notes.filter(({ seat }) => seat === 'lead')).toEqual([])
  })

  it('where two villages have only him, each has him every other day', () => {
    const villages = ['x', 'y'].map((villageId) => villageOf(villageId, { secretary: 'li', members: [`${villageId}1`, `${villageId}2`] }))
    const { cells } = generateMonth(inputOf('2026-09', villages))
    expect(villages.map(({ villageId }) => sum(cells, 'li', (cell) => cell.villageId === villageId))).toEqual([11, 11])
  })

  it('cells come by village as given, by day, by seat', () => {
    const villages = [villageOf('z', { secretary: 'a', members: ['b', 'c'] }), villageOf('a', { secretary: 'd', members: ['e', 'f'] })]
    const { cells } = generateMonth(inputOf('2026-09', villages))
    expect(cells.slice(0, 3).map(({ villageId, on, seat }) => [villageId, on, seat])).toEqual([
      ['z', '2026-09-01', 'lead'], ['z', '2026-09-01', 'member'], ['z', '2026-09-02', 'lead'],
    ])
    expect(cells.at(-1)).toMatchObject({ villageId: 'a', on: '2026-09-30', seat: 'member' })
  })
})
