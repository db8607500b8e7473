import { NATIONAL_YEARS } from '../calendar'
import { viewerAt, type PostKind, type SeatedPost, type Viewer } from '../identity'
import { checkMayChange, decideChanges, refusedChanges, type MonthOfCells } from './change-cells'
import { cellKey, type DutySlot, type Seat } from './duty-slot'
import type { CellChange } from './month-wire'
import { DEFAULT_ROSTER_TERMS as terms } from './policy'
import { spanOf } from './shift'

const on = '2026-09-15'
const at = (text: string): number => Date.parse(`2026-09-${text}+08:00`)
/** The evening before is far off. */
const before = at('10T09:00')

const post = (personId: string, kind: PostKind, unitId = 'liushu'): SeatedPost => ({
  id: `${personId}-${kind}-${unitId}`, personId, kind, unitId, charge: null, fromAt: 0, toAt: null,
  villageId: unitId === 'qingxi' ? null : unitId, subDistrictId: 'qingxi',
})
const posts = [
  post('li', 'secretary'), post('chen', 'director'), post('zheng', 'committee-member'), post('feng', 'committee-member'),
  post('zhou', 'stationed-cadre'), post('zhou', 'stationed-cadre', 'taoyuan'), post('wu', 'leader', 'qingxi'),
]
const slot = (seat: Seat, personId: string | null, changes: Partial<DutySlot> = {}): DutySlot => ({
  id: `${seat}-${changes.on ?? on}`, subDistrictId: 'qingxi', month: '2026-09', villageId: 'liushu', on, seat, personId,
  ...spanOf(seat, changes.on ?? on, terms),
  takeOverDueAt: spanOf(seat, changes.on ?? on, terms).fromAt + terms.absentAfterMs,
  takenOverAt: null, isOnSite: null, source: 'generated', publishedAt: 1, changedAt: null, version: 3, ...changes,
})
const standing = [slot('lead', 'li'), slot('member', 'zheng'), slot('stationed', 'zhou')]
const draftOf = (slots: readonly DutySlot[]) => slots.map((one) => ({ ...one, publishedAt: null }))

type Somebody = string | null | undefined
const change = (seat: Seat, seenPersonId: Somebody, personId: Somebody, changes: Partial<CellChange> = {}) =>
  ({ villageId: 'liushu', on, seat, seenPersonId, personId, ...changes })

type Circumstances = Partial<MonthOfCells> & { readonly now?: number }

function decide(changes: readonly CellChange[], { now = before, slots = standing, ...more }: Circumstances = {}) {
  let made = 0
  const publishedAt = slots[0]?.publishedAt ?? null
  const month = { subDistrictId: 'qingxi', month: '2026-09', terms, publishedAt }
  const newId = () => `new-${(made += 1)}`
  const publishedWith = new Map<string, string | null>()
  return decideChanges({ month, slots, posts, leaves: [], calendar: NATIONAL_YEARS, publishedWith, ...more }, changes, { source: 'edited', newId, now })
}
const code = (act: () => unknown): unknown => {
  try {
    act()
    return null
  } catch (error) {
    return (error as { readonly code: string }).code
  }
}

