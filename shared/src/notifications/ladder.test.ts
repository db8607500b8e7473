import { climbs, isTexted, ladderOf, nextRung, RUNG_MS } from './ladder'

const silent = { isOver: false, isReached: false, hasCommittee: true }
const asked = { kind: 'you-are-asked', step: 0 } as const

describe('the ladder of a duty notice', () => {
  it('nobody was reached: first the others of the committee, then the sub-district, then it is done', () => {
    expect(nextRung(asked, silent)).toBe('committee')
    expect(nextRung({ ...asked, step: 1 }, silent)).toBe('sub-district')
    expect(nextRung({ ...asked, step: 2 }, silent)).toBeNull()
  })

  it('a village that has nobody else is no rung', () => {
    expect(nextRung(asked, { ...silent, hasCommittee: false })).toBe('sub-district')
  })

  it('one who was reached is enough, and so is an answer', () => {
    expect(nextRung(asked, { ...silent, isReached: true })).toBeNull()
    expect(nextRung(asked, { ...silent, isOver: true })).toBeNull()
  })

  it('what the whole committee was told goes to the sub-district at once; what that was told, nowhere', () => {
    expect(nextRung({ kind: 'response-reminder', step: 0 }, silent)).toBe('sub-district')
    for (const kind of ['response-overdue', 'undeliverable', 'answered'] as const) {
      expect(climbs(kind)).toBe(false)
      expect(nextRung({ kind, step: 0 }, silent)).toBeNull()
    }
  })

  it('a department has no committee: nobody of it reached, the sub-district calls; leaders are texted that one won’t come', () => {
    for (const kind of ['part-called', 'part-reviewed'] as const) {
      expect([isTexted(kind), nextRung({ kind, step: 0 }, { ...silent, hasCommittee: false })]).toEqual([true, 'sub-district'])
    }
    expect([isTexted('part-refused'), climbs('part-refused'), isTexted('part-closed')]).toEqual([true, false, false])
  })

  it('staff know within ten minutes, however many rungs lie between', () => {
    const first = ladderOf('f1', 't1', 'you-are-asked', 0)
    expect(first.dueAt + RUNG_MS).toBeLessThan(10 * 60_000)
  })

  it('a villager is texted of nothing', () => {
    for (const kind of ['answered', 'closed', 'month-published', 'membership-approved'] as const) expect(isTexted(kind)).toBe(false)
  })
})
