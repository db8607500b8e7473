import fc from 'fast-check'
import { dayOf, NATIONAL_YEARS } from '../calendar'
import type { Post } from '../identity'
import type { GenerationInput, GenerationResult, PlannedCell } from './generation'
import { generateMonth } from './generate-month'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { china, inputOf, postOf, villageOf } from './testing/generation-world'

const leader = (personId: string, charge: string | null, changes: Partial<Post> = {}): Post =>
  postOf(personId, 'leader', 'qingxi', { charge, ...changes })
const LEADERS = [
  leader('ma', '党工委书记'), leader('lu', '党工委副书记、办事处主任'), leader('bai', '纪工委书记'), leader('hua', '分管城建'),
  leader('kang', null),
]
const make = (marked: number, changes: Partial<GenerationInput> = {}): GenerationResult => {
  const villages = Array.from({ length: 8 }, (_, n) => villageOf(`v${n}`, { isMarked: n < marked, stationed: `cadre${n}` }))
  return generateMonth(inputOf(changes.month ?? '2026-07', villages, { leaders: LEADERS, ...changes }))
}
const visitsOf = ({ cells }: Pick<GenerationResult, 'cells'>): readonly PlannedCell[] => cells.filter(({ seat }) => seat === 'leader')
const sum = (cells: readonly PlannedCell[], personId: string): number =>
  cells.filter((cell) => cell.personId === personId).length
const codesOf = ({ notes }: GenerationResult): readonly unknown[] =>
  notes.filter(({ seat }) => seat === 'leader').map(({ code, villageId, personId }) => [code, villageId, personId])

describe('which villages are visited, and by whom', () => {
  it('a visit that was taken away by hand is laid on another day', () => {
    const [visit] = visitsOf(make(1))
    const again = visitsOf(make(1, { takenAway: visit === undefined ? [] : [visit] }))
    expect(again).toHaveLength(visitsOf(make(1)).length)
    expect(again.map(({ on }) => on)).not.toContain(visit?.on)
  })

  it('each marked village once, party secretary and mayor among those who go, nobody twice while another has not gone', () => {
    const result = make(5)
    expect(visitsOf(result).map(({ villageId }) => villageId)).toEqual(['v0', 'v1', 'v2', 'v3', 'v4'])
    expect(visitsOf(result).map(({ personId }) => personId).sort()).toEqual(['bai', 'hua', 'kang', 'lu', 'ma'])
    expect(codesOf(result)).toEqual([])
  })

  it('as often as the policy says, on different days', () => {
    const result = make(3, { terms: { ...DEFAULT_ROSTER_TERMS, leaderVisits: 2 } })
    for (const villageId of ['v0', 'v1', 'v2']) {
      const days = visitsOf(result).filter((cell) => cell.villageId === villageId).map(({ on }) => on)
      expect(new Set(days).size).toBe(2)
    }
    expect(visitsOf(result)).toHaveLength(6)
  })

  it('a single marked village is visited by both chiefs, on different days, and by nobody else', () => {
    const visits = visitsOf(make(1))
    expect(visits.map(({ personId }) => personId).sort()).toEqual(['lu', 'ma'])
    expect(new Set(visits.map(({ on }) => on)).size).toBe(2)
  })

  it('whoever is not chief shares the rest: over four months nobody of them goes twice more than another', () => {
    let past: readonly PlannedCell[] = []
    for (const month of ['2026-06', '2026-07', '2026-08', '2026-09']) past = [...past, ...make(4, { month, past }).cells]
    const counts = ['bai', 'hua', 'kang'].map((personId) => sum(visitsOf({ cells: past }), personId))
    expect(counts.reduce((one, other) => one + other)).toBe(8)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    expect(['ma', 'lu'].map((personId) => sum(visitsOf({ cells: past }), personId))).toEqual([4, 4])
    const villagesOfMa = visitsOf({ cells: past }).filter(({ personId }) => personId === 'ma').map(({ villageId }) => villageId)
    expect(new Set(villagesOfMa).size).toBe(4)
  })

  it('who was there last time leaves the village to another', () => {
    const past = ['bai', 'hua'].map((personId, n): PlannedCell => (
      { villageId: `v${n}`, on: `2026-06-1${n}`, seat: 'leader', personId }))
    const leaders = LEADERS.filter(({ personId }) => personId === 'bai' || personId === 'hua')
    expect(visitsOf(make(2, { leaders, past })).map(({ personId }) => personId)).toEqual(['hua', 'bai'])
  })

  it('the village that has waited longest comes first in the month', () => {
    const past = ['v0', 'v1', 'v3'].map((villageId, n): PlannedCell => ({ villageId, on: `2026-06-1${n}`, seat: 'leader', personId: 'hua' }))
    const visits = [...visitsOf(make(4, { past }))].sort((one, other) => (one.on < other.on ? -1 : 1))
    expect(visits.map(({ villageId }) => villageId)).toEqual(['v2', 'v0', 'v1', 'v3'])
  })
})

