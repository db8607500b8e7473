import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ExpenseView, MaskBody } from '@huiying/shared/expenses'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { contentView, expenseView, NOTHING } from '@/features/expenses/testing/expense-view'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import MaskPage from './index'

let server: SmallServer
let view: ExpenseView
const masked = new Set<string>()

const paper = (): ExpenseView => {
  const content = contentView()
  const [first] = content.vouchers
  if (first === undefined) throw new Error('a paper without a voucher')
  const vouchers = ['f1', 'f2'].map((fileId) => ({
    ...first, fileId, photo: { id: fileId, url: `/${fileId}`, thumbUrl: `/${fileId}t` }, isMasked: masked.has(fileId),
  }))
  return { ...view, content: { ...content, vouchers } }
}

beforeEach(async () => {
  freshPhone()
  masked.clear()
  server = await SmallServer.start()
  phone.server = server.url
  phone.params = { expense: 'e1' }
  view = expenseView({ may: { ...NOTHING, mask: true } })
  server.reply = ({ path, method }) => {
    if (path === '/api/me') return { body: aVillager() }
    if (path === '/api/expenses/e1') return { body: paper() }
    const fileId = /vouchers\/(\w+)\/mask$/.exec(path)?.[1]
    if (method !== 'PUT' || fileId === undefined) return { status: 404 }
    masked.add(fileId)
    return { status: 204 }
  }
  keepToken('a-token')
  await act(() => refreshSession())
})
afterEach(() => server.stop())

const sent = () => server.heard.filter(({ method }) => method === 'PUT')
  .map(({ path, body }) => [path.split('/')[5], (body as MaskBody).boxes])

/** On a photo that stands 320 px wide and 192 px high. */
async function drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const sheet = await screen.findByLabelText(/用手指拖出要遮的地方/)
  const at = ([clientX, clientY]: readonly [number, number]) =>
    ({ touches: [{ clientX, clientY }], changedTouches: [{ clientX, clientY }] })
  fireEvent.touchStart(sheet, at(from))
  fireEvent.touchMove(sheet, at(to))
  fireEvent.touchEnd(sheet, at(to))
}

test('a box drawn, moved and stored; then the next photo is up, and one without anything to hide', async () => {
  render(<MaskPage />)
  expect(await screen.findByText('还有 2 张没遮。没遮的，村里人看不到。')).toBeTruthy()
  await drag([32, 19.2], [96, 38.4])
  await drag([64, 24], [96, 24])
  fireEvent.click(await screen.findByText('遮好了（1 处）'))
  expect(await screen.findByText('还有 1 张没遮。没遮的，村里人看不到。')).toBeTruthy()
  expect(sent()).toEqual([['f1', [{ left: 200, top: 100, width: 200, height: 100 }]]])
  phone.answerToQuestions = true
  fireEvent.click(screen.getByText('不用遮，没有个人信息'))
  await waitFor(() => expect(sent()[1]).toEqual(['f2', []]))
  expect(await screen.findByText(/都看过了/)).toBeTruthy()
})

test('what was drawn by mistake is taken off; without a box only “nothing to hide” can be said, and is asked twice', async () => {
  render(<MaskPage />)
  await drag([32, 20], [96, 40])
  await drag([200, 100], [260, 120])
  fireEvent.click(await screen.findByText('去掉这块'))
  expect(await screen.findByText('遮好了（1 处）')).toBeTruthy()
  fireEvent.click(screen.getByText('都去掉'))
  phone.answerToQuestions = false
  fireEvent.click(await screen.findByText('不用遮，没有个人信息'))
  await waitFor(() => expect(phone.calls.some(({ name }) => name === 'showModal')).toBe(true))
  expect(sent()).toEqual([])
})

test('for whoever does not keep the book there is nothing here', async () => {
  view = expenseView()
  render(<MaskPage />)
  expect(await screen.findByText('没有找到')).toBeTruthy()
})
