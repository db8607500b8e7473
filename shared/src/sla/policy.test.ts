import { DEFAULT_SLA_TERMS, policyOn, type SlaPolicy } from './policy'

const policy = (version: number, firstOn: string, subDistrictId = 'qingxi'): SlaPolicy => ({
  subDistrictId, version, firstOn, terms: { ...DEFAULT_SLA_TERMS, responseMs: version },
})

describe('the policy in force', () => {
  it('is the handbook’s, as version 0, where none was set or none has begun', () => {
    expect(policyOn([], 'qingxi', '2026-09-14')).toMatchObject({ version: 0, terms: DEFAULT_SLA_TERMS })
    expect(policyOn([policy(1, '2026-09-15')], 'qingxi', '2026-09-14').version).toBe(0)
  })

  it('begins on its first day, and the youngest that has begun holds', () => {
    const policies = [policy(2, '2026-09-14'), policy(1, '2026-03-01'), policy(3, '2026-10-01')]
    expect(policyOn(policies, 'qingxi', '2026-09-13').version).toBe(1)
    expect(policyOn(policies, 'qingxi', '2026-09-14').version).toBe(2)
  })

  it('is, of two of one day, the later version', () => {
    expect(policyOn([policy(1, '2026-09-01'), policy(2, '2026-09-01')], 'qingxi', '2026-09-14').version).toBe(2)
  })

  it('is never another sub-district’s', () => {
    expect(policyOn([policy(1, '2026-03-01', 'elsewhere')], 'qingxi', '2026-09-14').version).toBe(0)
  })
})
