import type { Me, MyPost } from '@huiying/shared/identity'
import { aVillager } from '../../../test/me'
import { facesOf } from './face'

const [resident] = aVillager().posts
const county = { id: 'county-1', kind: 'county', name: '云岭县' } as const
const office = { id: 'office-1', kind: 'department', name: '城建办' } as const

function whoIs(...posts: readonly Partial<MyPost>[]): Me {
  const base = aVillager().posts[0] as MyPost
  return aVillager({ posts: posts.map((post) => ({ ...base, ...post })) })
}

test('whoever answers above the villages and lives in one has both sides, his work first', () => {
  const subDistrict = resident?.subDistrict ?? county
  const offices: readonly Partial<MyPost>[] = [
    { kind: 'staff', unit: subDistrict, village: null },
    { kind: 'leader', unit: subDistrict, village: null },
    { kind: 'leader', unit: county, village: null, subDistrict: null },
    { kind: 'officer', unit: office, village: null },
    { kind: 'secretary' },
  ]
  for (const post of offices) {
    expect(facesOf(whoIs(post, { kind: 'resident' }))).toEqual(['cadre', 'villager'])
    expect(facesOf(whoIs(post))).toEqual(['cadre'])
  }
})

test('whoever answers nothing has the villager’s side, or none', () => {
  expect(facesOf(aVillager())).toEqual(['villager'])
  expect(facesOf(whoIs({ kind: 'supervisor' }))).toEqual([])
})
