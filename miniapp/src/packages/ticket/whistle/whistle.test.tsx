import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { DepartmentRow } from '@huiying/shared/tickets'
import { COMMITTEE, minutesLater, ticketView } from '@/features/tickets/testing/ticket-view'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import WhistlePage from './index'

const WATER: DepartmentRow = { id: 'd1', kind: 'department', name: '供水站', charge: '水管', isEmpty: false }
const ROADS: DepartmentRow = { id: 'd2', kind: 'department', name: '公路站', charge: '', isEmpty: false }
const called = {
  id: 'p1', unit: { id: 'd1', kind: 'department', name: '供水站' }, state: 'called', calledAt: minutesLater(10),
  calledBy: COMMITTEE, reportDueAt: minutesLater(130), reportedAt: null, reportedBy: null, reportMissed: false,
  closedAt: null, closedBy: null, done: null, inside: null, actions: [],
} as const

let server: SmallServer
let ticket = ticketView({ role: 'handler' })
let departments: readonly DepartmentRow[]
beforeEach(async () => {
  freshPhone()
  phone.params = { id: 't1' }
  ticket = ticketView({ role: 'handler' })
  departments = [WATER, ROADS]
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ path }) => {
    if (path === '/api/me') return { body: aVillager() }
    return { body: path === '/api/departments' ? { departments } : ticket }
  }
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

const sent = () => server.heard.filter(({ path }) => path.endsWith('/whistle')).map(({ body }) => body)
const turnOn = async (name: string) => fireEvent.click(await screen.findByRole('checkbox', { name }))

test('each department is told what it is to do', async () => {
  render(<WhistlePage />)
  await turnOn('供水站')
  fireEvent.change(screen.getByLabelText('要供水站做什么'), { target: { value: '换掉爆了的管子' } })
  fireEvent.click(screen.getByText('叫他们来'))
  await waitFor(() => expect(sent()).toEqual([{ calls: [{ unitId: 'd1', task: '换掉爆了的管子' }] }]))
})

test('a box without words says so itself, and nothing is sent', async () => {
  render(<WhistlePage />)
  await turnOn('供水站')
  await turnOn('公路站')
  fireEvent.change(screen.getByLabelText('要供水站做什么'), { target: { value: '换掉爆了的管子' } })
  fireEvent.click(screen.getByText('叫他们来'))
  expect(await screen.findByText('请写要公路站做什么')).toBeTruthy()
  expect(screen.getByText('还没写要公路站做什么')).toBeTruthy()
  expect(screen.queryByText('请写要供水站做什么')).toBeNull()
  expect(sent()).toEqual([])
  fireEvent.change(screen.getByLabelText('要公路站做什么'), { target: { value: '挖开路面' } })
  expect(screen.queryByText('请写要公路站做什么')).toBeNull()
})

test('the pen stays where one writes while another box is still empty, and what is turned on later is not scolded', async () => {
  render(<WhistlePage />)
  await turnOn('供水站')
  await turnOn('公路站')
  fireEvent.click(screen.getByText('叫他们来'))
  const first = screen.getByLabelText('要供水站做什么')
  await waitFor(() => expect(document.activeElement).toBe(first))
  fireEvent.change(first, { target: { value: '换' } })
  fireEvent.change(first, { target: { value: '换掉爆了的管子' } })
  expect(document.activeElement).toBe(first)
  expect(screen.getByText('请写要公路站做什么')).toBeTruthy()
  await turnOn('公路站')
  await turnOn('公路站')
  expect(screen.queryByText('请写要公路站做什么')).toBeNull()
  fireEvent.click(screen.getByText('叫他们来'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('要公路站做什么')))
})

test('what somebody else has called since the draft was begun is not called again', async () => {
  const { unmount } = render(<WhistlePage />)
  await turnOn('供水站')
  fireEvent.change(screen.getByLabelText('要供水站做什么'), { target: { value: '换掉爆了的管子' } })
  unmount()
  ticket = { ...ticket, parts: [called] }
  render(<WhistlePage />)
  expect(await screen.findByText('已经叫过，还没办完')).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: '供水站' }).getAttribute('aria-checked')).toBe('false')
  await turnOn('公路站')
  fireEvent.change(screen.getByLabelText('要公路站做什么'), { target: { value: '挖开路面' } })
  fireEvent.click(screen.getByText('叫他们来'))
  await waitFor(() => expect(sent()).toEqual([{ calls: [{ unitId: 'd2', task: '挖开路面' }] }]))
})

test('where there is no department, it says what to do', async () => {
  departments = []
  render(<WhistlePage />)
  expect(await screen.findByText(/^还没有部门/)).toBeTruthy()
})
