import { DAY_MS, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { hoursWords, speakUpWords } from './promise-words'

test.each([
  [HOUR_MS, '有事就说，1\u00a0小时内有人回'],
  [30 * MINUTE_MS, '有事就说，30\u00a0分钟内有人回'],
  [90 * MINUTE_MS, '有事就说，1\u00a0小时 30\u00a0分钟内有人回'],
  [DAY_MS, '有事就说，1\u00a0天内有人回'],
])('a promise of %i ms', (responseMs, words) => {
  expect(speakUpWords({ responseMs, service: null })).toBe(words)
})

test('where some kinds wait for the office to open, it is not promised of everything', () => {
  const hours = { opensAtMinute: 540, closesAtMinute: 1_050, calendar: [] }
  const words = speakUpWords({ responseMs: HOUR_MS, service: { kinds: ['suggestion'], hours } })
  expect(words.replace(/\u00a0/g, ' ')).toBe('有事就说，一般 1 小时内有人回')
})

test('until it is known, no number is named', () => {
  expect(speakUpWords(null)).toBe('有事就说，有人回')
})

test('the hours of the office', () => {
  expect(hoursWords({ opensAtMinute: 540, closesAtMinute: 1_050 })).toBe('工作日 9:00 到 17:30')
})
