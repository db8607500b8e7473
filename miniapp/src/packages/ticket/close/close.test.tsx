import { fireEvent, render, screen } from '@testing-library/react'
import type { PartView, TicketView } from '@huiying/shared/tickets'
import { COMMITTEE, minutesLater, ticketView } from '@/features/tickets/testing/ticket-view'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import ClosePage from './index'

const part = (id: string, state: PartView['state']): PartView => ({
  id, unit: { id: `d-${id}`, kind: 'department', name: '供水站' }, state, calledAt: minutesLater(10),
  calledBy: COMMITTEE, reportDueAt: minutesLater(130), reportedAt: null, reportedBy: null, reportMissed: false,
  closedAt: null, closedBy: null, done: null, inside: null, actions: [],
})

let server: SmallServer
let parts: readonly PartView[]
let actions: TicketView['actions']
let status: TicketView['status']
beforeEach(async () => {
  actions = ['reply', 'close']
  status = 'in-progress'
  freshPhone()
  phone.params = { id: 't1' }
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ path }) => ({ body: path === '/api/me' ? aVillager() : ticketView({ role: 'handler', parts, actions, status }) })
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

test('while a department still has its part, that is said before anything is written', async () => {
  parts = [part('p1', 'there'), part('p2', 'refused'), part('p3', 'done')]
  render(<ClosePage />)
  expect(await screen.findByText(/还有 2 个部门没办完/)).toBeTruthy()
  expect(screen.queryByLabelText('写给村民的话')).toBeNull()
})

test('once all are done or need not come, it may be written', async () => {
  parts = [part('p1', 'done'), part('p2', 'excused')]
  render(<ClosePage />)
  fireEvent.change(await screen.findByLabelText('写给村民的话'), { target: { value: '换好了管子' } })
  expect(screen.queryByText(/个部门没办完/)).toBeNull()
})

test('what a colleague has closed meanwhile is said so, before anything is written', async () => {
  parts = []
  actions = ['reply']
  status = 'closed'
  render(<ClosePage />)
  expect(await screen.findByText('这件事已经办结了，不用再做。')).toBeTruthy()
  expect(screen.queryByLabelText('写给村民的话')).toBeNull()
})
