import { postNameAt } from './post-name'

it.each([
  ['staff', 'county', '云岭县', '区县工作人员'],
  ['leader', 'county', '云岭县', '区县领导干部'],
  ['staff', 'sub-district', '清河街道', '街道工作人员'],
  ['staff', 'sub-district', '青山镇', '镇工作人员'],
  ['leader', 'sub-district', '白石乡', '乡领导干部'],
  ['secretary', 'village', '柳树湾村', '村党组织书记'],
] as const)('%s of a %s, %s: %s', (kind, unitKind, name, words) => {
  expect(postNameAt(kind, { kind: unitKind, name })).toBe(words)
})
