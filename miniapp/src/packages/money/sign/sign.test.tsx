import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { checkStrokes, type ExpenseView, type SignBody, type Slot } from '@huiying/shared/expenses'
import { aVillager } from '../../../../test/me'
import { SmallServer, type Reply } from '../../../../test/small-server'
import { freshPhone, hidePage, phone, showPage } from '../../../../test/stand-in-taro'
import { CHEN, expenseView, NOTHING, slotView, SUBMITTED_AT, WAITING } from '@/features/expenses/testing/expense-view'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import SignPage from './index'

let server: SmallServer
let view: ExpenseView
let refusals: Reply[]
let challengeRefusal: Reply | null

const mayHandle = (change: Partial<ExpenseView> = {}) => expenseView({ may: { ...NOTHING, sign: ['handler'] }, ...change })
const signedView = (level: 'drawn' | 'soter') => expenseView({
  slots: [
    slotView({ signed: { by: CHEN, at: SUBMITTED_AT, level, strokes: null } }), ...expenseView().slots.slice(1),
  ],
  waiting: { ...WAITING, on: WAITING.on.slice(1) },
})

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  phone.params = { id: 'e1', slot: 'handler' }
  view = mayHandle()
  refusals = []
  challengeRefusal = null
  server.reply = ({ path, body }) => {
    if (path === '/api/me') return { body: aVillager() }
    if (path === '/api/expenses/e1') return { body: view }
    if (path === '/api/expenses/e1/challenges') {
      return challengeRefusal ?? { body: { nonce: 'n1', challenge: 'c1', expiresAt: Date.now() + 600_000 } }
    }
    if (path !== '/api/expenses/e1/signatures') return { status: 404, body: { code: 'request.not-found', details: {} } }
    return refusals.shift() ?? { body: signedView((body as SignBody).soter === undefined ? 'drawn' : 'soter') }
  }
  keepToken('a-token')
  await act(() => refreshSession())
})

afterEach(() => server.stop())

const asked = (end: string) => server.heard.filter(({ path }) => path.endsWith(end))
const sent = () => asked('/signatures').map(({ body }) => body as SignBody)

const canvas = (): Element => document.querySelector('canvas') ?? document.body

/** A name of three strokes, as a finger draws it. */
async function writeName(): Promise<void> {
  await screen.findByLabelText('签名的地方，用手指写')
  const pad = canvas()
  // The canvas is on the screen a turn after the page.
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  for (const [x, y] of [[40, 40], [120, 40], [200, 60]] as const) {
    fireEvent.touchStart(pad, { changedTouches: [{ identifier: 7, x, y }] })
    for (let step = 1; step <= 5; step++) {
      fireEvent.touchMove(pad, { changedTouches: [{ identifier: 7, x: x + step * 4, y: y + step * 20 }] })
      await new Promise((resolve) => setTimeout(resolve, 12))
    }
    fireEvent.touchEnd(pad, { changedTouches: [{ identifier: 7, x: x + 20, y: y + 100 }] })
  }
}

const press = async (words: string) => fireEvent.click(await screen.findByText(words))

test('all of it on one screen, the capitals too, and the pad comes last', async () => {
  render(<SignPage />)
  await screen.findByText('壹仟贰佰捌拾元整')
  await screen.findByText('请在这里写您的名字')
  const text = document.body.textContent ?? ''
  const order = ['¥1,280.00', '壹仟贰佰捌拾元整', '三组水渠上个月冲坏了', '清河建材店', '票据 1 张', '谁来签', '您签：经手人', '请在这里写您的名字', '重写']
  const places = order.map((words) => text.indexOf(words))
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(places).not.toContain(-1)
})

test('what was drawn is sent with what was shown, under a challenge fetched when the pen was lifted', async () => {
  render(<SignPage />)
  await writeName()
  await waitFor(() => expect(asked('/challenges').map(({ body }) => body)).toEqual([{ slot: 'handler', shown: { revision: 1, digest: 'd1' } }]))
  await press('签字')
  expect(await screen.findByText('签好了')).toBeTruthy()
  expect(screen.getByText('下一个：等证明人何秀英签字')).toBeTruthy()
  expect(screen.getByText('手写')).toBeTruthy()
  const [body] = sent()
  expect(body).toMatchObject({ slot: 'handler', shown: { revision: 1, digest: 'd1' }, nonce: 'n1' })
  expect(body?.soter).toBeUndefined()
  expect(body?.strokes.strokes).toHaveLength(3)
  expect(() => checkStrokes(body?.strokes ?? { height: 0, strokes: [] })).not.toThrow()
  expect(asked('/challenges')).toHaveLength(1)
  expect(phone.calls.some(({ name }) => name === 'ink')).toBe(true)
})

