import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel'
import { DEFAULT_SLA_TERMS, policyOn, type SlaPolicy, type SlaTerms } from './policy'
import { nextPolicy, type PolicyChange } from './set-policy'

const NOW = Date.parse('2026-11-22T15:00:00+08:00')
const HALF: SlaTerms = { ...DEFAULT_SLA_TERMS, responseMs: 30 * MINUTE_MS, reminderMs: 15 * MINUTE_MS }

const set = (change: Partial<PolicyChange>, policies: readonly SlaPolicy[] = [], now = NOW): SlaPolicy =>
  nextPolicy('qingxi', policies, { firstOn: '2026-11-23', terms: HALF, basedOnVersion: policies.length, ...change }, now)

describe('setting the terms', () => {
  it('adds a version that begins on its day', () => {
    const first = set({})
    expect(first).toEqual({ subDistrictId: 'qingxi', version: 1, firstOn: '2026-11-23', terms: HALF })
    const second = set({ firstOn: '2026-12-01', terms: DEFAULT_SLA_TERMS }, [first])
    expect(second.version).toBe(2)
    expect(policyOn([first, second], 'qingxi', '2026-11-30').terms).toBe(HALF)
    expect(policyOn([first, second], 'qingxi', '2026-12-01').terms).toEqual(DEFAULT_SLA_TERMS)
  })

  it('begins tomorrow at the earliest, by the day in China', () => {
    expect(() => set({ firstOn: '2026-11-22' })).toThrow('sla.policy-too-soon')
    expect(() => set({}, [], Date.parse('2026-11-22T16:00:00Z'))).toThrow('sla.policy-too-soon')
    expect(() => set({ firstOn: '2026-02-30' })).toThrow('sla.policy-too-soon')
    expect(() => set({ firstOn: '2028-01-01' })).toThrow('sla.policy-too-far')
  })

  it('of two who change the same, the second is told', () => {
    expect(() => set({ basedOnVersion: 0 }, [set({})])).toThrow('sla.policy-changed')
  })

  it('switched off, it is the handbook’s again, as a version of its own', () => {
    expect(set({ terms: null }, [set({})])).toMatchObject({ version: 2, terms: DEFAULT_SLA_TERMS })
  })

  it('what was planned is taken back by a later version of the same day', () => {
    const [now, planned] = [set({ firstOn: '2026-11-23' }), set({ firstOn: '2026-12-01', terms: null }, [set({})])]
    const back = set({ firstOn: '2026-12-01', terms: HALF, basedOnVersion: 2 }, [now, planned])
    expect(policyOn([now, planned, back], 'qingxi', '2026-12-05').terms).toBe(HALF)
  })

  it.each<[string, Partial<SlaTerms>, string]>([
    ['a reminder when it is late already', { reminderMs: HOUR_MS }, 'reminderMs'],
    ['a warning when it is late already', { closureWarningMs: DAY_MS }, 'closureWarningMs'],
    ['done before it is answered', { responseMs: 2 * DAY_MS }, 'closureMs'],
    ['a promise nobody could keep', { responseMs: MINUTE_MS }, 'responseMs'],
    ['a promise that is none', { closureMs: 31 * DAY_MS }, 'closureMs'],
    ['half minutes', { responseMs: HOUR_MS + 1 }, 'responseMs'],
    ['no number', { orderRepeatMs: Number.NaN }, 'orderRepeatMs'],
    ['departments that come within minutes', { reportInMs: 29 * MINUTE_MS }, 'reportInMs'],
    ['departments that come some day', { reportInMs: 4 * DAY_MS }, 'reportInMs'],
    ['forgotten before it can be looked into', { forgetMs: 89 * DAY_MS }, 'forgetMs'],
    ['never forgotten', { forgetMs: 1_827 * DAY_MS }, 'forgetMs'],
    ['filed before one may speak', { silenceMs: 8 * DAY_MS }, 'rejectionMs'],
    ['hours for nobody', { serviceHours: { kinds: [], opensAtMinute: 540, closesAtMinute: 1_080 } }, 'serviceKinds'],
    ['hours for a burst pipe', { serviceHours: { kinds: ['help' as never], opensAtMinute: 540, closesAtMinute: 1_080 } }, 'serviceKinds'],
    ['an office open for an hour', { serviceHours: { kinds: ['question'], opensAtMinute: 540, closesAtMinute: 600 } }, 'serviceHours'],
    ['an office that closes before it opens', { serviceHours: { kinds: ['question'], opensAtMinute: 1_080, closesAtMinute: 540 } }, 'serviceHours'],
  ])('refuses %s', (_what, part, field) => {
    expect(() => set({ terms: { ...DEFAULT_SLA_TERMS, ...part } })).toThrow(
      expect.objectContaining({ code: 'sla.policy-invalid', details: expect.objectContaining({ field }) }),
    )
  })

  it('takes the handbook’s own', () => {
    expect(set({ terms: DEFAULT_SLA_TERMS }).terms).toBe(DEFAULT_SLA_TERMS)
  })
})
