import { DAY_MS } from '../kernel'
import {
  checkExpenseTerms, checkThresholds, DEFAULT_EXPENSE_TERMS, expensePolicyOn, isSamePayee, weigh, type ExpenseContent,
  type ExpenseStatus, type OtherExpense, type PassedDecision,
} from '.'
import { refusalOf } from './testing/refusal-of'
import { content, NINE, PLACE, POLICY } from './testing/samples'

type Changes = Partial<ExpenseContent>
const other = (id: string, changes: Changes = {}, status: ExpenseStatus = 'signing', submittedAt = NINE): OtherExpense =>
  ({ id, status, content: content(changes), submittedAt })
const decision: PassedDecision = { id: 'd', villageId: 'liushu', passedOn: '2026-09-01', budgetFen: 5_000_000 }
type Others = readonly OtherExpense[]
const check = (changes: Partial<ExpenseContent>, others: Others = [], passed: PassedDecision | null = null) =>
  () => checkThresholds({ ...PLACE, terms: POLICY.terms }, content(changes), passed, others, NINE)

describe('what is added up', () => {
  const MONTH = 30 * DAY_MS
  const later = NINE + 60 * DAY_MS
  const weighed = (others: readonly OtherExpense[], now = NINE, changes: Partial<ExpenseContent> = {}) =>
    weigh('e1', content({ amountFen: 1, ...changes }), others, POLICY.terms, now).fen

  it('is what runs or was paid, to the same payee for the same', () => {
    const statuses: readonly ExpenseStatus[] = ['signing', 'approved', 'paid', 'posted', 'published', 'draft', 'refused', 'withdrawn', 'cancelled']
    const counted = statuses.filter((status) => weighed([other('x', {}, status)]) > 1)
    expect(counted).toEqual(['signing', 'approved', 'paid', 'posted', 'published'])
    expect(weighed([other('e1')])).toBe(1)
    expect(weighed([other('x', { payee: { ...content().payee, name: '别的店', account: null } })])).toBe(1)
    expect(weighed([other('x', { purpose: '买沙', accountCode: '513' })])).toBe(1)
    expect(weighed([other('x', { purpose: '买沙' })])).toBe(128_001)
    expect(weighed([other('x', { purpose: '买水泥，修三组的路（第 2 批）', accountCode: '513' })])).toBe(1)
    expect(weighed([other('x', { purpose: '买水泥，修三组的路 2！', accountCode: '513' })])).toBe(128_001)
  })

  it('within 30 days by the dates spent, or by the submissions', () => {
    const spentOn = (incurredOn: string, submittedAt = NINE) => weighed([other('x', { incurredOn }, 'paid', submittedAt)], later)
    expect(spentOn('2026-08-11')).toBe(128_001)
    expect(spentOn('2026-08-10')).toBe(1)
    expect(spentOn('2026-10-10')).toBe(128_001)
    expect(spentOn('2026-10-11')).toBe(1)
    expect(spentOn('2026-01-01', later - MONTH)).toBe(128_001)
    expect(spentOn('2026-01-01', later - MONTH - 1)).toBe(1)
  })

  it('a payee is the same by register, by account, or by name', () => {
    const one = { ...content().payee, personId: 'li' }
    expect(isSamePayee(one, { ...one, name: '别名', account: null })).toBe(true)
    expect(isSamePayee({ ...one, personId: null }, { ...one, personId: null, name: '别名' })).toBe(true)
    expect(isSamePayee({ ...one, personId: null, account: null }, { ...one, personId: 'wang', name: ' 清溪 建材店', account: null })).toBe(true)
    expect(isSamePayee({ ...one, personId: null, account: null }, { ...one, personId: null, name: '别名', account: null })).toBe(false)
  })
})

