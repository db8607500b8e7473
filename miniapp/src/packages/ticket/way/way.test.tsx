import { render, screen } from '@testing-library/react'
import type { TicketView } from '@huiying/shared/tickets'
import { ticketView } from '@/features/tickets/testing/ticket-view'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import WayPage from './index'

let server: SmallServer
let actions: TicketView['actions']
beforeEach(async () => {
  freshPhone()
  phone.params = { id: 't1', act: 'decide-extension' }
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ path }) => {
    if (path === '/api/me') return { body: aVillager() }
    if (path.endsWith('/destinations')) return { body: { subDistrict: null, transfer: [], ruling: [] } }
    return { body: ticketView({ role: 'handler', status: 'in-progress', actions }) }
  }
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

test('asked for more time, one is asked yes or no', async () => {
  actions = ['reply', 'decide-extension']
  render(<WayPage />)
  expect(await screen.findByText('准不准')).toBeTruthy()
})

test('where a colleague has decided meanwhile, that is said, and nothing is asked', async () => {
  actions = ['reply']
  render(<WayPage />)
  expect(await screen.findByText(/别人已经做了/)).toBeTruthy()
  expect(screen.queryByText('准不准')).toBeNull()
  expect(screen.queryByText('就这么办')).toBeNull()
})
