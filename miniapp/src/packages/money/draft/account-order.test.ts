import { placesToPayFrom, spendingFirst } from './account-order'

const account = (code: string) => ({ code, name: code, plainName: code })
const place = (code: string, availableFen: number) => ({ code, name: code, availableFen })

test('roads and ditches before the office, headings behind what they head, the rest of the chart last', () => {
  const codes = spendingFirst(['111', '513', '51301', '514', '51401', '51402', '515'].map(account)).map(({ code }) => code)
  expect(codes).toEqual(['51401', '51402', '51301', '515', '514', '513', '111'])
})

test('a heading without money of its own is no place to pay from', () => {
  const places = [place('101', 0), place('102', 0), place('10201', 5)]
  expect(placesToPayFrom(places, '').map(({ code }) => code)).toEqual(['101', '10201'])
  expect(placesToPayFrom(places, '102').map(({ code }) => code)).toEqual(['101', '102', '10201'])
  expect(placesToPayFrom([place('102', 7), place('10201', 5)], '')).toHaveLength(2)
})
