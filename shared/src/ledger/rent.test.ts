import fc from 'fast-check'
import { addDays, sumFen } from '../kernel'
import { checkContract, rentSchedule, type Contract, type Rent } from './contract'
import { assetTotals, checkAsset, checkResource, formatArea, resourceTotals, type Asset, type Resource } from './holding'
import { rentStandingOn } from './rent'
import { refusal } from './testing/samples'

const RENT: Rent = { rhythm: 'quarter', amountFen: 30_000, steps: [], isInAdvance: true, dueAfterDays: 10 }
const POND: Contract = {
  id: 'c', bookId: 'book-1', kind: 'lease', holdingId: 'pond', title: '东塘', tenant: '老张',
  fromOn: '2026-01-15', toOn: '2026-12-31', rent: RENT,
}
const of = (changes: Partial<Contract>, rent: Partial<Rent> = {}): Contract =>
  ({ ...POND, ...changes, rent: { ...RENT, ...rent } })

describe('the schedule', () => {
  it('goes by periods from the day it began; the last one costs by its days', () => {
    expect(rentSchedule(POND)).toEqual([
      { number: 1, fromOn: '2026-01-15', toOn: '2026-04-14', dueOn: '2026-01-25', amountFen: 30_000 },
      { number: 2, fromOn: '2026-04-15', toOn: '2026-07-14', dueOn: '2026-04-25', amountFen: 30_000 },
      { number: 3, fromOn: '2026-07-15', toOn: '2026-10-14', dueOn: '2026-07-25', amountFen: 30_000 },
      // 78 of 92 days
      { number: 4, fromOn: '2026-10-15', toOn: '2026-12-31', dueOn: '2026-10-25', amountFen: 25_434 },
    ])
  })

  it('a month that has no 31st ends it', () => {
    const months = rentSchedule(of({ fromOn: '2026-01-31', toOn: '2026-05-30' }, { rhythm: 'month' }))
    expect(months.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
      ['2026-01-31', '2026-02-27'], ['2026-02-28', '2026-03-30'], ['2026-03-31', '2026-04-29'], ['2026-04-30', '2026-05-30'],
    ])
    expect(months.every(({ amountFen }) => amountFen === 30_000)).toBe(true)
  })

  it('by the year, after it, with agreed raises', () => {
    const years = rentSchedule(of({ fromOn: '2026-01-01', toOn: '2029-12-31' }, {
      rhythm: 'year', isInAdvance: false, dueAfterDays: 0,
      steps: [{ fromOn: '2027-06-01', amountFen: 33_000 }, { fromOn: '2029-01-01', amountFen: 36_000 }],
    }))
    expect(years.map(({ dueOn, amountFen }) => [dueOn, amountFen])).toEqual([
      ['2026-12-31', 30_000], ['2027-12-31', 30_000], ['2028-12-31', 33_000], ['2029-12-31', 36_000],
    ])
  })

  it('leaves no day out and counts none twice, whatever the contract', () => {
    const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2020-01-01', days))
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 5_000 }), fc.constantFrom('month', 'quarter', 'year'), (fromOn, length, rhythm) => {
      const toOn = addDays(fromOn, length)
      const schedule = rentSchedule(of({ fromOn, toOn }, { rhythm: rhythm as Rent['rhythm'] }))
      expect(schedule[0]?.fromOn).toBe(fromOn)
      expect(schedule.at(-1)?.toOn).toBe(toOn)
      for (const [at, one] of schedule.entries()) {
        expect(one.toOn >= one.fromOn).toBe(true)
        const next = schedule[at + 1]
        if (next !== undefined) expect(next.fromOn).toBe(addDays(one.toOn, 1))
        expect(one.amountFen <= 30_000 && (next === undefined || one.amountFen === 30_000)).toBe(true)
      }
    }))
  })
})

