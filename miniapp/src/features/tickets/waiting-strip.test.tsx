import { act, render, screen } from '@testing-library/react'
import { aVillager } from '../../../test/me'
import { SmallServer, type Reply } from '../../../test/small-server'
import { freshPhone, phone, setOnline } from '../../../test/stand-in-taro'
import { watchNetwork } from '@/platform/network'
import { flushOutbox } from '@/platform/outbox'
import { putOutboxItem } from '@/platform/outbox-store'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { WaitingStrip } from './waiting-strip'

let server: SmallServer
let onTicket: () => Reply | Promise<Reply>

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ path }) => (path === '/api/me' ? { body: aVillager() } : onTicket())
  keepToken('token-1')
  watchNetwork()
  await refreshSession()
  putOutboxItem({
    key: 'key-1', accountId: 'account-1', path: '/api/tickets', body: {}, files: [], label: '下水道堵了', createdAt: 1, refusal: null,
  })
})
afterEach(() => server.stop())

test('says what happens to what waits: no network, on its way, tried again later, arrived', async () => {
  render(<WaitingStrip accountId='account-1' />)
  act(() => setOnline(false))
  expect(screen.getByText('有 1 件存在手机上，有网了自动发')).toBeTruthy()

  act(() => setOnline(true))
  let answer: (reply: Reply) => void = () => undefined
  onTicket = () => new Promise((resolve) => (answer = resolve))
  let flushed = Promise.resolve()
  act(() => void (flushed = flushOutbox()))
  expect(await screen.findByText('有 1 件，正在发')).toBeTruthy()
  while (server.heard.every(({ path }) => path !== '/api/tickets')) await act(() => new Promise((resolve) => setTimeout(resolve, 5)))
  answer('hang-up')
  await act(() => flushed)
  expect(screen.getByText('有 1 件还没发到，过一会儿自动再发')).toBeTruthy()

  onTicket = () => ({ status: 201, body: {} })
  await act(() => flushOutbox())
  expect(screen.queryByText(/有 1 件/)).toBeNull()
})
