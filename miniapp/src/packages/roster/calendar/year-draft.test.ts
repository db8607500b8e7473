import { NATIONAL_YEARS } from '@huiying/shared/calendar'
import { spanName } from './day-names'
import { dayIn, draftOf, emptyDraft, faultsOf, readDraft, type YearDraft } from './year-draft'

const draft = (changes: Partial<YearDraft> = {}): YearDraft => ({
  ...emptyDraft(2027),
  holidays: [{ name: '元旦', from: '1.1', to: '1月3日' }, { name: '春节', from: '0205', to: '2027-02-11' }, { name: '中秋节', from: '', to: '' }],
  makeUpDays: ['1.30', ''],
  ...changes,
})

test('days are read as the announcement and as hands write them', () => {
  expect(readDraft(draft())).toEqual({
    year: {
      year: 2027, source: '国务院办公厅关于2027年部分节假日安排的通知',
      holidays: [{ name: '元旦', fromOn: '2027-01-01', toOn: '2027-01-03' }, { name: '春节', fromOn: '2027-02-05', toOn: '2027-02-11' }],
      makeUpDays: ['2027-01-30'],
    },
  })
})

test.each(NATIONAL_YEARS.map((year) => [year.year, year] as const))('%i comes back as it was', (_number, year) => {
  expect(readDraft(draftOf(year))).toEqual({ year })
})

test('one day is written once', () => {
  expect(readDraft(draft({ holidays: [{ name: '元旦', from: '1.1', to: '' }] }))).toMatchObject({
    year: { holidays: [{ fromOn: '2027-01-01', toOn: '2027-01-01' }] },
  })
})

test.each<[string, Partial<YearDraft>, string]>([
  ['a day that is none', { holidays: [{ name: '元旦', from: '2.30', to: '3.1' }] }, 'holiday 0'],
  ['words', { makeUpDays: ['1.30', '下周六'] }, 'makeUpDay 1'],
  ['an end before the beginning', { holidays: [{ name: '元旦', from: '1.3', to: '1.1' }] }, 'holiday 0'],
  ['two holidays on a day', { holidays: [{ name: '元旦', from: '1.1', to: '1.3' }, { name: '又一个', from: '1.3', to: '1.4' }] }, 'holiday 0'],
  ['a make-up day on a Monday', { makeUpDays: ['2.15'] }, 'makeUpDay 0'],
  ['no holiday at all', { holidays: [] }, 'holidays'],
  ['no source', { source: ' ' }, 'source'],
])('%s is said at its field', (_what, changes, field) => {
  const read = readDraft(draft(changes))
  expect(Object.keys('faults' in read ? read.faults : {})).toEqual([field])
})

test('what the server refuses is said at its field, too', () => {
  expect(Object.keys(faultsOf(draft(), { field: 'makeUpDays', on: '2027-01-30' }))).toEqual(['makeUpDay 0'])
  expect(Object.keys(faultsOf(draft(), { field: 'holidays', on: '2027-02-11' }))).toEqual(['holiday 1'])
  expect(Object.keys(faultsOf(draft(), {}))).toEqual(['holidays'])
})

test('names of days', () => {
  expect(spanName('2026-10-01', '2026-10-07')).toBe('10月1日 周四 到 10月7日 周三，7 天')
  expect(spanName('2026-10-01', '2026-10-01')).toBe('10月1日 周四')
  expect(dayIn(2027, '13.1')).toBeNull()
})