describe('how it stands on a day', () => {
  const paid = [{ entryId: 'e1', on: '2026-01-25', amountFen: 30_000 }, { entryId: 'e2', on: '2026-05-01', amountFen: 20_000 }]

  it('the due day is in time; the day after is not', () => {
    expect(rentStandingOn(POND, [], '2026-01-25')).toMatchObject({ dueFen: 30_000, overdueFen: 0, overdueDays: 0 })
    expect(rentStandingOn(POND, [], '2026-01-26')).toMatchObject({ dueFen: 30_000, overdueFen: 30_000, overdueDays: 1 })
  })

  it('payments fill the oldest first, and later ones do not count yet', () => {
    expect(rentStandingOn(POND, paid, '2026-04-30')).toMatchObject({ paidFen: 30_000, overdueFen: 30_000, overdueDays: 5 })
    const standing = rentStandingOn(POND, paid, '2026-08-04')
    expect(standing).toMatchObject({ agreedFen: 115_434, dueFen: 90_000, paidFen: 50_000, excessFen: 0 })
    expect(standing).toMatchObject({ overdueFen: 40_000, overdueDays: 101 })
    expect(standing.instalments.map(({ paidFen, overdueFen }) => [paidFen, overdueFen])).toEqual([
      [30_000, 0], [20_000, 10_000], [0, 30_000], [0, 0],
    ])
    expect(standing.next).toMatchObject({ number: 4 })
  })

  it('what is paid, owed and beyond always adds up', () => {
    const on = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
    const amountFen = fc.integer({ min: 1, max: 60_000 })
    const payments = fc.array(fc.record({ entryId: fc.constant('e'), on, amountFen }))
    fc.assert(fc.property(payments, on, (given, day) => {
      const { instalments, paidFen, overdueFen, excessFen } = rentStandingOn(POND, given, day)
      const before = sumFen(given.filter((one) => one.on <= day).map((one) => one.amountFen))
      const lateFen = sumFen(rentSchedule(POND).filter((one) => one.dueOn < day).map((one) => one.amountFen))
      expect(paidFen).toBe(before)
      expect(instalments.reduce((sum, one) => sum + one.paidFen, 0) + excessFen).toBe(before)
      expect(overdueFen).toBe(Math.max(0, lateFen - before))
    }))
  })
})

describe('a contract as it is entered', () => {
  it('a lease of twenty years, not a day more; land may run longer', () => {
    expect(() => checkContract(of({ fromOn: '2026-01-01', toOn: '2045-12-31' }))).not.toThrow()
    expect(() => checkContract(of({ fromOn: '2026-01-01', toOn: '2046-01-01' }))).toThrow(refusal('ledger.contract-too-long', { years: 20 }))
    expect(() => checkContract(of({ kind: 'land', fromOn: '2026-01-01', toOn: '2055-12-31' }))).not.toThrow()
  })

  it.each<[string, Partial<Contract>, Partial<Rent>]>([
    ['title', { title: ' ' }, {}],
    ['tenant', { tenant: '' }, {}],
    ['fromOn', { fromOn: '2026-02-30' }, {}],
    ['toOn', { toOn: '2026-01-14' }, {}],
    ['amountFen', {}, { amountFen: 0.5 }],
    ['amountFen', {}, { steps: [{ fromOn: '2026-05-01', amountFen: -1 }] }],
    ['steps', {}, { steps: [{ fromOn: '2026-01-15', amountFen: 1 }] }],
    ['steps', {}, { steps: [{ fromOn: '2026-06-01', amountFen: 1 }, { fromOn: '2026-05-01', amountFen: 1 }] }],
    ['dueAfterDays', {}, { dueAfterDays: -1 }],
  ])('a faulty %s is named', (field, changes, rent) => {
    expect(() => checkContract(of(changes, rent))).toThrow(refusal('ledger.contract-invalid', { field }))
  })
})

describe('assets and resources', () => {
  const asset: Asset = { id: 'a', bookId: 'book-1', kind: 'building', name: '老村部', place: '3组', originalFen: 900_000, acquiredOn: null, use: 'idle' }
  const resource: Resource = { id: 'r', bookId: 'book-1', kind: 'pond', name: '东塘', place: '2组', areaCentiMu: 1_235, use: 'let' }

  it('count what there is, idle and let; what is gone is gone', () => {
    expect(assetTotals([asset, { ...asset, use: 'gone' }, { ...asset, use: 'own-use' }])).toEqual({ count: 2, idleCount: 1, letCount: 0, originalFen: 1_800_000 })
    expect(resourceTotals([resource, { ...resource, use: 'gone' }])).toEqual({ count: 1, idleCount: 0, letCount: 1, areaCentiMu: 1_235 })
    expect([1_235, 1_200, 5, 120].map(formatArea)).toEqual(['12.35 亩', '12 亩', '0.05 亩', '1.2 亩'])
  })

  it.each<[string, () => void]>([
    ['name', () => checkAsset({ ...asset, name: ' ' })],
    ['place', () => checkResource({ ...resource, place: '村'.repeat(61) })],
    ['originalFen', () => checkAsset({ ...asset, originalFen: -1 })],
    ['acquiredOn', () => checkAsset({ ...asset, acquiredOn: '2026-13-01' })],
    ['areaCentiMu', () => checkResource({ ...resource, areaCentiMu: 0.5 })],
  ])('a faulty %s is named', (field, check) => expect(check).toThrow(refusal('ledger.holding-invalid', { field })))
})
