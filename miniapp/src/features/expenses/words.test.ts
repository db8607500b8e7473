import { DAY_MS, HOUR_MS } from '@huiying/shared/kernel'
import { LIU, SUBMITTED_AT, SUN, WAITING } from './testing/expense-view'
import { blockWords, hintWords, howLong, myActWords, nextWords, nobodyWords, waitingWords } from './words'

const waiting = WAITING

test('in whose hands it is, and for how long', () => {
  expect(waitingWords(waiting, SUBMITTED_AT + 2 * DAY_MS)).toBe('正在办，在陈志远、何秀英手上，2 天了')
  expect(howLong(SUBMITTED_AT, SUBMITTED_AT + 5 * HOUR_MS)).toBe('5 小时了')
  expect(howLong(SUBMITTED_AT, SUBMITTED_AT)).toBe('刚到')
  expect(howLong(SUBMITTED_AT, SUBMITTED_AT - 1)).toBe('刚到')
})

test('one in two hands at once is named once', () => {
  const on = [{ step: 'director', people: [LIU], nobody: null }, { step: 'approver', people: [LIU], nobody: null }] as const
  expect(waitingWords({ ...waiting, on }, SUBMITTED_AT)).toBe('正在办，在刘芳手上，刚到')
})

test('what is stuck says on what', () => {
  const stuck = { ...waiting, on: [{ step: 'supervisor', people: [], nobody: 'no-holder' }] } as const
  expect(waitingWords(stuck, SUBMITTED_AT)).toBe('卡住了：没人能签“监委会主任”，刚到')
  expect(nextWords(stuck)).toBe('没人能签“监委会主任”：这个职务现在没有人')
})

test('who is next', () => {
  expect(nextWords(waiting)).toBe('等经手人陈志远签字，等证明人何秀英签字')
  expect(nextWords({ ...waiting, on: [{ step: 'payment', people: [SUN], nobody: null }] })).toBe('等孙明付款')
})

test('what I am to do', () => {
  expect(myActWords(['director', 'approver'], waiting)).toBe('等您签：村委会主任、审批人（书记）')
  expect(myActWords([], { ...waiting, on: [{ step: 'posting', people: [SUN], nobody: null }] })).toBe('等您记账')
})

test('a blocked slot names the person and the reason', () => {
  expect(blockWords({ slot: 'supervisor', blocked: [{ person: LIU, block: 'payee-relative' }] }))
    .toEqual(['刘芳不能签“监委会主任”：收款的是他的近亲属'])
  expect(nobodyWords({ slot: 'supervisor', nobody: 'all-blocked' })).toBe('没人能签“监委会主任”：该签的人不能签')
  expect(nobodyWords({ slot: 'supervisor', nobody: null })).toBeNull()
})

test('a hint says what to look at, with its figures', () => {
  expect(hintWords({ kind: 'amount-unusual', usualFen: 30_000, cases: 7, links: [] }))
    .toEqual({ title: '比平时多', note: '同样的开支以前 7 次，平常是 ¥300.00 上下。' })
  expect(hintWords({ kind: 'account-shared', payeeNames: ['老王', '老李'], isElsewhere: false, links: [] }).note)
    .toBe('用过这个账号的还有：老王、老李。')
  expect(hintWords({ kind: 'account-shared', payeeNames: [], isElsewhere: true, links: [] }).note)
    .toBe('街道里别的村也有，收款人的名字不一样。')
})
