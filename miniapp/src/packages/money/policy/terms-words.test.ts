import { DEFAULT_EXPENSE_TERMS } from '@huiying/shared/expenses'
import { DEFAULT_LEDGER_TERMS } from '@huiying/shared/ledger'
import { expenseSentences, ledgerSentences, termsIn, textsOf } from './terms-words'

test('the terms are told in whole sentences', () => {
  expect(expenseSentences(DEFAULT_EXPENSE_TERMS)).toEqual([
    '满 ¥5,000.00，包村干部要审；书记、主任一肩挑的村，满 ¥1,000.00 就要审。',
    '满 ¥20,000.00，要先经村里议过，不超预算。',
    '现金只付 ¥500.00 以下的。',
    '同一家、同一件事，30 天以内的合起来算，不能拆开。',
    '压在谁手上，满 1 天就提醒他，以后每 1 天再提醒一次。',
  ])
  expect(ledgerSentences(DEFAULT_LEDGER_TERMS)).toEqual(['每个月的账公示 7 天，贴出来的当天不算。', '“其他”一项，最多占当月的 5%。'])
})

test('what is written is read back as it was, and only what is asked for changes', () => {
  const before = { ...DEFAULT_EXPENSE_TERMS, alikeBits: 5 }
  expect(termsIn(textsOf(before), before)).toEqual(before)
  expect(termsIn({ ...textsOf(before), cashBelow: '300.5' }, before)).toEqual({ ...before, cashBelowFen: 30_050 })
})

test.each([{ reviewFrom: '五千' }, { decisionFrom: '' }, { cashBelow: '-5' }, { addUpDays: '' }, { addUpDays: '1.5' }])(
  'what is no amount is not guessed at: %j', (part) => {
    expect(termsIn({ ...textsOf(DEFAULT_EXPENSE_TERMS), ...part }, DEFAULT_EXPENSE_TERMS)).toBeNull()
  })
