import type { Me, MyPost, PostKind } from '@huiying/shared/identity'
import type { NoticeKind } from '@huiying/shared/notifications'
import { aVillager } from '../../../test/me'
import { noticeTarget } from './notice-target'

const village = { id: 'v1', kind: 'village', name: '青石村' } as const
const subDistrict = { id: 's1', kind: 'sub-district', name: '清河街道' } as const

function withPost(kind: PostKind): Me {
  const isUpThere = kind === 'staff' || kind === 'leader'
  const post: MyPost = isUpThere
    ? { kind, unit: subDistrict, village: null, subDistrict, charge: null }
    : { kind, unit: village, village, subDistrict, charge: null }
  return aVillager({ posts: [post] })
}

const open = (kind: NoticeKind, me: Me, ticketId: string | null = null, isOwnAbsence = false) =>
  noticeTarget({ kind, ticketId, isOwnAbsence, opens: null }, me)

test('what is about my duty opens my duty, also where a grievance goes with it', () => {
  const mine: readonly NoticeKind[] = [
    'duty-received', 'duty-handed-on', 'shift-begins', 'swap-asked', 'swap-answered', 'roster-published',
  ]
  for (const kind of mine) {
    for (const post of ['committee-member', 'secretary', 'stationed-cadre', 'leader'] as const) {
      expect(open(kind, withPost(post), 't1')).toBe('/packages/roster/mine/index')
    }
  }
})

test('a resident who is told of the roster sees who sits', () => {
  expect(open('roster-published', withPost('resident'))).toBe('/packages/roster/sitting/index')
})

test('what is missing opens the week for the sub-district, the month for the leads', () => {
  for (const kind of ['shift-absent', 'roster-holes', 'hole-met', 'roster-order'] as const) {
    expect(open(kind, withPost('staff'), 't1')).toBe('/packages/roster/week/index')
    expect(open(kind, withPost('leader'))).toBe('/packages/roster/week/index')
    expect(open(kind, withPost('secretary'))).toBe('/packages/roster/month/index')
    expect(open(kind, withPost('director'))).toBe('/packages/roster/month/index')
  }
  expect(open('shift-absent', withPost('committee-member'))).toBe('/packages/roster/mine/index')
})

test('what reached nobody, and what was overslept, opens the board for who has one, else his inbox', () => {
  expect(open('undeliverable', withPost('staff'), 't1')).toBe('/packages/staff/board/index')
  expect(open('caught-up', withPost('leader'))).toBe('/packages/staff/board/index')
  expect(open('caught-up', withPost('secretary'))).toBe('/pages/home/index')
  const county = { id: 'c1', kind: 'county', name: '云岭县' } as const
  const atCounty = aVillager({ posts: [{ kind: 'staff', unit: county, village: null, subDistrict: null, charge: null }] })
  expect(open('caught-up', atCounty)).toBe('/pages/home/index')
  // Its home has the order; the matter is not its to read.
  expect(open('order-issued', atCounty)).toBe('/pages/home/index')
})

test('whoever was missing himself sees his shift, a lead and a leader too', () => {
  for (const post of ['committee-member', 'secretary', 'director', 'stationed-cadre', 'leader'] as const) {
    expect(open('shift-absent', withPost(post), null, true)).toBe('/packages/roster/mine/index')
  }
})

test('all else opens its grievance, and what has none its page', () => {
  const me = withPost('secretary')
  expect(open('answered', me, 't 1')).toBe('/packages/ticket/detail/index?id=t%201')
  expect(open('order-issued', me, 't1')).toBe('/packages/ticket/detail/index?id=t1')
  expect(open('membership-requested', me)).toBe('/packages/account/members/index')
  expect(open('membership-approved', me)).toBe('/pages/home/index')
  expect(open('rated', me)).toBeNull()
})

test('what is about an expense opens the paper, also for a villager who is named on one', () => {
  const opens = { page: 'expense', id: 'e 1' } as const
  for (const kind of ['expense-sign', 'expense-refused', 'expense-stuck'] as const) {
    for (const post of ['resident', 'accountant', 'staff'] as const) {
      const notice = { kind, ticketId: null, isOwnAbsence: false, opens }
      expect(noticeTarget(notice, withPost(post))).toBe('/packages/money/expense/index?id=e%201')
    }
  }
})

test.each([
  ['seal', '/packages/seal/paper/index?id=x1'], ['entry', '/packages/ledger/entry/index?id=x1'],
  ['book', '/packages/ledger/village/index?book=x1'],
] as const)('a notice that opens a %s opens it', (page, url) => {
  expect(noticeTarget({ kind: 'seal-sign', ticketId: null, isOwnAbsence: false, opens: { page, id: 'x1' } }, withPost('secretary'))).toBe(url)
})
