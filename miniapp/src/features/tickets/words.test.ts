import { personWords, postShortTitle, postTitle } from './words'

it.each([
  ['secretary', null, '书记'],
  ['specialist', '低保', '低保专干'],
  ['leader', '党工委书记', '党工委书记'],
  ['staff', '群众工作', '街道工作人员（群众工作）'],
  ['staff', null, '街道工作人员'],
  ['officer', '低保审核', '部门办事员（低保审核）'],
] as const)('a %s with charge of %s is a %s', (kind, charge, words) => {
  expect(postShortTitle(kind, charge)).toBe(words)
})

test('a specialist is called one and the same, the first time and later', () => {
  expect(postTitle('specialist', '低保')).toBe(postShortTitle('specialist', '低保'))
  expect(postTitle('secretary', null)).toBe('村党组织书记')
})

test('whoever serves elsewhere is named with where', () => {
  const person = { personId: 'p', name: '罗慧', post: 'officer', charge: null } as const
  expect(personWords({ ...person, unitName: '城建办' })).toBe('罗慧 城建办办事员')
  expect(personWords({ ...person, post: 'secretary', unitName: '桃园社区' })).toBe('罗慧 桃园社区书记')
  expect(personWords({ ...person, post: 'staff', unitName: '云岭县' })).toBe('罗慧 云岭县工作人员')
  expect(personWords({ ...person, post: 'secretary' })).toBe('罗慧 书记')
})
