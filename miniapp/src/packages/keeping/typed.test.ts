import { amountOf, amountText, centiMuOf, dayOf, longDay, muText } from './typed'

test('amounts as typed and back', () => {
  expect(['', ' 1280', '1,280.5', '-3', '三', '1.234'].map(amountOf)).toEqual([0, 128_000, 128_050, null, null, null])
  expect([0, 128_050].map(amountText)).toEqual(['', '1280.50'])
  expect(amountOf(amountText(123_456_789))).toBe(123_456_789)
})

test('days as people write them', () => {
  for (const text of ['2026-9-1', '2026.09.01', '20260901', '2026年9月1日', '2026/9/01']) expect(dayOf(text)).toBe('2026-09-01')
  expect(['2026-02-30', '9月1日', '', '2026-13-01'].map(dayOf)).toEqual([null, null, null, null])
  expect(longDay('2026-09-01')).toBe('2026年9月1日')
})

test('an area in hundredths of a mu', () => {
  expect(['12.35', '12', '0.5亩', '12.345', '一亩'].map(centiMuOf)).toEqual([1_235, 1_200, 50, null, null])
  expect([1_235, 1_200, 50].map(muText)).toEqual(['12.35', '12', '0.5'])
})
