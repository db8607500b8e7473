import * as fc from 'fast-check'
import { CLASSES_OF, MEASURES, noCounts, sumCounts, type Counts } from './counts'
import { CLOSURE_PARTS, RESPONSE_PARTS, rateWords, responseRate, SATISFACTION_PARTS, satisfactionRate, settlementRate } from './rates'
import { CLASS_NAMES } from './words'

describe('the three rates', () => {
  it('count what is late, denied or still owed, and nothing that is not due yet or stands apart', () => {
    const response: Counts<'response'> = {
      met: 7, late: 1, 'open-late': 1, contradicted: 1, running: 50, withdrawn: 50, merged: 50,
    }
    expect(responseRate(response)).toEqual({ good: 7, of: 10 })
    const closure: Counts<'closure'> = {
      met: 6, late: 1, rejected: 1, 'open-late': 1, contradicted: 1, explained: 50, 'not-accepted': 50, running: 50,
      withdrawn: 50, merged: 50,
    }
    expect(settlementRate(closure)).toEqual({ good: 6, of: 10 })
    const satisfaction: Counts<'satisfaction'> = {
      satisfied: 3, 'fairly-satisfied': 1, dissatisfied: 1, unrated: 50, waiting: 50, rejected: 50, open: 50, merged: 50,
    }
    expect(satisfactionRate(satisfaction)).toEqual({ good: 4, of: 5 })
  })

  it('know only classes that there are, none twice', () => {
    const parts = { response: RESPONSE_PARTS, closure: CLOSURE_PARTS, satisfaction: SATISFACTION_PARTS }
    for (const measure of ['response', 'closure', 'satisfaction'] as const) {
      const { good, bad } = parts[measure]
      const named = [...good, ...bad]
      expect(new Set(named).size).toBe(named.length)
      expect(CLASSES_OF[measure]).toEqual(expect.arrayContaining(named))
    }
  })

  it('are the same for a whole as for the sum of its parts', () => {
    const counts = fc.record(Object.fromEntries(CLASSES_OF.closure.map((one) => [one, fc.nat(500)])) as never)
    fc.assert(fc.property(fc.array(counts as fc.Arbitrary<Counts<'closure'>>, { maxLength: 9 }), (all) => {
      const sum = settlementRate(sumCounts('closure', all))
      expect(sum.of).toBe(all.reduce((total, one) => total + settlementRate(one).of, 0))
      expect(sum.good).toBeLessThanOrEqual(sum.of)
    }))
  })
})

describe('a rate in words', () => {
  it('is a count below twenty cases, and says when there is none', () => {
    expect(rateWords({ good: 0, of: 0 })).toBe('没有')
    expect(rateWords({ good: 19, of: 19 })).toBe('19/19')
    expect(rateWords({ good: 20, of: 20 })).toBe('100%')
  })

  it('never rounds a missing case away', () => {
    expect(rateWords({ good: 1_999, of: 2_000 })).toBe('99.9%')
    expect(rateWords({ good: 99_999, of: 100_000 })).toBe('99.9%')
    expect(rateWords({ good: 14, of: 21 })).toBe('66.6%')
    expect(rateWords({ good: 10, of: 20 })).toBe('50%')
    expect(rateWords({ good: 0, of: 40 })).toBe('0%')
  })
})

test('every class has a name of its own in each measure', () => {
  for (const measure of MEASURES) {
    const names = Object.values(CLASS_NAMES[measure])
    expect(names).toHaveLength(Object.keys(noCounts(measure)).length)
    expect(new Set(names).size).toBe(names.length)
  }
})
