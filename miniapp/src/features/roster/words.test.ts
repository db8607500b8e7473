import { MINUTE_MS, startOfChinaDay } from '@huiying/shared/kernel'
import type { SwapRow } from '@huiying/shared/roster'
import { dayTitle, nearDayTitle, shiftState, spanWords, swapSentence, weekdayWords } from './words'

const DAY = startOfChinaDay('2026-11-21')
const at = (hour: number, minute = 0) => DAY + (hour * 60 + minute) * MINUTE_MS

const SHIFT = { fromAt: at(18), takeOverDueAt: at(18, 30), takenOverAt: null, isAbsent: false, mayTakeOver: true }

test('a shift is taken over in time, late, not at all, or not yet', () => {
  expect(shiftState(SHIFT, at(18, 10))).toEqual({ words: '等您接班', tone: 'soon', note: '今天晚上6:30 前接' })
  expect(shiftState({ ...SHIFT, takenOverAt: at(18, 5) }, at(19))).toEqual({ words: '已接班', tone: 'ok', note: '今天晚上6:05' })
  expect(shiftState({ ...SHIFT, takenOverAt: at(18, 47), isAbsent: true }, at(19))).toEqual({
    words: '晚了 17 分钟接的', tone: 'late', note: '今天晚上6:47',
  })
  expect(shiftState({ ...SHIFT, isAbsent: true }, at(18, 31)).words).toBe('没接班')
  expect(shiftState(SHIFT, at(17, 10))).toEqual({ words: '还没开始', tone: 'plain', note: '今天晚上6:00 开始' })
})

test('the last instant to take over is in time, the one after it is not', () => {
  expect(shiftState(SHIFT, at(18, 30)).words).toBe('等您接班')
  expect(shiftState(SHIFT, at(18, 30) + 1).words).toBe('没接班')
})

test('a shift that is over and was not taken over invites nobody any more', () => {
  expect(shiftState({ ...SHIFT, isAbsent: true, mayTakeOver: false }, at(23)).note).toBeNull()
})

test('spans name the day once, and over midnight twice', () => {
  expect(spanWords({ fromAt: at(8, 30), toAt: at(18) }, at(7))).toBe('今天上午8:30 到 晚上6:00')
  expect(spanWords({ fromAt: at(18), toAt: at(42) }, at(19))).toBe('今天晚上6:00 到 明天晚上6:00')
})

test('days as people say them', () => {
  expect(dayTitle('2026-11-21')).toBe('11月21日 周六')
  expect(nearDayTitle('2026-11-22', '2026-11-21')).toBe('明天 11月22日 周日')
  expect(nearDayTitle('2026-11-25', '2026-11-21')).toBe('11月25日 周三')
  expect(weekdayWords('2026-11-22')).toBe('周日')
})

test('a swap says who sits when, to either of the two', () => {
  const person = (personId: string, name: string) => ({ personId, name, post: null, charge: null })
  const slot = (on: string) => ({ slotId: on, villageName: '青石村', on, seat: 'member' as const })
  const swap: SwapRow = {
    id: 's', status: 'asked', from: person('a', '张桂芳'), to: person('b', '王强'), slot: slot('2026-11-25'),
    inReturn: slot('2026-11-28'), askedAt: at(9),
  }
  expect(swapSentence(swap, 'asked', '2026-11-21')).toBe(
    '青石村 11月25日 周三 值班，请您来值；您的青石村 11月28日 周六 值班，换张桂芳来值。')
  expect(swapSentence(swap, 'asking', '2026-11-21')).toBe(
    '青石村 11月25日 周三 值班，请王强来值；青石村 11月28日 周六 值班，您来值。')
  expect(swapSentence({ ...swap, inReturn: null }, 'asked', '2026-11-21')).toBe('青石村 11月25日 周三 值班，请您替一天，不用还。')
})
