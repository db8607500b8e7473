import * as fc from 'fast-check'
import { dayOf, NATIONAL_YEARS } from '../calendar'
import { addDays, chinaClockFace, chinaDateOf, DAY_MS, HOUR_MS, MINUTE_MS, startOfChinaDay, type CalendarDate, type EpochMs } from '../kernel'
import { dueAfter, openHoursOf, unknownYearIn, type OpenHours, type ServiceHours } from './open-hours'

const OFFICE: ServiceHours = { kinds: ['question'], opensAtMinute: 540, closesAtMinute: 1_080 }
const at = (on: CalendarDate, time: string): EpochMs => Date.parse(`${on}T${time}:00+08:00`)
const office = openHoursOf(OFFICE, NATIONAL_YEARS, at('2026-01-01', '00:00'))
const face = (instant: EpochMs): string => {
  const { hour, minute } = chinaClockFace(instant)
  return `${chinaDateOf(instant)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
const inAnHour = (on: CalendarDate, time: string): string => face(dueAfter(at(on, time), HOUR_MS, office))

describe('an hour of the office', () => {
  it.each([
    ['a morning at work', '2026-11-23', '10:00', '2026-11-23 11:00'],
    ['Friday, half an hour before closing', '2026-11-27', '17:30', '2026-11-30 09:30'],
    ['up to the very closing', '2026-11-27', '17:00', '2026-11-27 18:00'],
    ['at closing', '2026-11-27', '18:00', '2026-11-30 10:00'],
    ['in the night before a working day', '2026-11-26', '03:00', '2026-11-26 10:00'],
    ['a Saturday', '2026-11-28', '10:00', '2026-11-30 10:00'],
    ['the eve of a public holiday: seven days off, and a working Saturday after', '2026-09-30', '17:30', '2026-10-08 09:30'],
    ['a Saturday worked instead of a Monday', '2026-10-10', '17:30', '2026-10-12 09:30'],
    ['a Saturday worked, in the morning', '2026-10-10', '10:00', '2026-10-10 11:00'],
    ['a Friday before a working Saturday', '2026-10-09', '17:30', '2026-10-10 09:30'],
  ])('%s', (_case, on, time, due) => {
    expect(inAnHour(on, time)).toBe(due)
  })

  it('24 hours of it are two working days and six hours', () => {
    expect(face(dueAfter(at('2026-11-23', '09:00'), DAY_MS, office))).toBe('2026-11-25 15:00')
  })

  it('without hours it is natural time, to the millisecond', () => {
    expect(dueAfter(at('2026-11-27', '17:30') + 7, HOUR_MS)).toBe(at('2026-11-27', '18:30') + 7)
  })

  it('keeps seconds and milliseconds of when it was said', () => {
    const said = at('2026-11-27', '17:30') + 12_345
    expect(dueAfter(said, HOUR_MS, office)).toBe(at('2026-11-30', '09:30') + 12_345)
  })
})

describe('a year nobody has entered', () => {
  it('is not guessed: from its first instant on every hour counts', () => {
    expect(face(dueAfter(at('2026-12-31', '17:30'), HOUR_MS, office))).toBe('2027-01-01 00:30')
    expect(face(dueAfter(at('2027-02-07', '22:00'), HOUR_MS, office))).toBe('2027-02-07 23:00')
    expect(dueAfter(at('2031-05-01', '08:00'), DAY_MS, office)).toBe(at('2031-05-02', '08:00'))
  })

  it('is named once a deadline reaches into it, and not before', () => {
    const from = at('2026-12-31', '17:30')
    expect(unknownYearIn(office, from, dueAfter(from, HOUR_MS / 2, office))).toBeNull()
    expect(unknownYearIn(office, from, dueAfter(from, HOUR_MS, office))).toBe(2027)
    expect(unknownYearIn(undefined, from, from + DAY_MS)).toBeNull()
  })

  it('that was entered goes by what was entered', () => {
    const own = { year: 2027, source: '县里的通知', holidays: [{ name: '元旦', fromOn: '2027-01-01', toOn: '2027-01-03' }], makeUpDays: [] }
    const known = openHoursOf(OFFICE, [...NATIONAL_YEARS, own], at('2026-12-01', '00:00'))
    expect(face(dueAfter(at('2026-12-31', '17:30'), HOUR_MS, known))).toBe('2027-01-04 09:30')
  })
})

describe('what a grievance keeps of the calendar', () => {
  it('is the days off from that day on, without names', () => {
    const kept = openHoursOf(OFFICE, NATIONAL_YEARS, at('2026-10-03', '12:00'))
    expect(kept.calendar).toEqual([
      { year: 2026, source: '', holidays: [{ name: '', fromOn: '2026-10-01', toOn: '2026-10-07' }], makeUpDays: ['2026-10-10'] },
    ])
    expect(JSON.stringify(openHoursOf(OFFICE, NATIONAL_YEARS, at('2026-01-01', '00:00'))).length).toBeLessThan(700)
  })

  it('says of every day to come what the calendar says, the later arrangement of a year before the earlier', () => {
    const own = { year: 2026, source: '县里的通知', holidays: [{ name: '苗年', fromOn: '2026-11-26', toOn: '2026-11-27' }], makeUpDays: ['2026-11-28'] }
    const calendar = [...NATIONAL_YEARS, own]
    for (const fromOn of ['2026-01-01', '2026-06-20', '2026-11-27']) {
      const kept = openHoursOf(OFFICE, calendar, startOfChinaDay(fromOn))
      for (let on = fromOn; on <= '2026-12-31'; on = addDays(on, 1)) {
        expect([on, dayOf(kept.calendar, on).kind]).toEqual([on, dayOf(calendar, on).kind])
      }
    }
  })
})

describe('whatever the hours, the day and the length', () => {
  const instant = fc.integer({ min: at('2025-01-01', '00:00'), max: at('2027-03-01', '00:00') })
  const length = fc.integer({ min: 0, max: 5 * DAY_MS })
  const hours: fc.Arbitrary<OpenHours> = fc
    .tuple(fc.integer({ min: 0, max: 1_200 }), fc.integer({ min: 240, max: 1_440 }))
    .map(([opensAtMinute, openMinutes]) => openHoursOf(
      { kinds: ['question'], opensAtMinute, closesAtMinute: Math.min(1_440, opensAtMinute + openMinutes) },
      NATIONAL_YEARS, at('2025-01-01', '00:00'),
    ))

  it('a deadline is never earlier than by natural time', () => {
    fc.assert(fc.property(instant, length, hours, (from, ms, open) => dueAfter(from, ms, open) >= from + ms))
  })

  it('who speaks later, or may wait longer, is never owed an answer earlier', () => {
    fc.assert(fc.property(instant, fc.nat(3 * DAY_MS), length, fc.nat(DAY_MS), hours, (from, later, ms, more, open) => {
      expect(dueAfter(from + later, ms, open)).toBeGreaterThanOrEqual(dueAfter(from, ms, open))
      expect(dueAfter(from, ms + more, open)).toBeGreaterThanOrEqual(dueAfter(from, ms, open))
    }))
  })

  it('two spans one after the other are the two together', () => {
    fc.assert(fc.property(instant, length, length, hours, (from, one, other, open) => {
      expect(dueAfter(dueAfter(from, one, open), other, open)).toBe(dueAfter(from, one + other, open))
    }))
  })

  it('counted minute by minute it is the same', () => {
    const minute = fc.integer({ min: at('2026-01-01', '00:00') / MINUTE_MS, max: at('2026-12-30', '00:00') / MINUTE_MS })
    fc.assert(fc.property(minute, fc.integer({ min: 1, max: 24 * 60 }), (start, minutes) => {
      let [now, left] = [start, minutes]
      while (left > 0) {
        const on = chinaDateOf(now * MINUTE_MS)
        const { hour } = chinaClockFace(now * MINUTE_MS)
        const isOpen = on < '2027' ? dayOf(NATIONAL_YEARS, on).kind === 'working-day' && hour >= 9 && hour < 18 : true
        if (isOpen) left -= 1
        now += 1
      }
      expect(face(dueAfter(start * MINUTE_MS, minutes * MINUTE_MS, office))).toBe(face(now * MINUTE_MS))
    }), { numRuns: 40 })
  })
})