test('nothing drawn, a dot, and a sheet taken back: nothing is sent', async () => {
  render(<SignPage />)
  await press('签字')
  expect((await screen.findByRole('alert')).textContent).toBe('请先写上您的名字')
  const pad = canvas()
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  fireEvent.touchStart(pad, { changedTouches: [{ identifier: 1, x: 10, y: 10 }] })
  fireEvent.touchEnd(pad, { changedTouches: [{ identifier: 1, x: 10, y: 10 }] })
  await press('签字')
  expect(await screen.findByText('请用手指签上您的名字，写完整、写大一点')).toBeTruthy()
  await press('重写')
  await press('签字')
  expect(await screen.findByText('请先写上您的名字')).toBeTruthy()
  expect(sent()).toEqual([])
})

test('a finger on the phone vouches for the challenge', async () => {
  phone.soter = 'confirms'
  render(<SignPage />)
  await writeName()
  await press('签字')
  expect(await screen.findByText('手写，并用指纹或人脸确认')).toBeTruthy()
  expect(sent()[0]?.soter).toEqual({ json: '{"raw":"c1"}', signature: 'signed-by-the-phone' })
})

test('whoever declines may sign by hand alone, and is told what that means', async () => {
  phone.soter = 'declines'
  render(<SignPage />)
  await writeName()
  await press('签字')
  expect(await screen.findByText(/没有用指纹或人脸确认/)).toBeTruthy()
  expect(sent()).toEqual([])
  await press('只用手写签')
  expect(await screen.findByText('手写')).toBeTruthy()
  expect(sent()[0]?.soter).toBeUndefined()
})

const stale: Reply = {
  status: 409,
  body: {
    code: 'expense.stale',
    details: { shownRevision: 1, revision: 2 },
    changes: [{ field: 'amount', before: '¥1,280.00', after: '¥12,800.00' }],
  },
}

test('what became another amount is shown before and after, and looked at anew', async () => {
  refusals = [stale]
  render(<SignPage />)
  await writeName()
  await press('签字')
  const red = await screen.findByText('内容改过了，您的签字没有存')
  const words = red.parentElement?.textContent ?? ''
  expect(words).toContain('您看到的¥1,280.00')
  expect(words).toContain('现在是¥12,800.00')
  view = mayHandle({ revision: 2, digest: 'd2', content: { ...view.content, amountFen: 1_280_000 } })
  await press('重新看')
  expect(await screen.findByText('壹万贰仟捌佰元整')).toBeTruthy()
  expect(screen.queryByText('内容改过了，您的签字没有存')).toBeNull()
  await writeName()
  await press('签字')
  await screen.findByText('签好了')
  expect(sent()[1]?.shown).toEqual({ revision: 2, digest: 'd2' })
})

test('it is said as soon as the pen is lifted, where it is known by then', async () => {
  challengeRefusal = stale
  render(<SignPage />)
  await writeName()
  expect(await screen.findByText('内容改过了，您的签字没有存')).toBeTruthy()
})

test('what was put under the page meanwhile is not what he signs', async () => {
  render(<SignPage />)
  await screen.findByText('壹仟贰佰捌拾元整')
  view = mayHandle({ revision: 2, digest: 'd2', content: { ...view.content, amountFen: 1_280_000 } })
  await act(async () => hidePage())
  await act(async () => showPage())
  await waitFor(() => expect(server.heard.filter(({ path }) => path === '/api/expenses/e1')).toHaveLength(2))
  expect(screen.queryByText('¥12,800.00')).toBeNull()
  await writeName()
  await press('签字')
  await screen.findByText('签好了')
  expect(sent()[0]?.shown).toEqual({ revision: 1, digest: 'd1' })
})

test('the one before me is a moment late: nobody hears of it', async () => {
  const slot: Slot = 'supervisor'
  phone.params = { id: 'e1', slot }
  view = mayHandle({ may: { ...NOTHING, sign: [slot] } })
  refusals = [{ status: 409, body: { code: 'expense.not-your-turn', details: { slot, waitsFor: 'witness' } } }]
  render(<SignPage />)
  await writeName()
  await press('签字')
  expect(await screen.findByText('签好了', undefined, { timeout: 3_000 })).toBeTruthy()
  expect(sent()).toHaveLength(2)
})

test('a used challenge is said, and the next try fetches another', async () => {
  refusals = [{ status: 409, body: { code: 'expense.challenge-refused', details: {} } }]
  render(<SignPage />)
  await writeName()
  await press('签字')
  expect(await screen.findByText(/这次签字等得太久/)).toBeTruthy()
  await press('签字')
  await screen.findByText('签好了')
  expect(asked('/challenges')).toHaveLength(2)
})

test('not my turn, or somebody was quicker: said, with the paper to look at', async () => {
  view = expenseView({ slots: [slotView({ signed: { by: CHEN, at: SUBMITTED_AT, level: 'drawn', strokes: null } })] })
  render(<SignPage />)
  expect(await screen.findByText('现在不用您签')).toBeTruthy()
  expect(screen.getByText('陈志远已经签过了。')).toBeTruthy()
  await press('看这张开支')
  expect(phone.calls).toContainEqual({ name: 'redirectTo', given: { url: '/packages/money/expense/index?id=e1' } })
})

test('a made-up slot is nobody’s', async () => {
  phone.params = { id: 'e1', slot: 'mayor' }
  render(<SignPage />)
  expect(await screen.findByText('没有找到')).toBeTruthy()
})
