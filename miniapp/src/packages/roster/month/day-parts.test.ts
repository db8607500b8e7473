import { dayParts, firstPart } from './day-parts'

const words = (days: number, firstAhead: number) => dayParts(days, firstAhead).map(({ from, to }) => `${from}-${to}`)

test('a month to come is cut into tens', () => {
  expect(words(31, 0)).toEqual(['0-10', '10-20', '20-31'])
  expect(firstPart(dayParts(31, 0), 0)).toBe(0)
})

test('today begins a part; what is over lies before it', () => {
  expect(words(30, 17)).toEqual(['0-7', '7-17', '17-30'])
  expect(firstPart(dayParts(30, 17), 17)).toBe(2)
  expect(words(31, 11)).toEqual(['0-11', '11-21', '21-31'])
  expect(words(30, 29)).toEqual(['0-9', '9-19', '19-29', '29-30'])
})

test('a month that is all over is read from its beginning', () => {
  expect(words(28, -1)).toEqual(['0-10', '10-20', '20-28'])
  expect(firstPart(dayParts(28, -1), -1)).toBe(0)
})
