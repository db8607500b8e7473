import { MINUTE_MS } from '../kernel'
import type { Seat } from './duty-slot'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { publishMonth, type DraftToPublish } from './publish-month'
import type { RosterMonth } from './roster-month'
import { china, postOf } from './testing/generation-world'
import { slotOf } from './testing/slot-of'

const terms = DEFAULT_ROSTER_TERMS
const NOW = china('2026-09-15 09:00')
const month: RosterMonth = {
  subDistrictId: 'qingxi', month: '2026-09', status: 'draft', revision: 3, policyVersion: 0, terms, notes: [], generatedAt: 1,
  publishedAt: null, publishedBy: null,
}
const slot = (personId: string | null, on: string, seat: Seat = 'lead', villageId = 'liushu') =>
  slotOf(personId, seat, on, { villageId, publishedAt: null })
const posts = [
  postOf('li', 'secretary', 'liushu'), postOf('chen', 'director', 'liushu', { toAt: china('2026-09-17') }),
  postOf('gao', 'stationed-cadre', 'liushu'), postOf('wu', 'leader', 'qingxi'),
]
const draft = (changes: Partial<DraftToPublish> = {}): DraftToPublish =>
  ({ month, slots: [], posts, leaves: [], ...changes })
const wish = { by: 'sun', seenRevision: 3, acceptHoles: false }

describe('putting a month in force', () => {
  test('what is over is dropped, and what runs begins now', () => {
    const slots = [slot('li', '2026-09-14'), slot('li', '2026-09-15'), slot('li', '2026-09-16')]
    const { next, facts } = publishMonth(draft({ slots }), wish, NOW)
    expect(next.month).toMatchObject({ status: 'published', revision: 4, publishedAt: NOW, publishedBy: 'sun' })
    expect(next.slots).toMatchObject([
      { on: '2026-09-15', fromAt: NOW, takeOverDueAt: NOW + 30 * MINUTE_MS, publishedAt: NOW },
      { on: '2026-09-16', fromAt: china('2026-09-15 18:00'), takeOverDueAt: china('2026-09-15 18:30'), publishedAt: NOW },
    ])
    expect(facts).toEqual([
      { type: 'roster.month-published', subjectId: 'qingxi', month: '2026-09', holes: 0 },
      { type: 'roster.village-published', subjectId: 'liushu', month: '2026-09', holes: 0 },
    ])
  })

  test('whoever lost his post or took leave since is seated nowhere, and that counts as a hole', () => {
    const slots = [
      slot('chen', '2026-09-16'), slot('chen', '2026-09-17'), slot('li', '2026-09-18'), slot('li', '2026-09-19'),
      slot(null, '2026-09-20', 'member'), slot('li', '2026-09-16', 'lead', 'taoyuan'),
    ]
    const leaves = [
      { personId: 'li', fromOn: '2026-09-18', toOn: '2026-09-18' },
      { personId: 'li', fromOn: '2026-09-19', toOn: '2026-09-19', cancelledAt: 1 },
    ]
    const all = draft({ slots, leaves })
    expect(() => publishMonth(all, wish, NOW)).toThrow(expect.objectContaining({ code: 'roster.has-holes', details: { holes: 4, emptied: 3 } }))
    const { next, facts } = publishMonth(all, { ...wish, acceptHoles: true }, NOW)
    expect(next.emptied.map(({ id }) => id)).toEqual(['liushu-2026-09-17-lead', 'liushu-2026-09-18-lead', 'taoyuan-2026-09-16-lead'])
    expect(next.slots.map(({ personId }) => personId)).toEqual(['chen', null, null, 'li', null, null])
    expect(facts.map((fact) => ('holes' in fact ? fact.holes : null))).toEqual([4, 3, 1])
  })

  test("a visitor's post lies elsewhere than the village he comes to", () => {
    const slots = [slot('gao', '2026-09-16', 'stationed', 'taoyuan'), slot('wu', '2026-09-16', 'leader')]
    expect(publishMonth(draft({ slots }), wish, NOW).next.emptied).toEqual([])
  })

  test.each([
    ['roster.month-published', { publishedAt: 1 }, wish],
    ['roster.month-over', { month: '2026-08' }, wish],
    ['roster.revision-changed', {}, { ...wish, seenRevision: 2 }],
  ])('%s', (code, changes, wanted) => {
    expect(() => publishMonth(draft({ month: { ...month, ...changes } }), wanted, NOW)).toThrow(code)
  })
})
