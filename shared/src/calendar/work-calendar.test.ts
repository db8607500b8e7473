import { addDays, chinaClockFace, startOfChinaDay, type CalendarDate } from '../kernel'
import { NATIONAL_YEARS } from './national-years'
import { dayOf, daysOfMonth, type CalendarYear, type DayKind } from './work-calendar'

const kindOf = (on: CalendarDate): DayKind => dayOf(NATIONAL_YEARS, on).kind
const weekdayOf = (on: CalendarDate): number => chinaClockFace(startOfChinaDay(on)).weekday
const isWeekend = (on: CalendarDate): boolean => weekdayOf(on) === 0 || weekdayOf(on) === 6

function daysOfYear(year: number): readonly CalendarDate[] {
  return Array.from({ length: 12 }, (_, index) => daysOfMonth(`${year}-${String(index + 1).padStart(2, '0')}`)).flat()
}

function daysBetween(fromOn: CalendarDate, toOn: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = []
  for (let on = fromOn; on <= toOn; on = addDays(on, 1)) days.push(on)
  return days
}

describe('2026, by the notice of 2025-11-04', () => {
  it.each([
    ['元旦', '2026-01-01', '2026-01-03', 3],
    ['春节', '2026-02-15', '2026-02-23', 9],
    ['清明节', '2026-04-04', '2026-04-06', 3],
    ['劳动节', '2026-05-01', '2026-05-05', 5],
    ['端午节', '2026-06-19', '2026-06-21', 3],
    ['中秋节', '2026-09-25', '2026-09-27', 3],
    ['国庆节', '2026-10-01', '2026-10-07', 7],
  ])('%s from %s to %s, and not a day before or after', (name, fromOn, toOn, length) => {
    const days = daysBetween(fromOn, toOn)
    expect(days).toHaveLength(length)
    expect(days.map((on) => dayOf(NATIONAL_YEARS, on))).toEqual(days.map((on) => ({ on, kind: 'public-holiday', name })))
    if (fromOn !== '2026-01-01') expect(kindOf(addDays(fromOn, -1))).not.toBe('public-holiday')
    expect(kindOf(addDays(toOn, 1))).not.toBe('public-holiday')
  })

  it.each([
    ['2026-01-04', 0],
    ['2026-02-14', 6],
    ['2026-02-28', 6],
    ['2026-05-09', 6],
    ['2026-09-20', 0],
    ['2026-10-10', 6],
  ])('one works on %s', (on, weekday) => {
    expect(weekdayOf(on)).toBe(weekday)
    expect(dayOf(NATIONAL_YEARS, on)).toEqual({ on, kind: 'working-day', name: '调休上班' })
  })

  it('33 days of public holidays, 84 other rest days, 248 working days', () => {
    const count = (kind: DayKind): number => daysOfYear(2026).filter((on) => kindOf(on) === kind).length
    expect([count('public-holiday'), count('rest-day'), count('working-day')]).toEqual([33, 84, 248])
  })

  it('any other day goes by its weekday, without a name', () => {
    const { holidays, makeUpDays } = year(2026)
    const special = new Set([...holidays.flatMap(({ fromOn, toOn }) => daysBetween(fromOn, toOn)), ...makeUpDays])
    const plain = daysOfYear(2026).filter((on) => !special.has(on))
    expect(plain).toHaveLength(365 - 33 - 6)
    for (const on of plain) {
      expect(dayOf(NATIONAL_YEARS, on)).toEqual({ on, kind: isWeekend(on) ? 'rest-day' : 'working-day', name: null })
    }
    expect(kindOf('2026-07-18')).toBe('rest-day')
    expect(kindOf('2026-07-20')).toBe('working-day')
  })
})

/** Days off a year by law since 2025 (全国年节及纪念日放假办法); on a weekend they are given on a working day. */
const STATUTORY_DAYS = 13

describe.each(NATIONAL_YEARS.map((one) => [one.year, one] as const))('%i holds together', (number, one) => {
  it('says where it is written, and every date is of that year', () => {
    expect(one.source).toContain(`${number}年`)
    const dates = [...one.makeUpDays, ...one.holidays.flatMap(({ fromOn, toOn }) => [fromOn, toOn])]
    expect(dates.filter((on) => !on.startsWith(`${number}-`))).toEqual([])
  })

  it('one works on Saturdays and Sundays only that are no holiday, and each but once', () => {
    const holidays = one.holidays.flatMap(({ fromOn, toOn }) => daysBetween(fromOn, toOn))
    expect(one.makeUpDays.filter((on) => !isWeekend(on))).toEqual([])
    expect(one.makeUpDays.filter((on) => holidays.includes(on))).toEqual([])
    expect(new Set([...one.makeUpDays, ...holidays]).size).toBe(one.makeUpDays.length + holidays.length)
  })

  it('days off beyond the statutory ones are weekends, or worked on another', () => {
    const off = one.holidays.flatMap(({ fromOn, toOn }) => daysBetween(fromOn, toOn))
    const onWorkingDays = off.filter((on) => !isWeekend(on)).length
    expect(one.makeUpDays.length).toBe(onWorkingDays - STATUTORY_DAYS)
  })
})

describe('years', () => {
  it('nobody guesses a year that has not been announced', () => {
    expect(() => dayOf(NATIONAL_YEARS, '2031-03-01')).toThrow(
      expect.objectContaining({ code: 'calendar.year-unknown', details: { year: 2031 } }),
    )
  })

  it('a year the sub-district entered later stands before the national one', () => {
    const own: CalendarYear = { year: 2026, source: '县里的通知', holidays: [], makeUpDays: ['2026-07-18'] }
    expect(dayOf([...NATIONAL_YEARS, own], '2026-10-01')).toEqual({ on: '2026-10-01', kind: 'working-day', name: null })
    expect(dayOf([...NATIONAL_YEARS, own], '2026-07-18').name).toBe('调休上班')
    expect(dayOf([own, ...NATIONAL_YEARS], '2026-10-01').kind).toBe('public-holiday')
    expect(dayOf([...NATIONAL_YEARS, own], '2025-10-01').kind).toBe('public-holiday')
  })

  it('a month has all its days, in February of a leap year, too', () => {
    expect(daysOfMonth('2026-02')).toHaveLength(28)
    expect(daysOfMonth('2028-02').at(-1)).toBe('2028-02-29')
    expect(daysOfMonth('2026-10').at(-1)).toBe('2026-10-31')
  })
})

function year(number: number): CalendarYear {
  const known = NATIONAL_YEARS.find((one) => one.year === number)
  if (known === undefined) throw new Error(`no ${number}`)
  return known
}
