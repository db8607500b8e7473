import { lastMonthDue, lateMonthsOf, worseBookFirst } from './village-books'

const at = (text: string): number => Date.parse(`${text}+08:00`)

test('a month is asked for from the 16th of the month after next on', () => {
  expect(lastMonthDue(at('2026-10-15T23:59:59'))).toBe('2026-07')
  expect(lastMonthDue(at('2026-10-16T00:00:00'))).toBe('2026-08')
  expect(lastMonthDue(at('2027-01-16T08:00:00'))).toBe('2026-11')
  expect(lastMonthDue(at('2027-03-01T08:00:00'))).toBe('2026-12')
})

test('months are late from the first one on, also one that was left out in between', () => {
  expect(lateMonthsOf('2026-08', 0, '2026-08')).toBe(1)
  expect(lateMonthsOf('2026-08', 1, '2026-08')).toBe(0)
  expect(lateMonthsOf('2025-11', 2, '2026-02')).toBe(2)
  // A book that begins after the month that is due.
  expect(lateMonthsOf('2026-09', 0, '2026-08')).toBe(0)
})

test('the worst comes first: what was changed, what is not public, what lies about', () => {
  const book = (name: string, findingCount: number, lateMonths: number, lateCount: number, oldestDays: number) =>
    ({ name, findingCount, lateMonths, waiting: { count: 3, lateCount, oldestDays } })
  const books = [
    book('calm', 0, 0, 0, 9), book('calm too', 0, 0, 0, 0), book('just late', 0, 0, 1, 0), book('papers', 0, 0, 2, 5),
    book('silent', 0, 2, 0, 0), book('changed', 1, 0, 0, 0),
  ]
  expect(books.sort(worseBookFirst).map(({ name }) => name))
    .toEqual(['changed', 'silent', 'papers', 'just late', 'calm', 'calm too'])
})
