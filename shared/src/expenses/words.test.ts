import { ERROR_STATUSES, errorWords, isErrorCode } from '../facts'
import { SLOTS, type Block, BLOCK_NAMES } from '.'

const codes = Object.keys(ERROR_STATUSES).filter(isErrorCode).filter((code) => code.startsWith('expense.'))
/** What a villager must not read. */
const OFFICIAL = /流程|提交|工单|处置|反馈机制|undefined|null|NaN/

it('every refusal is a plain sentence, with its figures', () => {
  const details = {
    field: 'vouchers', limit: 200, itemsFen: 1, amountFen: 128_000, availableFen: 5, weighedFen: 2_000_000, limitFen: 50_000, addedUpDays: 45,
    spentFen: 3, budgetFen: 2, number: '0011', slot: 'director', reason: 'all-blocked', block: 'payee', waitsFor: 'handler',
    paidOn: '2026-09-10',
  }
  expect(codes.length).toBeGreaterThan(30)
  for (const code of codes) {
    expect(errorWords(code, details)).toMatch(/^[^\s].{6,}/)
    expect(errorWords(code, details)).not.toMatch(OFFICIAL)
  }
  expect(errorWords('expense.decision-missing', details)).toContain('45 天')
  expect(errorWords('expense.decision-missing', { ...details, addedUpDays: 0 })).toMatch(/^金额是/)
  expect(errorWords('expense.no-money', details)).toContain('¥1,280.00')
  expect(errorWords('expense.nobody-can-sign', details)).toBe('“村委会主任”没有人能签：钱是付给他的。请先改好')
  expect(errorWords('expense.nobody-can-sign', { ...details, reason: 'no-holder', block: null })).toContain('这个职务现在没有人')
})

it('every block is said of every slot', () => {
  for (const slot of SLOTS) {
    for (const block of Object.keys(BLOCK_NAMES) as Block[]) {
      expect(errorWords('expense.not-entitled', { slot, reason: block })).toMatch(/^“.+”您不能签：.+/)
    }
  }
})
