import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { CountyOrdersAnswer } from '@huiying/shared/tickets'
import { keepToken } from '@/platform/token'
import { SmallServer } from '../../../test/small-server'
import { freshPhone, phone } from '../../../test/stand-in-taro'
import { CountyOrders } from './county-orders'

const order = (id: string, orderCount: number) =>
  ({ id, number: `督〔2026〕${id}号`, orderCount, subDistrictName: '青溪街道', villageName: '柳树村' })
const ANSWER: CountyOrdersAnswer = { now: 0, count: 3, isMore: false, rows: [order('1', 4), order('2', 1)] }

let server: SmallServer
let answer: CountyOrdersAnswer
beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ path }) => path === '/api/county/orders' ? { body: answer } : { status: 404, body: {} }
  keepToken('token-1')
})
afterEach(() => server.stop())

test('one line with how many, until it is opened; then each by number, village and how often', async () => {
  answer = ANSWER
  render(<CountyOrders />)
  const line = await screen.findByText('3 件一直没办完，请过问')
  expect(screen.getByText('青溪街道。点开看是哪些督办单')).toBeTruthy()
  expect(screen.queryByText(/督〔2026〕/)).toBeNull()
  fireEvent.click(line)
  expect(screen.getByText('督〔2026〕1号 第 4 次')).toBeTruthy()
  expect(screen.getByText('督〔2026〕2号')).toBeTruthy()
  expect(screen.getAllByText('青溪街道柳树村')).toHaveLength(2)
  expect(screen.getByText('拖得最久的 2 件在这里')).toBeTruthy()
})

test('more than are counted', async () => {
  answer = { ...ANSWER, count: 200, isMore: true }
  render(<CountyOrders />)
  expect(await screen.findByText('至少 200 件一直没办完，请过问')).toBeTruthy()
})

test('nothing stands there without any', async () => {
  answer = { ...ANSWER, count: 0, rows: [] }
  const { container } = render(<CountyOrders />)
  await waitFor(() => expect(server.heard).toHaveLength(1))
  await act(() => new Promise((resolve) => setTimeout(resolve, 200)))
  expect(container.textContent).toBe('')
})
