import { inForceOn } from './in-force'

const set = (version: number, firstOn: string, subDistrictId = 'qingxi') => ({ subDistrictId, version, firstOn })
const POLICIES = [set(1, '2026-09-01'), set(2, '2026-10-01'), set(3, '2026-09-15'), set(4, '2026-09-15'), set(9, '2026-01-01', 'other')]

describe('what is in force on a day', () => {
  it.each([
    ['2026-08-31', null],
    ['2026-09-01', 1],
    ['2026-09-14', 1],
    ['2026-09-15', 4],
    ['2026-09-30', 4],
    ['2026-10-01', 2],
  ])('%s: version %s', (on, version) => {
    expect(inForceOn(POLICIES, 'qingxi', on)?.version ?? null).toBe(version)
  })

  it('is nothing of another sub-district, and leaves the list in its order', () => {
    const given = [...POLICIES]
    expect(inForceOn(given, 'baishi', '2026-12-01')).toBeNull()
    inForceOn(given, 'qingxi', '2026-12-01')
    expect(given).toEqual(POLICIES)
  })
})
