import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ExpenseView } from '@huiying/shared/expenses'
import { aVillager } from '../../../../test/me'
import { SmallServer, type Reply } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import {
  CHEN, contentView, expenseView, LI, LIU, NOTHING, slotView, SUBMITTED_AT, SUN,
} from '@/features/expenses/testing/expense-view'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import ExpensePage from './index'

let server: SmallServer
let view: ExpenseView
let replies: Readonly<Record<string, Reply>>

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  phone.params = { id: 'e1' }
  view = expenseView()
  replies = {}
  server.reply = ({ path }) => {
    if (path === '/api/me') return { body: aVillager() }
    if (path === '/api/expenses/e1') return { body: view }
    if (path === '/api/files') return { body: { id: 'file-9' } }
    return replies[path.replace('/api/expenses/e1/', '')] ?? { status: 404, body: { code: 'request.not-found', details: {} } }
  }
  keepToken('a-token')
  await act(() => refreshSession())
})

afterEach(() => server.stop())

const sent = (end: string) => server.heard.filter(({ path }) => path.endsWith(end)).map(({ body }) => body)
const press = async (words: string) => fireEvent.click(await screen.findByText(words))
const text = () => document.body.textContent ?? ''

test('the paper: amount in figures and capitals, the statement, the payee, the vouchers, and in whose hands it is', async () => {
  render(<ExpensePage />)
  await screen.findByText('壹仟贰佰捌拾元整')
  for (const words of [
    '¥1,280.00', '三组水渠上个月冲坏了一段', '清河建材店', '6222****0123', '40 袋', '修路修渠这些公益的事',
    '号码 26372000000123456789', '正在办，在陈志远、何秀英手上，2\u00a0天了',
  ]) expect(text()).toContain(words)
  expect(screen.getByLabelText('经手人 陈志远，等您签')).toBeTruthy()
  expect(screen.getByLabelText('证明人 何秀英，等着签')).toBeTruthy()
  expect(screen.getByLabelText('审批人（书记） 李国强，后面签')).toBeTruthy()
})

test('who may do nothing sees no act', async () => {
  render(<ExpensePage />)
  await screen.findByText('壹仟贰佰捌拾元整')
  for (const words of ['签字', '不同意', '改一改', '撤掉', '交出去', '收回签字', '付款了', '记到账上', '不办了']) {
    expect(screen.queryByText(words)).toBeNull()
  }
})

test('who cannot sign, and why, is said in words', async () => {
  view = expenseView({
    slots: [slotView({ slot: 'supervisor', people: [], blocked: [{ person: LIU, block: 'payee-relative' }], nobody: 'all-blocked' })],
  })
  render(<ExpensePage />)
  expect(await screen.findByText('没人能签“监委会主任”：该签的人不能签')).toBeTruthy()
  expect(screen.getByText('刘芳不能签“监委会主任”：收款的是他的近亲属')).toBeTruthy()
})

test('hints are calm, and lead to the other paper', async () => {
  view = expenseView({
    hints: [
      { kind: 'payee-new', links: [] },
      { kind: 'picture-alike', fileId: 'f1', expenseIds: ['e7'], links: [{ expenseId: 'e7', purpose: '补路面' }] },
    ],
  })
  render(<ExpensePage />)
  expect(await screen.findByText('第一次付给这家')).toBeTruthy()
  await press('看那一张：补路面')
  expect(phone.calls).toContainEqual({ name: 'navigateTo', given: { url: '/packages/money/expense/index?id=e7' } })
})

test('what was changed after a signature is told, and the signature struck', async () => {
  view = expenseView({
    revision: 2,
    history: [
      {
        number: 1, savedAt: SUBMITTED_AT, savedBy: SUN, changed: [],
        signatures: [{ slot: 'handler', by: CHEN, at: SUBMITTED_AT, isVoided: true }],
        over: { how: 'refused', at: SUBMITTED_AT, by: LI, reason: '发票是 38 袋' },
      },
      { number: 2, savedAt: SUBMITTED_AT, savedBy: SUN, changed: ['statement', 'amount'], signatures: [], over: null },
    ],
  })
  render(<ExpensePage />)
  await screen.findByText('改过什么')
  expect(text()).toContain('第\u00a02\u00a0版 · 孙明改了：说明、金额')
  expect(screen.getByText('经手人 陈志远').className).toBe('struck')
  expect(text()).toContain('签的，不作数了')
  expect(screen.getByText('李国强没有签：发票是 38 袋')).toBeTruthy()
})

