import type { PublicExpense } from '@huiying/shared/expenses'
import { NO_FLOW, type ContractRow } from '@huiying/shared/ledger'
import { iconOfUse } from './icon-of-use'
import { scannedParams } from './scanned'
import {
  areaWords, checkSentence, contractSentence, flowSentence, moneySentences, noticeWords, rentSentence, shareWords,
  waitingSentence, waitsOnWords,
} from './words'

const NOW = Date.UTC(2026, 10, 22, 2)
const DAY_MS = 86_400_000

test('a month in one sentence; what was put right is told apart', () => {
  expect(flowSentence('9月', NO_FLOW)).toBe('9月没有进出账')
  expect(flowSentence('9月', { ...NO_FLOW, inFen: 100_000, outFen: 30_050 })).toBe('9月收进 ¥1,000.00，付出 ¥300.50')
  const corrected = { ...NO_FLOW, inFen: 1, correctedFen: -125_000 }
  expect(flowSentence('今年', corrected)).toBe('今年收进 ¥0.01，付出 ¥0.00，更正减掉 ¥1,250.00')
  expect(flowSentence('今年', { ...corrected, correctedFen: 125_000 })).toContain('更正记回 ¥1,250.00')
})

test('what is promised is said, and what is left then', () => {
  const money = { totalFen: 60_000, bankFen: 50_000, cashFen: 10_000, reservedFen: 0, freeFen: 60_000 }
  expect(moneySentences(money)).toEqual(['银行里 ¥500.00，现金 ¥100.00'])
  expect(moneySentences({ ...money, reservedFen: 20_000, freeFen: 40_000 })[1])
    .toBe('里面有 ¥200.00 批准了还没付，真正能动的是 ¥400.00')
})

test('a notice runs, is contested, or is over', () => {
  const notice = { publishedAt: 0, lastOn: '2026-09-21', endsAt: 0 }
  expect(noticeWords({ ...notice, standing: 'running' })).toBe('公示到 9月21日，您有话可以说')
  expect(noticeWords({ ...notice, standing: 'contested' })).toBe('公示到 9月21日 已满，还有意见没答复')
  expect(noticeWords({ ...notice, standing: 'settled' })).toBe('公示期满（到 9月21日）')
})

test('on whom an expense waits, for how long, and where nobody can', () => {
  const person = { personId: 'p', name: '刘芳', post: 'supervisor', charge: null } as const
  const expense = {
    purpose: '修下水道', payeeName: '青溪管道店', amountFen: 128_000, paidOn: null, status: 'signing',
    waiting: { on: [{ step: 'supervisor', people: [person], nobody: null }], sinceAt: NOW - 3 * DAY_MS, days: 3 },
  } as unknown as PublicExpense
  expect(waitingSentence(expense)).toBe('修下水道，要付给青溪管道店 ¥1,280.00')
  expect(waitsOnWords(expense, NOW)).toBe('等监委会主任刘芳签字，3 天了')
  const at = (step: 'payment' | 'director', nobody: 'no-holder' | null) => waitsOnWords({
    ...expense, waiting: { on: [{ step, people: [person], nobody }], sinceAt: NOW, days: 0 },
  }, NOW)
  expect(at('payment', null)).toBe('等刘芳付款，刚到')
  expect(at('payment', 'no-holder')).toBe('没人能付款，刚到')
  expect(at('director', 'no-holder')).toBe('没人能签“村委会主任”，刚到')
  expect(waitsOnWords({ ...expense, waiting: null }, NOW)).toBe('正在签字')
})

test('rent in words', () => {
  const contract = {
    tenant: '王建国', kind: 'lease', toOn: '2030-12-31', overdueFen: 0, overdueDays: 0, endedOn: null,
    rent: { rhythm: 'year', amountFen: 1_200_000 }, next: { dueOn: '2027-03-01', amountFen: 1_200_000 },
  } as unknown as ContractRow
  expect(contractSentence(contract)).toBe('租给王建国，每年 ¥12,000.00，到 2030年12月31日')
  expect(rentSentence(contract)).toBe('没有欠租，3月1日 前再交 ¥12,000.00')
  expect(rentSentence({ ...contract, overdueFen: 200_000, overdueDays: 35 })).toBe('欠租 ¥2,000.00，过期 35 天')
  expect(rentSentence({ ...contract, next: null })).toBe('租金交清了')
  expect(areaWords(1_235)).toBe('12.35 亩')
  expect(areaWords(1_200)).toBe('12 亩')
  expect(areaWords(1_205)).toBe('12.05 亩')
})

test('what the night found', () => {
  const finding = { words: '9月第12号被改过', entryId: 'e', foundAt: 0 }
  expect(checkSentence({ checkedAt: null, findings: [] }, NOW)).toBe('这本账还没有自动核对过')
  expect(checkSentence({ checkedAt: NOW, findings: [] }, NOW)).toBe('今天上午10:00 自动核对过，没发现有人改动')
  expect(checkSentence({ checkedAt: NOW, findings: [finding] }, NOW)).toBe('夜里自动核对，发现 1 处不对')
})

test('shares, pictures, and the code on the wall', () => {
  expect([4, 10, 454, 1_000].map(shareWords)).toEqual(['不到 1%', '1%', '45%', '100%'])
  expect(iconOfUse('51402')).toBe('droplets')
  expect(iconOfUse('5140299')).toBe('droplets')
  expect(iconOfUse('999')).toBe('coins')
  const fp = 'a'.repeat(64)
  const address = `https://huiying.example/#/packages/ledger/check/index?book=01J&size=57&fp=${fp}`
  expect(scannedParams(address)).toEqual({ book: '01J', size: '57', fp })
  expect(scannedParams(encodeURIComponent(address))).toEqual({ book: '01J', size: '57', fp })
  expect(scannedParams('https://elsewhere.example/')).toEqual({})
  expect(scannedParams(undefined)).toEqual({})
})
