import { lacksOf, lackWords } from '@/features/ledger/keeping-words'
import { keeperMonth, NOW } from '../testing/keeper-desk'
import { differenceWords } from './bank-form'
import { importedWords } from './import-part'
import { monthLacks } from './month-lacks'

const running = keeperMonth('2026-09')

test('what keeps a month from being shut, before one presses', () => {
  const toldOf = (month: string, ...months: readonly ReturnType<typeof keeperMonth>[]) =>
    monthLacks({ now: NOW, month, months: [running, ...months] }).map(({ words }) => words)
  expect(toldOf('2026-09')).toEqual(['9月还没有过完，10月1日起才能对账、结账'])
  expect(toldOf('2026-08', keeperMonth('2026-08'))).toEqual([])
  expect(toldOf('2026-08', keeperMonth('2026-08', { waitingCount: 2 }), keeperMonth('2026-07', { status: 'asserted' })))
    .toEqual(['先结7月的账，要一个月一个月地结', '还有 2 笔付了钱的开支没有记账，记完再结'])
  expect(toldOf('2026-08', keeperMonth('2026-08', { status: 'closed', waitingCount: 2 }))).toEqual([])
})

test('which months wait, oldest first', () => {
  const months = [running, keeperMonth('2026-08'), keeperMonth('2026-07', { status: 'closed' }), keeperMonth('2026-06', { status: 'published' })]
  expect(lacksOf({ months }).map((one) => lackWords(one, NOW))).toEqual(['7月结了账，还没公示', '8月还没和银行对账'])
  expect(lackWords({ month: '2025-12', lack: 'closure' }, NOW)).toBe('2025年12月对过账了，还没结账')
  expect(lacksOf({ months: [running] })).toEqual([])
})

test('how the bank and the book differ', () => {
  expect(differenceWords(500, 500)).toBeNull()
  expect(differenceWords(700, 500)).toBe('银行比账上多 ¥2.00（账上是 ¥5.00）。看看有没有收到的钱还没记')
  expect(differenceWords(200, 500)).toBe('银行比账上少 ¥3.00（账上是 ¥5.00）。看看有没有付出的、取出的还没记')
})

test('what came in from an older book', () => {
  expect(importedWords({ entries: 120, accounts: 3, assets: 2, resources: 0, contracts: 1 })).toBe('导进来 120 笔账、2 处资产、1 份合同')
})