test('no, with a reason and what was shown; without one nothing is sent', async () => {
  view = expenseView({ may: { ...NOTHING, sign: ['handler'] } })
  replies = { refusal: { body: expenseView({ status: 'refused', waiting: null }) } }
  render(<ExpensePage />)
  await press('不同意')
  await press('不同意，退回去')
  expect(await screen.findByText('请写上原因，大家才明白')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('不同意的原因'), { target: { value: ' 发票是 38 袋 ' } })
  await press('不同意，退回去')
  await screen.findByText('没有签，要改')
  expect(sent('/refusal')).toEqual([{ slot: 'handler', shown: { revision: 1, digest: 'd1' }, reason: '发票是 38 袋' }])
})

test('before it goes out it says who will sign; where nobody can, it does not go', async () => {
  view = expenseView({
    status: 'draft', waiting: null, may: { ...NOTHING, save: true, submit: true },
    slots: [slotView(), slotView({ slot: 'director', people: [], nobody: 'no-holder' })],
  })
  render(<ExpensePage />)
  await press('交出去')
  expect(await screen.findAllByText('没人能签“村委会主任”：这个职务现在没有人')).toHaveLength(2)
  await press('交出去，请大家签')
  expect(sent('/submission')).toEqual([])
})

test('handed over with what was shown', async () => {
  view = expenseView({ status: 'draft', waiting: null, may: { ...NOTHING, submit: true } })
  replies = { submission: { body: expenseView() } }
  render(<ExpensePage />)
  await press('交出去')
  await press('交出去，请大家签')
  await screen.findByText('正在签字')
  expect(sent('/submission')).toEqual([{ shown: { revision: 1, digest: 'd1' } }])
})

const approved = (change: Partial<ExpenseView> = {}) => expenseView({
  status: 'approved', approvedAt: SUBMITTED_AT, may: { ...NOTHING, pay: true, cancel: true }, ...change,
})

test('paid: a bank’s number and its slip, which is sent once however often one tries', async () => {
  view = approved()
  replies = { payment: 'hang-up' }
  render(<ExpensePage />)
  await press('付款了')
  await press('记下付款')
  expect(await screen.findByText('请写上银行的流水号')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('银行流水号'), { target: { value: 'ABC123' } })
  await press('拍照片')
  await screen.findByLabelText('第 1 张照片')
  await press('记下付款')
  expect(await screen.findByText('网络不通，请看看信号，再试一次')).toBeTruthy()
  replies = { payment: { body: expenseView({ status: 'paid' }) } }
  await press('记下付款')
  await screen.findByText('已付款，等记账')
  const tries = server.heard.filter(({ path }) => path.endsWith('/payment'))
  expect(tries).toHaveLength(2)
  expect(tries[0]?.body).toMatchObject({ photoId: 'file-9', reference: 'ABC123' })
  expect(tries[1]?.body).toEqual(tries[0]?.body)
  expect(tries[1]?.headers['idempotency-key']).toBe(tries[0]?.headers['idempotency-key'])
  expect(sent('/api/files')).toHaveLength(1)
})

test('cash has a receipt and no number of a bank', async () => {
  view = approved({ content: contentView({ payFrom: { code: '101', name: '库存现金' } }) })
  render(<ExpensePage />)
  await press('付款了')
  expect(await screen.findByText('收条')).toBeTruthy()
  expect(screen.queryByLabelText('银行流水号')).toBeNull()
  await press('记下付款')
  expect(await screen.findByText('请拍一张收款人写的收条')).toBeTruthy()
})

test('given up with a reason', async () => {
  view = approved()
  replies = { cancellation: { body: expenseView({ status: 'cancelled', waiting: null, ended: { at: SUBMITTED_AT, by: SUN, reason: '不买了' } }) } }
  render(<ExpensePage />)
  await press('不办了')
  fireEvent.change(await screen.findByLabelText('不办的原因'), { target: { value: '不买了' } })
  // The way to the sheet, its title, and the button on it.
  for (const one of screen.getAllByText('不办了')) fireEvent.click(one)
  await screen.findByText('孙明说不办了：不买了')
  expect(sent('/cancellation')).toEqual([{ reason: '不买了' }])
})

test('a signature is taken back after a question, and a paper somebody changed is fetched anew', async () => {
  view = expenseView({ may: { ...NOTHING, takeBack: ['handler'] } })
  replies = { 'take-back': { status: 409, body: { code: 'expense.frozen', details: {} } } }
  render(<ExpensePage />)
  await screen.findByText('收回签字')
  view = approved({ may: NOTHING })
  await press('收回签字')
  await screen.findByText('已批准，等付款')
  await waitFor(() => expect(screen.queryByText('收回签字')).toBeNull())
  expect(sent('/take-back')).toEqual([{ slot: 'handler', shown: { revision: 1, digest: 'd1' } }])
})

test('not for me: the same face as not there', async () => {
  server.reply = ({ path }) => path === '/api/me' ? { body: aVillager() } : { status: 404, body: { code: 'expense.not-found', details: {} } }
  render(<ExpensePage />)
  expect(await screen.findByText('没有找到')).toBeTruthy()
})
