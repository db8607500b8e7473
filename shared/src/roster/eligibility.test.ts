import type { Post, PostKind } from '../identity'
import type { Seat } from './duty-slot'
import { holdsThrough, isAway, maySit, seatRefusal, type SeatQuestion } from './eligibility'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { spanOf } from './shift'

const on = '2026-09-15'
const china = (text: string): number => Date.parse(`2026-09-${text}+08:00`)
const post = (personId: string, kind: PostKind, changes: Partial<Post> = {}): Post => ({
  id: `${personId}-${kind}`, personId, kind, unitId: 'liushu', charge: null, fromAt: 0, toAt: null, ...changes,
})
const posts = [
  post('li', 'secretary'), post('chen', 'director'), post('zhao', 'committee-member'), post('sun', 'specialist'),
  post('wu', 'grid-worker'), post('he', 'secretary', { unitId: 'shiqiao' }), post('gao', 'stationed-cadre'),
  post('tang', 'stationed-cadre', { unitId: 'shiqiao' }), post('ma', 'leader', { unitId: 'qingxi' }), post('lu', 'staff'),
]
const question = (personId: string, seat: Seat = 'member', changes: Partial<SeatQuestion> = {}): SeatQuestion => ({
  cell: { villageId: 'liushu', on, seat }, personId, span: spanOf(seat, on, DEFAULT_ROSTER_TERMS), posts, leaves: [],
  planned: [], ...changes,
})

describe('who may sit', () => {
  it.each<[Seat, readonly string[]]>([
    ['lead', ['li', 'chen']],
    ['member', ['li', 'chen', 'zhao']],
    ['stationed', ['gao', 'tang']],
    ['leader', ['ma']],
  ])('%s: %j and nobody else', (seat, expected) => {
    const everybody = [...new Set(posts.map(({ personId }) => personId))]
    const span = spanOf(seat, on, DEFAULT_ROSTER_TERMS)
    expect(everybody.filter((personId) => maySit({ seat, villageId: 'liushu' }, personId, posts, span))).toEqual(expected)
  })

  it('a post must hold from the first instant of the shift, the evening before, to its end', () => {
    const span = spanOf('lead', on, DEFAULT_ROSTER_TERMS)
    const holds = (fromAt: number, toAt: number | null): boolean => holdsThrough([{ fromAt, toAt }], span)
    expect(holds(china('14T18:00'), china('15T18:00'))).toBe(true)
    expect(holds(china('14T18:00:00.001'), null)).toBe(false)
    expect(holds(0, china('15T17:59:59.999'))).toBe(false)
    expect(holds(0, china('14T18:00'))).toBe(false)
  })

  it('two posts that meet are one; two that leave a gap are not', () => {
    const span = spanOf('lead', on, DEFAULT_ROSTER_TERMS)
    const first = { fromAt: 0, toAt: china('15T00:00') }
    expect(holdsThrough([{ fromAt: china('15T00:00'), toAt: null }, first], span)).toBe(true)
    expect(holdsThrough([{ fromAt: china('15T00:00:00.001'), toAt: null }, first], span)).toBe(false)
  })
})

describe('why somebody cannot be put there', () => {
  it('no post, on leave, sits elsewhere, or nothing against it', () => {
    const leaves = [{ personId: 'zhao', fromOn: on, toOn: on }]
    const planned = [{ villageId: 'shiqiao', on, seat: 'lead' as const, personId: 'zhao' }]
    expect(seatRefusal(question('sun'))).toBe('roster.cannot-sit')
    expect(seatRefusal(question('zhao', 'member', { leaves, planned }))).toBe('roster.on-leave')
    expect(seatRefusal(question('zhao', 'member', { planned }))).toBe('roster.sits-elsewhere')
    expect(seatRefusal(question('zhao'))).toBeNull()
  })

  it('nobody has two seats of one village on one day, but may be put where he sits already, or sit another day', () => {
    const lead = { villageId: 'liushu', on, seat: 'lead' as const, personId: 'li' }
    expect(seatRefusal(question('li', 'member', { planned: [lead] }))).toBe('roster.sits-elsewhere')
    expect(seatRefusal(question('li', 'lead', { planned: [lead] }))).toBeNull()
    expect(seatRefusal(question('li', 'member', { planned: [{ ...lead, on: '2026-09-14' }] }))).toBeNull()
  })

  it('leave counts on its first and last day, and no more once it was called off', () => {
    const leave = { personId: 'li', fromOn: '2026-09-14', toOn: '2026-09-15' }
    expect(['13', '14', '15', '16'].map((day) => isAway([leave], 'li', `2026-09-${day}`))).toEqual([false, true, true, false])
    expect(isAway([{ ...leave, cancelledAt: 1 }], 'li', on)).toBe(false)
    expect(isAway([leave], 'chen', on)).toBe(false)
  })
})
