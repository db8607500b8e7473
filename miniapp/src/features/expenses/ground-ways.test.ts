import type { Me, PostKind } from '@huiying/shared/identity'
import { aVillager } from '../../../test/me'
import { keepsRelativesOf, readsMoneyPolicy } from './ground-ways'

const county = { id: 'c1', kind: 'county', name: '云岭县' } as const
const subDistrict = { id: 's1', kind: 'sub-district', name: '清河街道' } as const

function withPost(kind: PostKind, unit: typeof county | typeof subDistrict): Me {
  return aVillager({ posts: [{ kind, unit, village: null, subDistrict: unit.kind === 'county' ? null : unit, charge: null }] })
}

test('what is a sub-district\'s to keep and to read is not offered at the county', () => {
  for (const kind of ['staff', 'leader'] as const) {
    expect(readsMoneyPolicy(withPost(kind, subDistrict))).toBe(true)
    expect(readsMoneyPolicy(withPost(kind, county))).toBe(false)
    expect(keepsRelativesOf(withPost(kind, county))).toBeNull()
  }
  expect(keepsRelativesOf(withPost('staff', subDistrict))).toEqual({ village: null })
})
