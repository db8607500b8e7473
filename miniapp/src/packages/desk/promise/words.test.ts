import { DAY_MS, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { DEFAULT_SLA_TERMS } from '@huiying/shared/sla'
import { changedSentences, dayWords, dueWords, firstDays, spanWords, termsSentences } from './words'

test.each([
  [30 * MINUTE_MS, '30 分钟'], [HOUR_MS, '1 小时'], [90 * MINUTE_MS, '1 小时 30 分钟'], [DAY_MS, '24 小时'],
  [3 * DAY_MS, '72 小时'], [7 * DAY_MS, '7 天'],
])('%i ms', (ms, words) => {
  expect(spanWords(ms)).toBe(words)
})

test("the handbook's terms, in sentences", () => {
  expect(termsSentences(DEFAULT_SLA_TERMS)).toEqual([
    '1 小时内要有人回。30 分钟还没人回，提醒全村干部和包村干部；超时告诉街道和领导。',
    '24 小时内要办完。提前 4 小时提醒经办的人。',
    '没办完，发督办单；以后每 24 小时再发一次，超时 48 小时起告诉县里。',
    '叫到的部门，2 小时内要到，这个时间一直按全天算。',
    '什么事都按全天算，夜里、放假也算。',
    '办结以后，村民 72 小时不说话，算没有评；7 天内都可以说没办好。',
  ])
})

test('only what changes is told, as it was and as it will be', () => {
  const serviceHours = { kinds: ['question', 'suggestion'], opensAtMinute: 540, closesAtMinute: 1_080 } as const
  expect(changedSentences(DEFAULT_SLA_TERMS, { ...DEFAULT_SLA_TERMS, serviceHours })).toEqual([
    ['什么事都按全天算，夜里、放假也算。', '咨询、建议只算上班时间：工作日 9:00 到 18:00，放假不算，调休上班的算。求助一直按全天算。'],
  ])
  expect(changedSentences(DEFAULT_SLA_TERMS, DEFAULT_SLA_TERMS)).toEqual([])
  const [[, forgotten] = []] = changedSentences(DEFAULT_SLA_TERMS, { ...DEFAULT_SLA_TERMS, forgetMs: 180 * DAY_MS })
  expect(forgotten).toContain('办完 180 天后，抹去是谁说的')
})

test('when it is due: the time alone on the same day', () => {
  const said = Date.parse('2026-11-27T17:30:00+08:00')
  expect(dueWords(said + HOUR_MS, said)).toBe('当天晚上6:30')
  expect(dueWords(Date.parse('2026-11-30T09:30:00+08:00'), said)).toBe('11月30日 周一 上午9:30')
  // The 2nd of December is not the 2nd of a day that begins alike.
  expect(dueWords(Date.parse('2026-12-02T09:30:00+08:00'), Date.parse('2026-12-22T09:30:00+08:00'))).toContain('12月2日')
})

test('days to begin with', () => {
  expect(firstDays('2026-11-22')).toEqual(['2026-11-23', '2026-12-01'])
  expect(firstDays('2026-11-24')).toEqual(['2026-11-25', '2026-11-30', '2026-12-01'])
  expect(firstDays('2026-11-30')).toEqual(['2026-12-01', '2026-12-07'])
  expect(firstDays('2026-12-31')).toEqual(['2027-01-01', '2027-01-04'])
  expect(dayWords('2026-11-23', '2026-11-22')).toBe('明天（11月23日 周一）')
  expect(dayWords('2026-12-01', '2026-11-22')).toBe('12月1日 周二')
})
