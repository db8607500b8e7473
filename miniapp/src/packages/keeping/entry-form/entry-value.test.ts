import type { ContractRow } from '@huiying/shared/ledger'
import { EMPTY_ENTRY, entryBody, entryFault, linesOf, openingLines, sumsOf, type EntryValue } from './entry-value'
import { balanceWords } from './lines-field'
import { rentDues } from './rent-due'

const income: EntryValue = {
  ...EMPTY_ENTRY, amountText: '50', account: '50101', place: '10201', purpose: ' 鱼塘租金 ', contractId: 'c1',
}

test('income: money on the debit side, what for on the credit side', () => {
  expect(linesOf('income', income)).toEqual([
    { account: '10201', side: 'debit', amountFen: 5_000 }, { account: '50101', side: 'credit', amountFen: 5_000 },
  ])
  expect(entryBody('income', income, ['f1'], '2026-09-01')).toMatchObject({
    on: '2026-09-01', purpose: '鱼塘租金', contractId: 'c1', photoIds: ['f1'],
  })
  expect(entryBody('income', { ...income, on: '2026-08-03', contractId: null }, [], '2026-09-01'))
    .toEqual({ on: '2026-08-03', purpose: '鱼塘租金', lines: linesOf('income', income) })
})

test('a transfer says by itself what it is', () => {
  const drawn = { ...EMPTY_ENTRY, amountText: '80', fromPlace: '10201', place: '101' }
  expect(entryBody('transfer', drawn, [], '2026-09-01')).toMatchObject({
    purpose: '备用金', lines: [{ account: '101', side: 'debit' }, { account: '10201', side: 'credit' }],
  })
  expect(entryFault('transfer', { ...drawn, place: '10201' })).toBe('从哪里出、进了哪里不能是同一个')
})

test('what is missing is said in the order of the form', () => {
  expect(entryFault('income', EMPTY_ENTRY)).toBe('请写多少钱')
  expect(entryFault('income', { ...income, account: '' })).toBe('请选这笔钱是什么收入')
  expect(entryFault('income', { ...income, place: '' })).toBe('请选钱进了哪里')
  expect(entryFault('income', { ...income, purpose: ' ' })).toBe('请写做什么用的，村民看了才明白')
  expect(entryFault('income', income)).toBeNull()
  const lines = [{ account: '', side: 'debit', amountText: '5' }] as const
  expect(entryFault('manual', { ...EMPTY_ENTRY, purpose: 'x', lines })).toBe('有一行还没选科目')
})

test('the balance of lines, while one types', () => {
  const lines = [
    { account: '101', side: 'debit', amountText: '80' }, { account: '102', side: 'credit', amountText: '60' },
  ] as const
  expect(sumsOf(lines)).toEqual({ debitFen: 8_000, creditFen: 6_000, differenceFen: 2_000 })
  expect(balanceWords(lines)).toBe('借方 ¥80.00，贷方 ¥60.00，贷方还差 ¥20.00')
  expect(balanceWords([lines[0], { ...lines[1], amountText: '80' }])).toBe('借贷平了，都是 ¥80.00')
  expect(balanceWords([{ ...lines[0], amountText: '80元半' }])).toContain('没看懂')
  expect(balanceWords(EMPTY_ENTRY.lines)).toBe('借方和贷方要一样多')
})

test('an opening leaves out what was left empty', () => {
  const lines = openingLines([{ code: '101' }, { code: '102' }])
  expect(linesOf('opening', { ...EMPTY_ENTRY, lines })).toEqual([])
  const written = lines.map((line, at) => ({ ...line, amountText: at === 0 ? '7' : '' }))
  expect(linesOf('opening', { ...EMPTY_ENTRY, lines: written }))
    .toEqual([{ account: '101', side: 'debit', amountFen: 700 }])
})

test('rent: up to which instalment, each with what lies before it', () => {
  const contract = {
    fromOn: '2025-01-01', toOn: '2027-12-31', paidFen: 150_000,
    rent: { rhythm: 'year', amountFen: 100_000, steps: [], isInAdvance: true, dueAfterDays: 30 },
  } as unknown as ContractRow
  expect(rentDues(contract, '2026-09-20')).toEqual([
    { number: 2, amountFen: 50_000, words: '交到 2026年12月31日' },
    { number: 3, amountFen: 150_000, words: '连同前面，交到 2027年12月31日' },
  ])
})
