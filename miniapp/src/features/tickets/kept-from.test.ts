import { keptFromWords, keptWithWords, silenceWords } from './kept-from'

const atCounty = { about: 'leader', holder: { name: '云岭县', isCounty: true }, subDistrictName: '清河街道' } as const
const atSubDistrict = { ...atCounty, holder: { name: '清河街道', isCounty: false } }

test('what the county holds the sub-district does not see, and is not told', () => {
  expect(keptFromWords(atCounty)).toBe('村里和清河街道都看不到')
  expect(silenceWords(atCounty)).toContain('也不要告诉清河街道')
})

test('of staff, their leaders alone; of all else the village knows nothing', () => {
  expect(keptFromWords({ ...atSubDistrict, about: 'staff' })).toBe('村里和街道工作人员都看不到')
  expect(silenceWords({ ...atSubDistrict, about: 'staff' })).toContain('街道工作人员')
  expect(keptFromWords({ ...atSubDistrict, about: 'officer' })).toBe('村里、部门和街道工作人员都看不到')
  expect(keptFromWords({ ...atSubDistrict, about: 'village-cadre' })).toBe('村里谁也看不到')
  expect(silenceWords({ ...atSubDistrict, about: null })).not.toContain('街道')
})

test('what not even the staff sees lies with their leaders, and is said so', () => {
  for (const about of ['staff', 'officer'] as const) expect(keptWithWords({ ...atSubDistrict, about })).toBe('清河街道领导')
  expect(keptWithWords({ ...atSubDistrict, about: 'village-cadre' })).toBe('清河街道')
  expect(keptWithWords(atCounty)).toBe('云岭县')
})
