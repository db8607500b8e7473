import fc from 'fast-check'
import { DAY_MS } from '../kernel'
import { spanInMonth } from './month-borders'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { spanOf } from './shift'

const china = (text: string): number => Date.parse(`${text}:00+08:00`)
const NO_BORDERS = { beginsAt: null, endsAt: null }
const handOverAt = (handOverMinute: number) => ({ ...DEFAULT_ROSTER_TERMS, handOverMinute })

describe('where one month of duty goes over into the next', () => {
  const first = { seat: 'member', on: '2026-12-01' } as const

  test('the first shift begins where the last one ended, later or earlier than the terms say', () => {
    const beginsAt = china('2026-11-30T18:00')
    const begins = (minute: number) => spanInMonth(first, handOverAt(minute), { beginsAt, endsAt: null })
    expect(begins(20 * 60)).toEqual({ fromAt: beginsAt, toAt: china('2026-12-01T20:00') })
    expect(begins(17 * 60)).toEqual({ fromAt: beginsAt, toAt: china('2026-12-01T17:00') })
    expect(begins(8 * 60)).toEqual({ fromAt: beginsAt, toAt: china('2026-12-02T08:00') })
  })

  test('a month made after the one that follows it ends where that begins', () => {
    const endsAt = china('2026-11-30T20:00')
    expect(spanInMonth({ seat: 'lead', on: '2026-11-30' }, handOverAt(18 * 60), { beginsAt: null, endsAt })).toEqual({
      fromAt: china('2026-11-29T18:00'), toAt: endsAt,
    })
  })

  test('days within the month, visits, and a month that stands alone go by the terms', () => {
    const borders = { beginsAt: 1, endsAt: 2 }
    const terms = handOverAt(18 * 60)
    for (const cell of [{ seat: 'lead', on: '2026-12-02' }, { seat: 'stationed', on: '2026-12-01' }] as const) {
      expect(spanInMonth(cell, terms, borders)).toEqual(spanOf(cell.seat, cell.on, terms))
    }
    expect(spanInMonth(first, terms, NO_BORDERS)).toEqual(spanOf(first.seat, first.on, terms))
  })

  test('whatever the two hours are, the shift at the border has some length, and less than two days', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
    fc.assert(fc.property(minute, minute, (before, after) => {
      const beginsAt = spanOf('lead', '2026-11-30', handOverAt(before)).toAt
      const { fromAt, toAt } = spanInMonth(first, handOverAt(after), { beginsAt, endsAt: null })
      expect(toAt - fromAt).toBeGreaterThan(0)
      expect(toAt - fromAt).toBeLessThan(2 * DAY_MS)
      const endsAt = spanOf('lead', '2026-12-01', handOverAt(after)).fromAt
      const last = spanInMonth({ seat: 'lead', on: '2026-11-30' }, handOverAt(before), { beginsAt: null, endsAt })
      expect(last.toAt - last.fromAt).toBeGreaterThan(0)
      expect(last.toAt - last.fromAt).toBeLessThan(2 * DAY_MS)
    }))
  })
})
