import { daysOfMonth } from '@huiying/shared/calendar'
import { weeksOf } from './draw-month'

const weeks = (month: string) =>
  weeksOf(daysOfMonth(month).map((on) => ({ on, kind: 'working-day', name: null, seats: [] })))

test.each([
  ['2027-02', 4, 0, 0],
  ['2026-09', 5, 1, 4],
  ['2026-08', 6, 5, 6],
  ['2028-02', 5, 1, 5],
])('%s has %d weeks, with %d days before it and %d after', (month, count, before, after) => {
  const rows = weeks(month)
  expect(rows).toHaveLength(count)
  expect(rows.every((row) => row.length === 7)).toBe(true)
  const flat = rows.flat()
  expect(flat.findIndex((day) => day !== null)).toBe(before)
  expect([...flat].reverse().findIndex((day) => day !== null)).toBe(after)
  expect(flat.flatMap((day) => day?.on ?? [])).toEqual(daysOfMonth(month))
})
