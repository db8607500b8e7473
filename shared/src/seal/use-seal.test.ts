import * as fc from 'fast-check'
import { DomainError, startOfChinaDay } from '../kernel'
import { hashOf, POSTS, WITNESS } from '../expenses/testing/samples'
import { runs } from '../expenses/testing/runs'
import { copiesLeft, registerFaults, sealUseLabel, useOfSeal, type SealRequest, type SealUse } from '.'
import { approvedSeal, FILER, NINE, sealSubmitted } from './testing/samples'

const SHA = hashOf('contract')
const use = (request: SealRequest, copies = 1, id = 'u1', changes: object = {}) =>
  useOfSeal(request, { id, personId: FILER, documentSha256: SHA, copies, ...changes }, 6, POSTS, NINE)

it('the seal goes onto the document that was signed for, on no more copies, once the three have signed', () => {
  const { next, facts } = use(approvedSeal())
  expect(next).toMatchObject({ status: 'approved', uses: [{ year: 2026, number: 7, copies: 1, documentSha256: SHA, by: FILER }] })
  expect(facts).toMatchObject([{ type: 'seal.used', number: 7 }])
  expect(copiesLeft(next)).toBe(1)
  expect(() => use(sealSubmitted())).toThrow('seal.not-approved')
  expect(() => use(approvedSeal(), 1, 'u1', { documentSha256: hashOf('other') })).toThrow('seal.other-document')
  expect(() => use(approvedSeal(), 1, 'u1', { personId: WITNESS })).toThrow('seal.only-village')
  for (const copies of [0, 3, 0.5]) expect(() => use(approvedSeal(), copies)).toThrow('seal.too-many-copies')
  expect(use(approvedSeal(), 2).next.status).toBe('used')
  expect(() => use(use(approvedSeal(), 2).next, 1, 'u2')).toThrow('seal.too-many-copies')
  expect(use(next, 1, 'u1')).toEqual({ next, facts: [] })
})

it('the year is China’s at the moment of use', () => {
  const newYear = startOfChinaDay('2027-01-01')
  const at = (now: number) => useOfSeal(approvedSeal(), { id: 'u', personId: FILER, documentSha256: SHA, copies: 1 }, 0, POSTS, now).next.uses[0]?.year
  expect([at(newYear - 1), at(newYear)]).toEqual([2026, 2027])
  expect(sealUseLabel({ year: 2026, number: 7 })).toBe('2026-007')
  expect(sealUseLabel({ year: 2026, number: 1_234 })).toBe('2026-1234')
})

it('whatever is tried in whatever order, over New Year: numbers without gaps, never more copies than signed for', () => {
  const newYear = startOfChinaDay('2027-01-01')
  const anyTry = fc.record({
    which: fc.nat(2), copies: fc.integer({ min: 0, max: 3 }), id: fc.nat(5), stepMs: fc.nat(40_000_000),
  })
  fc.assert(fc.property(fc.array(anyTry, { maxLength: 30 }), (tries) => {
    const requests = ['s1', 's2', 's3'].map((id, index) => index === 2 ? sealSubmitted({}, undefined, id) : approvedSeal({ copies: 4 }, id))
    let now = newYear - 200_000_000
    for (const { which, copies, id, stepMs } of tries) {
      now += stepMs
      const year = now < newYear ? 2026 : 2027
      const last = Math.max(0, ...all(requests).filter((one) => one.year === year).map(({ number }) => number))
      const request = requests[which]
      if (request === undefined) throw new Error('there are three')
      try {
        requests[which] = useOfSeal(request, { id: `${id}`, personId: FILER, documentSha256: SHA, copies }, last, POSTS, now).next
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
      }
    }
    expect(registerFaults(all(requests))).toEqual([])
    expect(requests.map(copiesLeft).every((left) => left >= 0)).toBe(true)
    expect(requests[2]?.uses).toEqual([])
  }), runs(150))
})

it('a register with a gap or a double is named', () => {
  const places = [1, 2, 4, 4].map((number) => ({ year: 2026, number }))
  expect(registerFaults([...places, { year: 2027, number: 2 }])).toEqual([
    { year: 2026, number: 3 }, { year: 2026, number: 4 }, { year: 2027, number: 1 },
  ])
})

function all(requests: readonly SealRequest[]): readonly SealUse[] {
  return requests.flatMap(({ uses }) => uses)
}
