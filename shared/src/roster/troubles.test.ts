import { chinaDateOf } from '../kernel'
import type { DutySlot } from './duty-slot'
import { isHole, rosterOrderMatter, visitsOwed, weekOf, type VisitQuestion } from './troubles'

const NOW = Date.parse('2026-09-14T10:00:00+08:00')
const HOUR = 3_600_000
type Visit = (personId: string | null, villageId: string, fromAt: number, changes?: Partial<DutySlot>) => DutySlot
const visit: Visit = (personId, villageId, fromAt, changes = {}) => ({
  id: `${personId}-${villageId}-${fromAt}`, subDistrictId: 's', villageId, month: '2026-09',
  on: chinaDateOf(fromAt), seat: 'leader', personId, fromAt, toAt: fromAt + 9 * HOUR, takeOverDueAt: fromAt + HOUR / 2, takenOverAt: fromAt, isOnSite: null,
  source: 'generated', publishedAt: 0, changedAt: null, version: 1, ...changes,
})
const owed = (changes: Partial<VisitQuestion>) => visitsOwed({
  month: '2026-09',
  leaders: [
    { personId: 'mayor', charge: '办事处主任' }, { personId: 'party', charge: '党工委书记' }, { personId: 'deputy', charge: '党工委副书记' },
  ],
  markedVillageIds: ['v', 'w'], visits: [], leaderVisits: 1, now: NOW, ...changes,
})
const keys = (changes: Partial<VisitQuestion>) => owed(changes).map(({ key }) => key)
const [PARTY, MAYOR, V, W] = ['party:2026-09', 'mayor:2026-09', 'v:2026-09', 'w:2026-09']

describe('visits that nobody has made', () => {
  test('both chiefs and each marked village, until somebody goes', () => {
    expect(keys({})).toEqual([PARTY, MAYOR, V, W])
    expect(keys({ visits: [visit('party', 'v', NOW - 100 * HOUR)] })).toEqual([MAYOR, W])
    expect(keys({ visits: [visit('deputy', 'v', NOW - 100 * HOUR)] })).toEqual([PARTY, MAYOR, W])
  })

  test('an unmarked village is no visit; where none is marked nobody owes one', () => {
    expect(keys({ visits: [visit('party', 'x', NOW - 100 * HOUR)] })).toEqual([PARTY, MAYOR, V, W])
    expect(keys({ markedVillageIds: [] })).toEqual([])
  })

  test('who sits counts from the instant he is due, until he is absent; then he does not', () => {
    const sits = (fromAt: number, takenOverAt: number | null) => keys({ visits: [visit('party', 'v', fromAt, { takenOverAt })] })
    expect(sits(NOW, null)).not.toContain(PARTY)
    expect(sits(NOW + 1, null)).toContain(PARTY)
    expect(sits(NOW - HOUR / 2, null)).not.toContain(PARTY)
    expect(sits(NOW - HOUR / 2 - 1, null)).toContain(PARTY)
    expect(sits(NOW - HOUR, NOW - 1)).toContain(PARTY)
  })

  test('what is planned is told, the earliest', () => {
    const visits = [visit('party', 'w', NOW + 200 * HOUR), visit('party', 'w', NOW + 30 * HOUR), visit(null, 'v', NOW + HOUR)]
    expect(owed({ visits })).toMatchObject([
      { key: PARTY, plannedOn: '2026-09-15' }, { key: MAYOR, plannedOn: null }, { key: V, plannedOn: null }, { key: W, plannedOn: '2026-09-15' },
    ])
  })

  test('as often as the policy says; one visit shared by two is one', () => {
    const first = visit('party', 'v', NOW - 100 * HOUR)
    expect(keys({ visits: [first], leaderVisits: 2 })).toContain(PARTY)
    expect(keys({ visits: [first, visit('party', 'v', NOW - 99 * HOUR)], leaderVisits: 2 })).toContain(PARTY)
    expect(keys({ visits: [first, visit('party', 'w', NOW - 50 * HOUR)], leaderVisits: 2 })).not.toContain(PARTY)
    expect(keys({ leaderVisits: 0 })).toEqual([])
  })
})

test('a hole is one as long as its time runs, once it is published', () => {
  const hole = visit(null, 'v', NOW, { seat: 'lead' })
  expect(isHole(hole, NOW)).toBe(true)
  expect(isHole(hole, hole.toAt - 1)).toBe(true)
  expect(isHole(hole, hole.toAt)).toBe(false)
  expect(isHole({ ...hole, publishedAt: null }, NOW)).toBe(false)
  expect(isHole({ ...hole, personId: 'li' }, NOW)).toBe(false)
  expect(isHole({ ...hole, toAt: hole.fromAt }, NOW - 1)).toBe(false)
})

test.each([
  ['2026-09-14', '2026-09-14', '2026-09-20'], ['2026-09-20', '2026-09-14', '2026-09-20'], ['2027-01-01', '2026-12-28', '2027-01-03'],
])('%s lies in the week from %s to %s', (on, fromOn, toOn) => {
  expect(weekOf(on)).toEqual({ fromOn, toOn })
})

test('what an order is about, in words', () => {
  const cell = { on: '2026-09-04', seat: 'member' as const }
  expect(rosterOrderMatter({ cause: 'hole', cell, month: null, personName: null })).toBe('9月4日 值班：没人值班')
  expect(rosterOrderMatter({ cause: 'absence', cell, month: null, personName: '陈明' })).toBe('9月4日 值班：陈明没有到岗')
  expect(rosterOrderMatter({ cause: 'visit-owed', cell: null, month: '2026-09', personName: null })).toBe('9月领导没有去坐班')
  expect(rosterOrderMatter({ cause: 'visit-owed', cell: null, month: '2026-10', personName: '您' })).toBe('10月您没有去坐班')
})
