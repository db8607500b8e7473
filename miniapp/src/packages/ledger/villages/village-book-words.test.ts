import type { VillageBookRow } from '@huiying/shared/ledger'
import { booksSentence, publishedSaid, villageBookSentence, waitingSaid } from './village-book-words'

const NOW = Date.UTC(2026, 10, 22, 2)
const CALM: VillageBookRow = {
  village: { id: 'v', kind: 'village', name: '柳树湾村' }, bookId: 'b', name: '柳树湾村经济合作社', moneyFen: 36_073_717,
  lastPublished: '2026-09', lateMonths: 0, waiting: { count: 0, lateCount: 0, oldestDays: 0 }, findingCount: 0,
}

test('a village in one line: what is left, what is public, what lies about, what was found', () => {
  expect(villageBookSentence(CALM, NOW)).toBe('柳树湾村 ¥360,737.17 · 9月已公示')
  const late = { ...CALM, waiting: { count: 1, lateCount: 1, oldestDays: 5 } }
  expect(villageBookSentence(late, NOW)).toBe('柳树湾村 ¥360,737.17 · 9月已公示 · 1 张开支拖了 5 天')
  expect(villageBookSentence({ ...CALM, findingCount: 2 }, NOW)).toBe('柳树湾村 ¥360,737.17 · 核对出 2 处不对 · 9月已公示')
})

test('months that are not public are counted, and last year\'s has its year', () => {
  expect(publishedSaid({ ...CALM, lastPublished: '2026-07', lateMonths: 2 }, NOW))
    .toEqual({ words: '7月已公示，有 2 个月该公示没公示', tone: 'late' })
  expect(publishedSaid({ ...CALM, lastPublished: '2025-12', lateMonths: 9 }, NOW).words).toContain('2025年12月已公示')
  expect(publishedSaid({ ...CALM, lastPublished: null }, NOW)).toEqual({ words: '还没公示过', tone: 'plain' })
  expect(publishedSaid({ ...CALM, lastPublished: null, lateMonths: 1 }, NOW).words).toBe('还没公示过，有 1 个月该公示没公示')
})

test('only what somebody had to be reminded of counts as left lying', () => {
  const said = (count: number, lateCount: number, oldestDays: number) =>
    waitingSaid({ ...CALM, waiting: { count, lateCount, oldestDays } })
  expect(said(0, 0, 0)).toBeNull()
  expect(said(2, 0, 0)).toEqual({ words: '2 张开支在办', tone: 'plain' })
  expect(said(2, 2, 5)).toEqual({ words: '2 张开支拖了，最久 5 天', tone: 'soon' })
  expect(said(3, 1, 4)?.words).toBe('1 张开支拖了 4 天，还有 2 张在办')
  // A sub-district may have people reminded after hours.
  expect(said(1, 1, 0)?.words).toBe('1 张开支拖了')
})

test('how many books need looking at', () => {
  const answer = (...books: VillageBookRow[]) => ({ now: NOW, books, withoutBook: [] })
  expect(booksSentence(answer())).toBe('还没有一个村建了账。')
  expect(booksSentence(answer(CALM, CALM))).toBe('2 本账，公示都没晚，开支也没拖着。')
  expect(booksSentence(answer({ ...CALM, lateMonths: 1 }, CALM))).toBe('2 本账，1 本要看看，排在前面。')
})
