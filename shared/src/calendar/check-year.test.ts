import { checkCalendarYear } from './check-year'
import { NATIONAL_YEARS } from './national-years'
import { dayOf, type CalendarYear } from './work-calendar'

const YEAR: CalendarYear = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  holidays: [
    { name: '元旦', fromOn: '2027-01-01', toOn: '2027-01-03' },
    { name: '春节', fromOn: '2027-02-05', toOn: '2027-02-11' },
  ],
  makeUpDays: ['2027-01-30', '2027-02-14'],
}
const holiday = (fromOn: string, toOn: string, name = '元旦') => ({ holidays: [{ name, fromOn, toOn }] })

describe('a year as it is entered', () => {
  it.each(NATIONAL_YEARS.map((year) => [year.year, year] as const))('%i as it was announced holds', (_number, year) => {
    expect(() => checkCalendarYear(year)).not.toThrow()
  })

  it('a year with leap day, and days in any order', () => {
    expect(() => checkCalendarYear({ ...YEAR, year: 2028, ...holiday('2028-02-29', '2028-02-29'), makeUpDays: [] })).not.toThrow()
    expect(() => checkCalendarYear({ ...YEAR, holidays: [...YEAR.holidays].reverse() })).not.toThrow()
  })

  it.each<[string, Partial<CalendarYear>, string, string | null]>([
    ['no source', { source: ' ' }, 'source', null],
    ['a source as long as a book', { source: '国'.repeat(201) }, 'source', null],
    ['no holiday at all', { holidays: [] }, 'holidays', null],
    ['a holiday without a name', holiday('2027-01-01', '2027-01-03', ' '), 'holidays', '2027-01-01'],
    ['another year', holiday('2026-12-31', '2027-01-03'), 'holidays', '2026-12-31'],
    ['a day that is none', holiday('2027-02-29', '2027-03-01'), 'holidays', null],
    ['an end before the beginning', holiday('2027-01-03', '2027-01-01'), 'holidays', '2027-01-01'],
    ['two holidays on one day', { holidays: [...YEAR.holidays, { name: '又一个', fromOn: '2027-02-11', toOn: '2027-02-12' }] }, 'holidays', '2027-02-11'],
    ['a make-up day on a Monday', { makeUpDays: ['2027-02-15'] }, 'makeUpDays', '2027-02-15'],
    ['a make-up day within a holiday', { makeUpDays: ['2027-02-06'] }, 'makeUpDays', '2027-02-06'],
    ['a make-up day twice', { makeUpDays: ['2027-01-30', '2027-01-30'] }, 'makeUpDays', '2027-01-30'],
    ['a make-up day of another year', { makeUpDays: ['2026-01-04'] }, 'makeUpDays', '2026-01-04'],
    ['a year that is none', { year: 20.27 }, 'year', null],
  ])('%s is refused, and says where', (_what, changes, field, on) => {
    expect(() => checkCalendarYear({ ...YEAR, ...changes })).toThrow(
      expect.objectContaining({ code: 'calendar.year-faulty', details: { field, on } }),
    )
  })

  it('once entered it stands before the national one', () => {
    const own = { ...YEAR, year: 2026, ...holiday('2026-04-20', '2026-04-20', '三月三'), makeUpDays: [] }
    const calendar = [...NATIONAL_YEARS, own]
    expect(dayOf(calendar, '2026-04-20')).toMatchObject({ kind: 'public-holiday', name: '三月三' })
    expect(dayOf(calendar, '2026-10-01')).toMatchObject({ kind: 'working-day' })
    expect(() => dayOf(calendar, '2031-01-01')).toThrow(expect.objectContaining({ code: 'calendar.year-unknown' }))
  })
})
