import { DEFAULT_ROSTER_TERMS, replacePerson, type RosterFact } from '@huiying/shared/roster'
import { slotOf, type SeatRow } from '../../../test/support/duty-roster'
import { passedFacts, type SlotChange } from './passed-facts'

const now = Date.parse('2026-09-14T09:00:00+08:00')

const passed = (row: SeatRow, to: string | null, villageId = 'liushu'): SlotChange => {
  const before = slotOf(villageId, row)
  return { before, replacement: replacePerson(before, to, 'edited', `${before.id}-next`, DEFAULT_ROSTER_TERMS, now) }
}
const told = (facts: readonly RosterFact[]) => facts.map((fact) =>
  fact.type === 'roster.duty-passed' ? [fact.fromPersonId, fact.toPersonId, fact.days.map((on) => on.slice(8)).join(), fact.at] : [])
const facts = (...changes: readonly SlotChange[]) => told(passedFacts(changes, 'edited', now))

describe('who is told that duty went from one to another', () => {
  test('once for each pair and village, however many days', () => {
    expect(facts(
      passed(['2026-09-20', 'lead', 'li'], 'chen'), passed(['2026-09-16', 'lead', 'li'], 'chen'), passed(['2026-09-17', 'member', 'ke'], null),
    )).toEqual([['li', 'chen', '16,20', null], ['ke', null, '17', null]])
    expect(facts(passed(['2026-09-16', 'member', 'li'], 'chen'), passed(['2026-09-16', 'member', 'li'], 'chen', 'taoyuan'))).toHaveLength(2)
  })

  test('of a shift that runs, with the instant', () => {
    expect(facts(passed(['2026-09-14', 'lead', 'li'], 'chen'))).toEqual([['li', 'chen', '14', now]])
  })

  test('who is moved from one day to another hears of both', () => {
    expect(facts(passed(['2026-09-16', 'member', 'ke'], 'feng'), passed(['2026-09-18', 'member', 'feng'], 'ke')))
      .toEqual([['ke', 'feng', '16', null], ['feng', 'ke', '18', null]])
  })

  test('who only changes his seat of a day hears nothing; the others hear of each other', () => {
    expect(facts(passed(['2026-09-16', 'lead', 'li'], 'chen'), passed(['2026-09-16', 'member', 'chen'], 'li'))).toEqual([])
    expect(facts(passed(['2026-09-16', 'lead', 'li'], 'chen'), passed(['2026-09-16', 'member', 'chen'], 'ke'))).toEqual([['li', 'ke', '16', null]])
    expect(facts(passed(['2026-09-16', 'lead', null], 'chen'), passed(['2026-09-16', 'member', 'chen'], 'ke'))).toEqual([[null, 'ke', '16', null]])
    expect(facts(passed(['2026-09-16', 'lead', 'chen'], null), passed(['2026-09-16', 'member', 'ke'], 'chen'))).toEqual([['ke', null, '16', null]])
  })

  test('visits that come to be or fall away', () => {
    const added = [slotOf('liushu', ['2026-09-16', 'leader', 'wu'])]
    const running = slotOf('liushu', ['2026-09-14', 'stationed', 'zhou'])
    const removed = [{ before: running, ended: { ...running, toAt: now } }, { before: slotOf('liushu', ['2026-09-16', 'stationed', 'zhou']), ended: null }]
    expect(told(passedFacts([], 'edited', now, { added, removed })))
      .toEqual([['zhou', null, '14,16', now], [null, 'wu', '16', null]])
  })
})
