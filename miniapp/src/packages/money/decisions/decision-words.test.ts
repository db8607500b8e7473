import { budgetWords, decisionFaultOf, votesWords } from './decision-words'

test('how much of the budget is left is said in yuan', () => {
  expect(budgetWords({ budgetFen: 200_000, usedFen: 128_000 })).toBe('已用 ¥1,280.00，还剩 ¥720.00')
  expect(budgetWords({ budgetFen: 200_000, usedFen: 0 })).toBe('还没有用')
  expect(budgetWords({ budgetFen: 200_000, usedFen: 200_000 })).toBe('用完了，用了 ¥2,000.00')
  expect(votesWords({ presentCount: 42, yesCount: 40 })).toBe('到会 42 人，同意 40 人')
})

const WHOLE = { title: '修桥', budgetText: '20000', presentText: '42', yesText: '40', passedOn: '2026-09-12', photoCount: 1 }

test.each([
  [{ title: ' ' }, 1, '请写上定了什么事'], [{ passedOn: '' }, 1, '请选哪天定的'], [{}, null, '预算没看懂，请写成 20000 或 20000.50'],
  [{}, 0, '预算没看懂，请写成 20000 或 20000.50'], [{ presentText: '' }, 1, '请写到会几个人'],
  [{ yesText: '43' }, 1, '同意的人数要在到会的人数以内'], [{ photoCount: 0 }, 1, '请拍会议记录'],
] as const)('what is missing is said: %j', (part, budgetFen, words) => {
  expect(decisionFaultOf({ ...WHOLE, ...part }, budgetFen)).toBe(words)
})

test('a whole one has no fault', () => expect(decisionFaultOf(WHOLE, 2_000_000)).toBeNull())
