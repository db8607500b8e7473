import { DAY_MS } from '../kernel'
import { periodOf, spanOf, weekOf } from './period'

describe('the period that is counted', () => {
  it('is, left out, the week that runs, up to today', () => {
    // 2026-11-22 is a Sunday.
    expect(periodOf(null, null, '2026-11-22')).toEqual({ fromOn: '2026-11-16', toOn: '2026-11-22' })
    expect(periodOf(null, null, '2026-11-16')).toEqual({ fromOn: '2026-11-16', toOn: '2026-11-16' })
  })

  it('is otherwise what was asked for, both days included', () => {
    const period = periodOf('2026-02-27', '2026-03-01', '2026-11-22')
    const { fromAt, toAt } = spanOf(period)
    expect(fromAt).toBe(Date.parse('2026-02-27T00:00:00+08:00'))
    expect(toAt - fromAt).toBe(3 * DAY_MS)
  })

  it.each([
    ['2026-03-02', '2026-03-01'], ['2026-02-30', '2026-03-01'], ['2020-01-01', '2026-01-01'], ['', '2026-01-01'],
  ])('refuses %s to %s', (fromOn, toOn) => {
    expect(() => periodOf(fromOn, toOn, '2026-11-22')).toThrow('figures.period-invalid')
  })

  it('has weeks from Monday to Sunday, over the turn of a year too', () => {
    expect(weekOf('2027-01-01')).toEqual({ fromOn: '2026-12-28', toOn: '2027-01-03' })
    expect(weekOf('2026-12-28')).toEqual(weekOf('2027-01-03'))
  })
})
