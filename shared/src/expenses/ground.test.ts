import { HOUR_MS, startOfChinaDay } from '../kernel'
import { checkDecision } from './check-decision'
import { POST_UNIT_KINDS, type PostKind } from '../identity'
import { checkKinship, mayKeepKinship, mayKeepKinships, type KinshipPlace } from './check-kinship'
import type { DecisionBody, KinshipBody } from './ground-wire'
import { refusalOf } from './testing/refusal-of'

const NOW = startOfChinaDay('2026-09-14') + HOUR_MS
const BRIDGE: DecisionBody = {
  title: ' 修石桥 ', method: 'four-two', passedOn: '2026-09-14', budgetFen: 5_000_000, presentCount: 41, yesCount: 21,
  photoIds: ['minutes'],
}

describe('a decision', () => {
  test('is kept as given, without the blanks around its title', () => {
    expect(checkDecision(BRIDGE, NOW)).toEqual({ ...BRIDGE, title: '修石桥' })
  })

  test.each<[keyof DecisionBody, Partial<DecisionBody>]>([
    ['title', { title: '  ' }],
    ['title', { title: '桥'.repeat(101) }],
    ['title', { title: '\ud800桥' }],
    ['method', { method: 'shouting' as DecisionBody['method'] }],
    ['passedOn', { passedOn: '2026-09-15' }],
    ['passedOn', { passedOn: '2026-02-30' }],
    ['budgetFen', { budgetFen: 0 }],
    ['budgetFen', { budgetFen: 10_000_000_001 }],
    ['budgetFen', { budgetFen: 1.5 }],
    ['presentCount', { presentCount: 0 }],
    ['presentCount', { presentCount: 100_001, yesCount: 100_001 }],
    ['yesCount', { yesCount: 42 }],
    ['yesCount', { presentCount: 40, yesCount: 20 }],
    ['yesCount', { yesCount: 30.5 }],
    ['photoIds', { photoIds: [] }],
    ['photoIds', { photoIds: ['minutes', 'minutes'] }],
    ['photoIds', { photoIds: Array.from({ length: 10 }, (_, at) => `p${at}`) }],
  ])('is refused for its %s: %j', (field, changes) => {
    expect(refusalOf(() => checkDecision({ ...BRIDGE, ...changes }, NOW)))
      .toEqual({ code: 'expense.decision-invalid', details: { field } })
  })
})

describe('a line of the register of relatives', () => {
  const place = (changes: Partial<KinshipPlace> = {}): KinshipPlace =>
    ({ known: ['li', 'mei'], ofVillage: ['li'], registered: [], ...changes })
  const line = { personId: 'li', relativeId: 'mei', kind: 'spouse' } as const

  test('one of the two is of the village', () => {
    expect(() => checkKinship(line, place())).not.toThrow()
    expect(() => checkKinship(line, place({ ofVillage: ['mei'] }))).not.toThrow()
  })

  test.each<[string, Partial<typeof line> | { readonly kind: 'cousin' }, Partial<KinshipPlace>]>([
    ['with himself', { relativeId: 'li' as 'mei' }, {}],
    ['with somebody nobody knows', {}, { known: ['li'] }],
    ['of two people from elsewhere', {}, { ofVillage: [] }],
    ['of a kind there is not', { kind: 'cousin' }, {}],
  ])('is refused %s', (_, changes, of) => {
    expect(refusalOf(() => checkKinship({ ...line, ...changes } as typeof line, place(of))).code).toBe('expense.kinship-invalid')
  })

  test('is entered once, whichever of the two came first', () => {
    for (const registered of [[line], [{ personId: 'mei', relativeId: 'li' }]]) {
      expect(refusalOf(() => checkKinship(line, place({ registered }))).code).toBe('expense.kinship-exists')
    }
  })
})

test('a line that names the one who acts is kept by the sub-district alone', () => {
  const here = { villageId: 'liushu', subDistrictId: 'qingxi' }
  const keeps = (kind: PostKind, villageId: string | null, line: Pick<KinshipBody, 'personId' | 'relativeId'>) =>
    mayKeepKinship({
      accountId: 'a', personId: 'p',
      posts: [{ id: 'x', personId: 'p', kind, unitId: 'u', charge: null, fromAt: 0, toAt: null, villageId, subDistrictId: 'qingxi' }],
    }, here, line)
  for (const own of [{ personId: 'p', relativeId: 'mei' }, { personId: 'mei', relativeId: 'p' }]) {
    expect([keeps('supervisor', 'liushu', own), keeps('admin', 'liushu', own)]).toEqual([false, false])
    expect([keeps('staff', null, own), keeps('admin', null, own)]).toEqual([true, true])
  }
  const others = { personId: 'li', relativeId: 'mei' }
  expect([keeps('supervisor', 'liushu', others), keeps('supervisor', 'taoyuan', others)]).toEqual([true, false])
})

test('the register of relatives is kept by few, and not by those of the next village', () => {
  const here = { villageId: 'liushu', subDistrictId: 'qingxi' }
  const holding = (kind: PostKind, villageId: string | null, subDistrictId: string | null = 'qingxi') =>
    mayKeepKinships({
      accountId: 'a', personId: 'p',
      posts: [{ id: 'x', personId: 'p', kind, unitId: 'u', charge: null, fromAt: 0, toAt: null, villageId, subDistrictId }],
    }, here)
  expect([holding('supervisor', 'liushu'), holding('staff', null), holding('admin', null), holding('admin', 'liushu')])
    .toEqual([true, true, true, true])
  const kinds = Object.keys(POST_UNIT_KINDS) as PostKind[]
  const others = kinds.filter((kind) => kind !== 'supervisor' && kind !== 'admin')
  expect(others.filter((kind) => holding(kind, 'liushu'))).toEqual([])
  expect(kinds.filter((kind) => holding(kind, 'taoyuan'))).toEqual([])
  expect(kinds.filter((kind) => holding(kind, null, 'far') || holding(kind, null, null))).toEqual([])
})