describe('cells changed by hand', () => {
  describe('a coming day that is back to whom it was published with', () => {
    const was = (seat: Seat, personId: string | null) =>
      ({ publishedWith: new Map([[cellKey({ villageId: 'liushu', on, seat }), personId]]) })
    const changedAt = (...asked: Parameters<typeof decide>) => {
      const { replaced, added } = decide(...asked)
      return [...replaced.map(({ replacement }) => replacement.next), ...added].map((one) => one.changedAt)
    }
    const late = (seat: Seat, personId: string | null, changes: Partial<DutySlot> = {}) =>
      [slot(seat, personId, { changedAt: 2, ...changes })]

    it('says nothing of it any more', () => {
      expect(changedAt([change('lead', 'chen', 'li')], { slots: late('lead', 'chen'), ...was('lead', 'li') })).toEqual([null])
      expect(changedAt([change('member', 'feng', null)], { slots: late('member', 'feng'), ...was('member', null) })).toEqual([null])
      expect(changedAt([change('stationed', undefined, 'zhou')], {
        slots: [slot('lead', 'li')], ...was('stationed', 'zhou'),
      })).toEqual([null])
    })
    it('says it of a third person, of a visit that came later, and of a shift that runs', () => {
      expect(changedAt([change('member', 'feng', 'li')], { slots: late('member', 'feng'), ...was('member', 'zheng') })).toEqual([before])
      const visit = late('stationed', 'zhou', { publishedAt: 5 })
      const month = { subDistrictId: 'qingxi', month: '2026-09', terms, publishedAt: 1 }
      expect(changedAt([change('stationed', 'zhou', null)], { slots: visit, month, ...was('stationed', null) })).toEqual([before])
      const now = at('15T09:00')
      expect(changedAt([change('lead', 'chen', 'li')], { slots: late('lead', 'chen'), ...was('lead', 'li'), now })).toEqual([now])
    })
  })
  it('a coming slot is changed as it stands, and says that it was', () => {
    const { replaced, added, removed } = decide([change('lead', 'li', 'chen')])
    expect([added, removed]).toEqual([[], []])
    expect(replaced).toEqual([{
      before: standing[0], replacement: { ended: null, next: { ...standing[0], personId: 'chen', source: 'edited', changedAt: before } },
    }])
  })

  it('of a running one, what was sat stays', () => {
    const now = at('15T10:00')
    const [first] = decide([change('lead', 'li', 'chen')], { now }).replaced
    expect(first?.replacement.ended).toMatchObject({ id: `lead-${on}`, personId: 'li', toAt: now })
    expect(first?.replacement.next).toMatchObject({ personId: 'chen', fromAt: now, takeOverDueAt: now + terms.absentAfterMs, version: 1 })
  })

  it('a draft is changed as it stands also while its time runs', () => {
    const [first] = decide([change('lead', 'li', 'chen')], { now: at('15T10:00'), slots: draftOf(standing) }).replaced
    expect(first?.replacement).toMatchObject({ ended: null, next: { id: `lead-${on}`, personId: 'chen', changedAt: null } })
  })

  it('what stands there already is no change', () => {
    expect(decide([change('lead', 'li', 'li'), change('leader', undefined, undefined)])).toEqual({ replaced: [], added: [], removed: [] })
  })

  it('two change places in one go, and neither could alone', () => {
    const swap = [change('lead', 'li', 'chen'), change('member', 'zheng', 'li')]
    expect(decide(swap).replaced.map(({ replacement }) => replacement.next.personId)).toEqual(['chen', 'li'])
    expect(code(() => decide([change('member', 'zheng', 'li')]))).toBe('roster.sits-elsewhere')
  })

  it('a visit is added, and taken away; a running one is ended and nobody follows', () => {
    const { added } = decide([change('leader', undefined, 'wu')])
    expect(added).toEqual([expect.objectContaining({
      id: 'new-1', seat: 'leader', personId: 'wu', ...spanOf('leader', on, terms), publishedAt: before, changedAt: before, source: 'edited',
    })])
    expect(decide([change('stationed', 'zhou', undefined)]).removed).toEqual([{ before: standing[2], ended: null }])
    const now = at('15T10:00')
    expect(decide([change('stationed', 'zhou', undefined)], { now }).removed).toEqual([{ before: standing[2], ended: { ...standing[2], toAt: now } }])
    expect(decide([change('stationed', 'zhou', undefined)], { now, slots: draftOf(standing) }).removed[0]?.ended).toBeNull()
  })

  it('a visit added while it could run begins now; what was taken away may be put back', () => {
    const now = at('15T10:00')
    expect(decide([change('leader', undefined, 'wu')], { now }).added[0]).toMatchObject({ fromAt: now, takeOverDueAt: now + terms.absentAfterMs })
    const cut = standing.map((one) => (one.seat === 'stationed' ? { ...one, toAt: at('15T09:30') } : one))
    for (const seen of ['zhou', undefined]) {
      expect(decide([change('stationed', seen, 'zhou')], { now, slots: cut }).added[0]).toMatchObject({ personId: 'zhou', fromAt: now })
    }
    expect(decide([change('stationed', 'zhou', undefined)], { now, slots: cut })).toEqual({ replaced: [], added: [], removed: [] })
  })

  it('holes are made and filled', () => {
    expect(decide([change('lead', 'li', null)]).replaced[0]?.replacement.next.personId).toBeNull()
    const slots = [slot('lead', null)]
    expect(decide([change('lead', null, 'li')], { slots }).replaced[0]?.replacement.next.personId).toBe('li')
  })

  it.each<[string, CellChange, string]>([
    ['somebody else stands there', change('lead', 'chen', 'li'), 'roster.cell-changed'],
    ['a hole was seen, somebody stands there', change('lead', null, 'chen'), 'roster.cell-changed'],
    ['nothing was seen, somebody stands there', change('stationed', undefined, 'zhou'), 'roster.cell-changed'],
    ['somebody was seen, nothing is there', change('leader', 'wu', null), 'roster.cell-changed'],
    ['a member leads', change('lead', 'li', 'zheng'), 'roster.cannot-sit'],
    ['a stranger', change('member', 'zheng', 'nobody'), 'roster.cannot-sit'],
    ['a committee seat cannot be taken away', change('lead', 'li', undefined), 'request.invalid'],
    ['a day of another month', change('lead', 'li', 'chen', { on: '2026-10-01' }), 'request.invalid'],
    ['no day', change('lead', 'li', 'chen', { on: '2026-09-31' }), 'request.invalid'],
    ['on leave', change('member', 'zheng', 'feng'), 'roster.on-leave'],
  ])('%s: refused', (_what, asked, expected) => {
    const leaves = [{ personId: 'feng', fromOn: on, toOn: on }]
    expect(code(() => decide([asked], { leaves }))).toBe(expected)
  })

  it('nobody is made to lead on a rest day or holiday; on a make-up day, and where the seat stands already, somebody may', () => {
    const [saturday, holiday, makeUpDay] = ['2026-09-19', '2026-09-25', '2026-09-20']
    const lead = (day: string, seen: Somebody, personId: Somebody) => change('lead', seen, personId, { on: day })
    for (const day of [saturday, holiday]) {
      for (const whom of ['li', null]) expect(code(() => decide([lead(day, undefined, whom)]))).toBe('roster.nobody-leads')
    }
    expect(decide([lead(makeUpDay, undefined, 'li')]).added).toHaveLength(1)
    expect(decide([change('member', undefined, 'zheng', { on: saturday })]).added).toHaveLength(1)
    const slots = [slot('lead', 'li', { on: saturday })]
    expect(decide([lead(saturday, 'li', 'chen')], { slots }).replaced).toHaveLength(1)
  })

  it('one refusal keeps all of it from happening, and names the cell', () => {
    const changes = [change('lead', 'li', 'chen'), change('member', 'feng', 'zheng')]
    expect(() => decide(changes)).toThrow(expect.objectContaining({
      code: 'roster.cell-changed', details: { on, villageId: 'liushu', seat: 'member' },
    }))
    expect(code(() => decide([change('lead', 'li', 'chen'), change('lead', 'li', null)]))).toBe('request.invalid')
  })

  it('until the last instant of the shift, not at its end', () => {
    const until = (now: number) => code(() => decide([change('lead', 'li', 'chen')], { now }))
    expect(until(at('15T17:59:59.999'))).toBeNull()
    expect(until(at('15T18:00'))).toBe('roster.cell-over')
    expect(code(() => decide([change('leader', undefined, 'wu')], { now: at('15T18:00') }))).toBe('roster.cell-over')
  })

  it('whose post ends within the shift cannot take it, whose begins before what is left of it can', () => {
    const ending = posts.map((one) => (one.personId === 'chen' ? { ...one, toAt: at('15T12:00') } : one))
    expect(code(() => decide([change('lead', 'li', 'chen')], { posts: ending }))).toBe('roster.cannot-sit')
    const begun = posts.map((one) => (one.personId === 'chen' ? { ...one, fromAt: at('15T09:00') } : one))
    expect(code(() => decide([change('lead', 'li', 'chen')], { posts: begun }))).toBe('roster.cannot-sit')
    expect(code(() => decide([change('lead', 'li', 'chen')], { posts: begun, now: at('15T09:00') }))).toBeNull()
  })
})

