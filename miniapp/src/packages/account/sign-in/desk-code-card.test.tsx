import { act, fireEvent, render, screen } from '@testing-library/react'
import type { DeskFetchAnswer } from '@huiying/shared/identity'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { SmallServer } from '../../../../test/small-server'
import { aVillager } from '../../../../test/me'
import { keepToken, token } from '@/platform/token'
import { DeskCodeCard } from './desk-code-card'

let server: SmallServer
let states: DeskFetchAnswer[]
const session = { token: 'token-of-the-desk', expiresAt: Date.now() + 1_000_000, me: aVillager() }

beforeEach(async () => {
  freshPhone()
  keepToken(null)
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ path }) => {
    if (path === '/api/session/desk') {
      return { body: { code: '482913', secret: 'secret-of-this-page', qrSvg: '<svg/>', expiresAt: Date.now() + 180_000 } }
    }
    return { body: states.length > 1 ? states.shift() : states[0] }
  }
})
afterEach(() => server.stop())

const asksForCodes = () => server.heard.filter(({ path }) => path === '/api/session/desk').length

test('shows the code, says what the phone saw, and is in once the phone has said yes', async () => {
  states = [{ state: 'waiting' }, { state: 'typed' }, { state: 'approved', session }]
  render(<DeskCodeCard />)
  expect(await screen.findByLabelText('登录码 4 8 2 9 1 3')).toBeTruthy()
  expect(screen.queryByText(/secret-of-this-page/)).toBeNull()
  expect(await screen.findByText(/手机上看到了/, undefined, { timeout: 6_000 })).toBeTruthy()
  await act(() => new Promise((resolve) => setTimeout(resolve, 2_300)))
  expect(token.read()).toBe('token-of-the-desk')
  expect(phone.calls).toContainEqual({ name: 'reLaunch', given: { url: '/pages/home/index' } })
}, 12_000)

test('over, it asks for no new code by itself', async () => {
  states = [{ state: 'over' }]
  render(<DeskCodeCard />)
  expect(await screen.findByText('换一个码', undefined, { timeout: 4_000 })).toBeTruthy()
  await act(() => new Promise((resolve) => setTimeout(resolve, 2_300)))
  expect(asksForCodes()).toBe(1)
  expect(server.heard).toHaveLength(2)
  fireEvent.click(screen.getByText('换一个码'))
  expect(await screen.findByLabelText('登录码 4 8 2 9 1 3')).toBeTruthy()
  expect(asksForCodes()).toBe(2)
}, 12_000)
