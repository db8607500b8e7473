import { decideMembership, isSameName, requestMembership } from './membership'
import type { Account, MembershipRequest } from './person'

const account: Account = {
  id: 'account', appId: 'app', openId: 'open', unionId: null, phone: '13800000001', personId: null, createdAt: 1,
}
const claim = { requestId: 'request', villageId: 'village', name: ' 王秀英 ', note: '' }

test('a request carries the number WeChat vouched for, and the name without blanks', () => {
  const { next, facts } = requestMembership(account, false, claim, 5)
  expect(next).toMatchObject({ name: '王秀英', phone: '13800000001', status: 'waiting', createdAt: 5, decidedBy: null })
  expect(facts).toEqual([{ type: 'identity.membership-requested', subjectId: 'request', villageId: 'village' }])
})

test.each([
  ['identity.already-bound', { ...account, personId: 'somebody' }, false, claim],
  ['identity.phone-missing', { ...account, phone: null }, false, claim],
  ['identity.request-waiting', account, true, claim],
  ['identity.name-missing', account, false, { ...claim, name: ' \n ' }],
  ['identity.name-too-long', account, false, { ...claim, name: '长'.repeat(31) }],
] as const)('refused: %s', (code, asking, isOneWaiting, asked) => {
  expect(() => requestMembership(asking, isOneWaiting, asked, 5)).toThrow(code)
})

test('an emoji is one character of a name', () => {
  expect(requestMembership(account, false, { ...claim, name: '😀'.repeat(30) }, 5).next.name).toHaveLength(60)
})

test('decided once, with who and when', () => {
  const request: MembershipRequest = requestMembership(account, false, claim, 5).next
  const { next, facts } = decideMembership(request, 'secretary', false, 9)
  expect(next).toMatchObject({ status: 'declined', decidedBy: 'secretary', decidedAt: 9 })
  expect(facts).toEqual([
    { type: 'identity.membership-decided', subjectId: 'request', accountId: 'account', approved: false },
  ])
  expect(() => decideMembership(next, 'secretary', true, 10)).toThrow('identity.request-decided')
})

test.each([
  ['王 秀英', '王秀英', true],
  ['阿卜杜拉·买买提', '阿卜杜拉•买买提', true],
  ['王秀英', '王秀荣', false],
])('%s and %s', (one, other, isSame) => {
  expect(isSameName(one, other)).toBe(isSame)
})
