import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { PartnersAnswer } from '@huiying/shared/roster'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { myDuty, ZHANG } from '@/features/roster/testing/duty'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import SwapPage from './index'

let server: SmallServer
let partners: PartnersAnswer['partners']

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  phone.params = { slot: 'slot-1' }
  const theirs = { slotId: 'slot-z', villageName: '青石桥村', on: '2027-01-04', seat: 'member' } as const
  partners = [{ person: ZHANG, slots: [theirs] }, { person: { ...ZHANG, personId: 'p-sun', name: '孙明' }, slots: [] }]
  server.reply = ({ path }) => {
    if (path === '/api/me') return { body: aVillager() }
    if (path.endsWith('/partners')) return { body: { partners } }
    return { body: myDuty(Date.now()) }
  }
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

const sent = () => server.heard.filter(({ path }) => path === '/api/roster/swaps').map(({ body }) => body)
const pick = async (name: RegExp) => fireEvent.click(await screen.findByRole('radio', { name }))

test('a day for a day', async () => {
  render(<SwapPage />)
  await pick(/张桂芳/)
  await pick(/1月4日 周一 值班/)
  fireEvent.click(screen.getByText('请张桂芳换班'))
  await waitFor(() => expect(sent()).toEqual([{ slotId: 'slot-1', toPersonId: 'p-zhang', returnSlotId: 'slot-z' }]))
})

test('somebody else is asked for nothing in return, whatever was picked before', async () => {
  render(<SwapPage />)
  await pick(/张桂芳/)
  await pick(/1月4日 周一 值班/)
  await pick(/孙明/)
  fireEvent.click(screen.getByText('请孙明换班'))
  await waitFor(() => expect(sent()).toEqual([{ slotId: 'slot-1', toPersonId: 'p-sun' }]))
})

test('nobody picked: said, and nothing sent', async () => {
  render(<SwapPage />)
  fireEvent.click(await screen.findByText('请人换班'))
  expect((await screen.findByRole('alert')).textContent).toBe('请先选一个人')
  expect(sent()).toEqual([])
})

test('where nobody can sit, leave is the way', async () => {
  partners = []
  render(<SwapPage />)
  fireEvent.click(await screen.findByText('改成请假'))
  expect(phone.calls).toContainEqual({ name: 'navigateTo', given: { url: '/packages/roster/leave/index?from=2026-11-21' } })
})

test('a shift that is his no more is said so', async () => {
  phone.params = { slot: 'slot-gone' }
  render(<SwapPage />)
  expect(await screen.findByText('这个班已经不是您的了')).toBeTruthy()
})

test('opened without a shift it says so, and leads back', async () => {
  phone.params = {}
  render(<SwapPage />)
  expect(await screen.findByText('没有找到')).toBeTruthy()
  expect(screen.getByText('返回')).toBeTruthy()
})
