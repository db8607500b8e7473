import { nameOf, PERIOD_NAMES, periodIn, periodNamed, raisedWords } from './periods'

test('periods that run end today, others are whole', () => {
  const today = '2026-03-04'
  expect(PERIOD_NAMES.map((name) => periodNamed(name, today))).toEqual([
    { fromOn: '2026-03-02', toOn: '2026-03-04' },
    { fromOn: '2026-02-23', toOn: '2026-03-01' },
    { fromOn: '2026-03-01', toOn: '2026-03-04' },
    { fromOn: '2026-02-01', toOn: '2026-02-28' },
    { fromOn: '2026-01-01', toOn: '2026-03-04' },
  ])
})

test('the month before January is last year’s December', () => {
  expect(periodNamed('上月', '2026-01-31')).toEqual({ fromOn: '2025-12-01', toOn: '2025-12-31' })
})

test('an address is known by its name, or has none', () => {
  expect(nameOf({ fromOn: '2026-02-01', toOn: '2026-02-28' }, '2026-03-04')).toBe('上月')
  expect(nameOf({ fromOn: '2026-02-02', toOn: '2026-02-28' }, '2026-03-04')).toBeNull()
})

test('an address without two days asks for nothing', () => {
  expect(periodIn({ from: '2026-02-01', to: '2026-02-28' })).toEqual({ fromOn: '2026-02-01', toOn: '2026-02-28' })
  for (const params of [{}, { from: '2026-02-01' }, { from: '2026-02-30', to: '2026-03-01' }]) expect(periodIn(params)).toBeNull()
})

test('a week that has only begun is one day, not from today to today', () => {
  expect(raisedWords(periodNamed('本周', '2026-03-02'), '2026-03-02')).toBe('今天提的')
  expect(raisedWords(periodNamed('本周', '2026-03-04'), '2026-03-04')).toBe('3月2日 周一到今天提的')
})