test('a table hears of every refusal at once; whoever is refused sits nowhere else by it', () => {
  const member = slot('member', 'feng', { on: '2026-09-16' })
  const state = { month: { subDistrictId: 'qingxi', month: '2026-09', terms, publishedAt: 1 }, slots: [...standing, member], posts, leaves: [], calendar: NATIONAL_YEARS, publishedWith: new Map<string, null>() }
  const changes = [
    change('lead', 'chen', 'li'), change('member', 'zheng', 'zhou'), change('member', 'feng', 'zheng', { on: '2026-09-16' }),
    change('lead', undefined, 'li', { on: '2026-09-09' }),
  ]
  expect(refusedChanges(state, changes, before).map((one) => [one.change, one.code])).toEqual([
    [changes[0], 'roster.cell-changed'], [changes[3], 'roster.cell-over'], [changes[1], 'roster.cannot-sit'],
  ])
  expect(refusedChanges(state, changes.slice(2, 3), before)).toEqual([])
})

describe('whose cells they are', () => {
  const viewer = (...held: readonly SeatedPost[]): Viewer => viewerAt('account', 'viewer', held, 1)
  const may = (who: Viewer, seat: Seat, villageId = 'liushu') => code(() => checkMayChange(who, 'qingxi', [{ villageId, on, seat }]))

  it('staff all, leads their committee, everybody else none', () => {
    const staff = viewer(post('viewer', 'staff', 'qingxi'))
    expect([may(staff, 'lead'), may(staff, 'leader', 'taoyuan')]).toEqual([null, null])
    for (const kind of ['secretary', 'director'] as const) {
      const lead = viewer(post('viewer', kind))
      expect([may(lead, 'lead'), may(lead, 'member')]).toEqual([null, null])
      expect([may(lead, 'stationed'), may(lead, 'leader')]).toEqual(['roster.not-your-cell', 'roster.not-your-cell'])
      expect(may(lead, 'member', 'taoyuan')).toBe('identity.village-not-found')
    }
    for (const kind of ['leader', 'committee-member', 'resident', 'admin', 'stationed-cadre'] as const) {
      expect(may(viewer(post('viewer', kind, kind === 'leader' ? 'qingxi' : 'liushu')), 'member')).toBe('identity.village-not-found')
    }
    expect(may(viewer({ ...post('viewer', 'staff'), subDistrictId: 'elsewhere' }), 'member')).toBe('identity.village-not-found')
  })
})