describe('when', () => {
  it('on working days, spread over the month, not on the stationed cadre\'s day, never two leaders or two villages at once', () => {
    fc.assert(fc.property(
      fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('2026-02', '2026-07', '2026-10'),
      (marked, leaderVisits, month) => {
        const result = make(marked, { month, terms: { ...DEFAULT_ROSTER_TERMS, leaderVisits } })
        const visits = visitsOf(result)
        expect(visits).toHaveLength(marked * leaderVisits)
        expect(visits.filter(({ on }) => dayOf(NATIONAL_YEARS, on).kind !== 'working-day')).toEqual([])
        for (const keyOf of [(cell: PlannedCell) => `${cell.villageId} ${cell.on}`, (cell: PlannedCell) => `${cell.personId} ${cell.on}`]) {
          expect(new Set(visits.map(keyOf)).size).toBe(visits.length)
        }
        const stationed = new Set(result.cells.filter(({ seat }) => seat === 'stationed').map(({ villageId, on }) => villageId + on))
        expect(visits.filter(({ villageId, on }) => stationed.has(villageId + on))).toEqual([])
        const days = visits.map(({ on }) => Number(on.slice(8)))
        expect(Math.max(...days) - Math.min(...days)).toBeGreaterThanOrEqual(10)
      },
    ), { numRuns: 40 })
  })

  it('a leader comes when he is not on leave', () => {
    const leaves = [{ personId: 'ma', fromOn: '2026-07-01', toOn: '2026-07-29' }]
    const visit = visitsOf(make(5, { leaves })).find(({ personId }) => personId === 'ma')
    expect(['2026-07-30', '2026-07-31']).toContain(visit?.on)
  })

  it('where all can come on two days only, they do not all come on the same', () => {
    const leaves = LEADERS.map(({ personId }) => ({ personId, fromOn: '2026-07-01', toOn: '2026-07-29' }))
    expect(visitsOf(make(2, { leaves })).map(({ on }) => on).sort()).toEqual(['2026-07-30', '2026-07-31'])
  })

  it('what is set by hand counts: for the village, and for the chief', () => {
    const fixed = [{ villageId: 'v1', on: '2026-07-02', seat: 'leader' as const, personId: 'ma' }]
    const visits = visitsOf(make(2, { fixed }))
    expect(visits.map(({ villageId, personId }) => [villageId, personId])).toEqual([['v0', 'lu'], ['v1', 'ma']])
  })
})

describe('what cannot be done', () => {
  it('no village is marked', () => {
    const result = make(0)
    expect(visitsOf(result)).toEqual([])
    expect(codesOf(result)).toEqual([['no-marked-villages', null, null]])
  })

  it('a chief is not on the list: said, and the others go', () => {
    const result = make(2, { leaders: LEADERS.slice(1) })
    expect(codesOf(result)).toEqual([['no-chief', null, null]])
    expect(visitsOf(result)).toHaveLength(2)
  })

  it('a chief who is away all month, with one village: nobody is sent a second time in his place', () => {
    const leaves = [{ personId: 'ma', fromOn: '2026-07-01', toOn: '2026-07-31' }]
    const result = make(1, { leaves })
    expect(codesOf(result)).toEqual([['chief-cannot-visit', null, 'ma']])
    expect(visitsOf(result).map(({ personId }) => personId)).toEqual(['lu'])
  })

  it('one who is both chiefs goes once', () => {
    const result = make(1, { leaders: [leader('ma', '党委书记、镇长'), ...LEADERS.slice(2)] })
    expect(codesOf(result)).toEqual([])
    expect(visitsOf(result).map(({ personId }) => personId)).toEqual(['ma'])
  })

  it('a chief who leaves office in the month is followed by the next: one of them goes', () => {
    const leaders = [
      leader('ma', '党工委书记', { toAt: china('2026-07-16') }), leader('niu', '党工委书记', { fromAt: china('2026-07-16') }),
      ...LEADERS.slice(1),
    ]
    const result = make(2, { leaders })
    expect(codesOf(result)).toEqual([])
    const visits = visitsOf(result).filter(({ personId }) => personId === 'ma' || personId === 'niu')
    expect(visits).toHaveLength(1)
  })

  it('no leader at all: each marked village is named', () => {
    expect(codesOf(make(2, { leaders: [] }))).toEqual([
      ['no-chief', null, null], ['village-not-visited', 'v0', null], ['village-not-visited', 'v1', null],
    ])
  })
})
