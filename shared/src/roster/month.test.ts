import { addMonths, checkMonthToMake, isMonth, isMonthOver } from './month'
import { checkRosterTerms, DEFAULT_ROSTER_TERMS, type RosterTerms } from './policy'

const at = (text: string): number => Date.parse(`${text}+08:00`)
const refusal = (month: string, now: string): string | null => {
  try {
    checkMonthToMake(month, DEFAULT_ROSTER_TERMS, at(now))
    return null
  } catch (error) {
    return (error as { readonly code: string }).code
  }
}

describe('months', () => {
  it('are counted over the turn of the year', () => {
    expect([1, 2, 14, -1, -9, -12].map((count) => addMonths('2026-09', count)))
      .toEqual(['2026-10', '2026-11', '2027-11', '2026-08', '2025-12', '2025-09'])
  })

  it.each(['2026-9', '2026-13', '2026-00', '26-09', '2026-09-01', '', '1999-09', '２０２６-09'])('%p is none', (text) => {
    expect(isMonth(text)).toBe(false)
    expect(refusal(text, '2026-09-14T09:00:00')).toBe('roster.month-invalid')
  })

  it('are made up to two months ahead, and no more once their last shift has ended', () => {
    expect(['2026-08', '2026-09', '2026-10', '2026-11', '2026-12'].map((month) => refusal(month, '2026-09-14T09:00:00')))
      .toEqual(['roster.month-over', null, null, null, 'roster.month-invalid'])
    expect(refusal('2026-09', '2026-09-30T17:59:59.999')).toBeNull()
    expect(refusal('2026-09', '2026-09-30T18:00:00')).toBe('roster.month-over')
    expect(isMonthOver('2026-10', DEFAULT_ROSTER_TERMS, at('2026-09-30T18:00:00'))).toBe(false)
    expect(refusal('2026-01', '2026-01-31T12:00:00')).toBeNull()
  })
})

describe('terms', () => {
  const refused = (changes: Partial<RosterTerms>) =>
    expect(() => checkRosterTerms({ ...DEFAULT_ROSTER_TERMS, ...changes })).toThrow('roster.policy-invalid')

  it('are sound as the handbook gives them, and at their bounds', () => {
    checkRosterTerms(DEFAULT_ROSTER_TERMS)
    const least = { handOverMinute: 0, visitToMinute: 24 * 60, locationCircleM: 50, leaderVisits: 0 }
    const most = { handOverMinute: 24 * 60 - 1, absentAfterMs: 60_000, stationedWeekday: 5 }
    for (const changes of [least, most]) checkRosterTerms({ ...DEFAULT_ROSTER_TERMS, ...changes })
  })

  it.each<[string, Partial<RosterTerms>]>([
    ['no such minute of a day', { handOverMinute: 24 * 60 }],
    ['half a minute', { handOverMinute: 0.5 }],
    ['a visit that ends as it begins', { visitFromMinute: 600, visitToMinute: 600 }],
    ['a visit over midnight', { visitToMinute: 24 * 60 + 1 }],
    ['absent at once', { absentAfterMs: 0 }],
    ['absent after half a day', { absentAfterMs: 12 * 3_600_000 }],
    ['seconds', { absentAfterMs: 90_500 }],
    ['a Saturday', { stationedWeekday: 6 }],
    ['fewer than no visits', { leaderVisits: -1 }],
    ['a circle of a metre', { locationCircleM: 1 }],
    ['no number', { leaderVisits: Number.NaN }],
  ])('%s is refused', (_what, changes) => refused(changes))
})