describe('thresholds', () => {
  it('cash only below 500, added up', () => {
    expect(check({ payFrom: '101', amountFen: 49_999 })).not.toThrow()
    expect(check({ payFrom: '101', amountFen: 50_000 })).toThrow('expense.cash-too-much')
    expect(check({ payFrom: '101', amountFen: 30_000 }, [other('x', { amountFen: 19_999 })])).not.toThrow()
    expect(check({ payFrom: '101', amountFen: 30_000 }, [other('x', { amountFen: 20_000 })])).toThrow('expense.cash-too-much')
  })

  it('a decision from 20,000 on; 50,000 split in two is asked for it', () => {
    expect(check({ amountFen: 1_999_999 })).not.toThrow()
    expect(check({ amountFen: 2_000_000 })).toThrow('expense.decision-missing')
    const half = other('x', { amountFen: 1_900_000 })
    expect(refusalOf(check({ amountFen: 100_000 }, [half]))).toEqual({
      code: 'expense.decision-missing', details: { weighedFen: 2_000_000, limitFen: 2_000_000, addedUpDays: 30 },
    })
    expect(check({ amountFen: 99_999 }, [half])).not.toThrow()
  })

  it('within the budget, with what was added up and what rests on it besides', () => {
    const rests = { amountFen: 2_500_000, decisionId: 'd' }
    expect(check({ ...rests, amountFen: 5_000_000 }, [], decision)).not.toThrow()
    expect(check({ ...rests, amountFen: 5_000_001 }, [], decision)).toThrow('expense.over-budget')
    expect(check(rests, [other('x', rests)], decision)).not.toThrow()
    expect(check(rests, [other('x', { amountFen: 2_500_001 })], decision)).toThrow('expense.over-budget')
    const unlike = { payee: { ...content().payee, name: '别的店', account: null }, amountFen: 2_500_001 }
    expect(check(rests, [other('x', { ...unlike, decisionId: 'd' })], decision)).toThrow('expense.over-budget')
    expect(check(rests, [other('x', { ...unlike, decisionId: 'd' }, 'cancelled')], decision)).not.toThrow()
    expect(check(rests, [other('x', unlike)], decision)).not.toThrow()
    expect(check({ amountFen: 1, decisionId: 'd' }, [], { ...decision, budgetFen: 0 })).toThrow('expense.over-budget')
  })

  it('the decision is the village’s own, the one named, and passed', () => {
    const rests = { amountFen: 2_500_000, decisionId: 'd' }
    for (const wrong of [null, { ...decision, id: 'other' }, { ...decision, villageId: 'taoyuan' }, { ...decision, passedOn: '2026-09-15' }]) {
      expect(check(rests, [], wrong)).toThrow('expense.decision-not-found')
    }
    expect(check(rests, [], { ...decision, passedOn: '2026-09-14' })).not.toThrow()
  })
})

describe('the policy', () => {
  const policy = (version: number, firstOn: string) => ({ subDistrictId: 'qingxi', version, firstOn, terms: DEFAULT_EXPENSE_TERMS })

  it('in force is the youngest that has begun, else the handbook’s', () => {
    const elsewhere = { ...policy(9, '2026-03-01'), subDistrictId: 'x' }
    const policies = [policy(2, '2026-09-14'), policy(1, '2026-03-01'), policy(3, '2026-10-01'), elsewhere]
    expect(expensePolicyOn(policies, 'qingxi', '2026-09-14').version).toBe(2)
    expect(expensePolicyOn(policies, 'qingxi', '2026-09-13').version).toBe(1)
    expect(expensePolicyOn(policies, 'qingxi', '2026-02-01')).toMatchObject({ version: 0, terms: DEFAULT_EXPENSE_TERMS })
  })

  it('is whole fen, and 一肩挑 never laxer', () => {
    expect(() => checkExpenseTerms(DEFAULT_EXPENSE_TERMS)).not.toThrow()
    const wrongs = [
      { reviewFromOneShoulderFen: 500_001 }, { cashBelowFen: 0.5 }, { addUpDays: -1 }, { remindEachMs: 0 },
      { alikeBits: 65 },
    ]
    for (const wrong of wrongs) {
      expect(() => checkExpenseTerms({ ...DEFAULT_EXPENSE_TERMS, ...wrong })).toThrow('expense.policy-invalid')
    }
  })
})
