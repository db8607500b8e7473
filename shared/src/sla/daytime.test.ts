import { formatNear, HOUR_MS, MINUTE_MS, type EpochMs } from '../kernel'
import { byDaytime, nextOfficeMorning } from './daytime'
import type { OpenHours } from './open-hours'

// 14 September 2026 is a Monday.
const at = (text: string): EpochMs => Date.parse(`2026-09-${text}:00+08:00`)
const HOURS: OpenHours = {
  opensAtMinute: 540, closesAtMinute: 1080, calendar: [{ year: 2026, source: '', holidays: [], makeUpDays: ['2026-09-20'] }],
}

describe('a time that somebody may promise', () => {
  it.each([
    ['14T09:05', 30, '今天上午10:00'],
    ['14T09:05', 180, '今天中午12:30'],
    ['14T00:04', 30, '今天上午8:30'],
    ['14T00:04', 180, '今天上午11:00'],
    ['14T06:50', 30, '今天上午8:30'],
    ['14T19:30', 30, '今天晚上8:00'],
    ['14T19:31', 30, '明天上午8:30'],
    ['14T23:40', 30, '明天上午8:30'],
    ['14T18:10', 180, '明天上午11:00'],
  ])('said at %s, after %i minutes: %s', (now, minutes, words) => {
    expect(formatNear(byDaytime(at(now), minutes * MINUTE_MS), at(now))).toBe(words)
  })

  it('of what keeps service hours, within them', () => {
    const words = (now: string) => formatNear(byDaytime(at(now), HOUR_MS, HOURS), at(now))
    expect([words('14T17:30'), words('18T20:00'), words('14T12:10')]).toEqual(['明天上午9:30', '9月20日 周日 上午10:00', '今天下午1:30'])
  })

  it('within them also where they reach into the evening', () => {
    const late = { ...HOURS, closesAtMinute: 1260 }
    const words = (now: string) => formatNear(byDaytime(at(now), 3 * HOUR_MS, late), at(now))
    // Of the Friday before a make-up Sunday, and of that Sunday.
    expect([words('18T17:40'), words('20T17:40')]).toEqual(['9月20日 周日 中午12:00', '明天中午12:00'])
  })

  it('is by daylight even where no day off is known and every hour counts', () => {
    const now = at('14T00:04')
    expect(formatNear(byDaytime(now, 30 * MINUTE_MS, { ...HOURS, calendar: [] }), now)).toBe('今天上午8:30')
  })

  it('for what the sub-district must be asked, on a day it works', () => {
    const words = (now: string, hours?: OpenHours) => formatNear(nextOfficeMorning(at(now), hours), at(now))
    expect([words('14T09:00'), words('14T00:04')]).toEqual(['明天上午10:00', '今天上午10:00'])
    expect(words('18T15:00', HOURS)).toBe('9月20日 周日 上午10:00')
    const entered = [{ year: 2026, source: '', holidays: [], makeUpDays: [] }]
    expect(words('18T15:00', { ...HOURS, calendar: entered })).toBe('9月21日 周一 上午10:00')
  })

  it('by the country’s days off where the matter keeps none, by weekends where nobody knows them', () => {
    const words = (text: string) => formatNear(nextOfficeMorning(Date.parse(text), undefined), Date.parse(text))
    expect(words('2026-09-30T15:00:00+08:00')).toBe('10月8日 周四 上午10:00')
    expect(words('2026-09-18T15:00:00+08:00')).toBe('9月20日 周日 上午10:00')
    expect(words('2036-10-01T15:00:00+08:00')).toBe('明天上午10:00')
    expect(words('2036-10-03T15:00:00+08:00')).toBe('10月6日 周一 上午10:00')
  })
})
