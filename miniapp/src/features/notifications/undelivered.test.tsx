import { fireEvent, render, screen } from '@testing-library/react'
import type { UndeliveredAnswer } from '@huiying/shared/notifications'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { aVillager } from '../../../test/me'
import { SmallServer } from '../../../test/small-server'
import { freshPhone, phone } from '../../../test/stand-in-taro'
import { Undelivered } from './undelivered'

const NOW = Date.parse('2026-11-22T15:00:00+08:00')
const told = (personId: string, name: string) =>
  ({ person: { personId, name, role: null }, phone: '13700001111', weChat: 'none', text: 'none' } as const)
const ANSWER = {
  now: NOW,
  rows: [{
    ticketId: 't1', villageName: '青石桥村', words: '井盖没了', isConfidential: true, hasVoice: false, sinceAt: NOW - 600_000, dueAt: NOW + 60_000,
    people: [told('person-1', '周桂兰'), told('person-2', '李国强')],
  }],
} as unknown as UndeliveredAnswer

let server: SmallServer
beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ path }) => ({ body: path === '/api/me' ? aVillager() : ANSWER })
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

test('one line until it is opened; then whom to call, and never oneself', async () => {
  render(<Undelivered />)
  const line = await screen.findByText('1 件还没有人知道，请打电话')
  expect(screen.queryByText(/井盖没了/)).toBeNull()
  fireEvent.click(line)
  expect(screen.getByText(/井盖没了/)).toBeTruthy()
  expect(screen.getByText('不让村里知道')).toBeTruthy()
  expect(screen.getByRole('button', { name: '给李国强打电话 13700001111' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /给周桂兰打电话/ })).toBeNull()
  expect(screen.getByText(/您点开看了，就不算没人知道/)).toBeTruthy()
})
