import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { addDays, chinaDateOf } from '@huiying/shared/kernel'
import type { LeaveAnswer } from '@huiying/shared/roster'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { cadreCard, myDuty, ZHANG } from '@/features/roster/testing/duty'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import LeavePage from './index'

const TODAY = chinaDateOf(Date.now())
const subDistrict = { id: 's1', kind: 'sub-district', name: '清河街道' } as const
const village = { id: 'village-1', kind: 'village', name: '青石桥村' } as const

let server: SmallServer
let kind: 'committee-member' | 'secretary' | 'staff'
let answer: { readonly status?: number; readonly body: unknown }

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  kind = 'committee-member'
  answer = { body: { leaveId: 'l1', passed: [] } satisfies LeaveAnswer }
  server.reply = ({ path }) => {
    const posts = kind === 'staff'
      ? [{ kind, unit: subDistrict, village: null, subDistrict, charge: null }]
      : [{ kind, unit: village, village, subDistrict: null, charge: null }]
    if (path === '/api/me') return { body: aVillager({ posts }) }
    if (path === '/api/roster/mine') return { body: myDuty(Date.now(), { leaveFromOn: TODAY, current: [] }) }
    if (path.endsWith('/directory')) {
      const zhang = cadreCard({ personId: 'p-zhang', name: '张桂芳', posts: [{ kind: 'committee-member', charge: null }] })
      const grid = cadreCard({ personId: 'p-grid', name: '孙网格', posts: [{ kind: 'grid-worker', charge: null }] })
      return { body: { village, today: TODAY, cadres: [zhang, grid], defaultAddresseeId: null } }
    }
    return answer
  }
  keepToken('token-1')
})
afterEach(() => server.stop())

const sent = () => server.heard.filter(({ path }) => path === '/api/roster/leaves').map(({ body }) => body)
const send = async () => fireEvent.click((await screen.findAllByText(/请假$/)).at(-1) as HTMLElement)

test('one day is two taps, and who takes over is said for each shift', async () => {
  await refreshSession()
  answer = {
    body: {
      leaveId: 'l1',
      passed: [
        { on: '2026-11-25', villageName: '青石桥村', seat: 'member', to: ZHANG },
        { on: '2026-11-26', villageName: '青石桥村', seat: 'lead', to: null },
      ],
    } satisfies LeaveAnswer,
  }
  render(<LeavePage />)
  await screen.findByText('从哪天')
  await send()
  expect(await screen.findByText('张桂芳 委员接')).toBeTruthy()
  expect(screen.getByText('没人接')).toBeTruthy()
  expect(sent()).toEqual([{ fromOn: TODAY, toOn: TODAY }])
})

test('the end never lies before the beginning', async () => {
  await refreshSession()
  phone.params = { from: addDays(TODAY, 3) }
  render(<LeavePage />)
  await screen.findByText('从哪天')
  fireEvent.click(screen.getAllByRole('radio', { name: '明天' })[0] as HTMLElement)
  await send()
  await waitFor(() => expect(sent()).toEqual([{ fromOn: addDays(TODAY, 1), toOn: addDays(TODAY, 3) }]))
})

test('a lead enters leave for the committee and for nobody else', async () => {
  kind = 'secretary'
  await refreshSession()
  render(<LeavePage />)
  fireEvent.click(await screen.findByRole('radio', { name: /张桂芳/ }))
  expect(screen.queryByRole('radio', { name: /孙网格/ })).toBeNull()
  await send()
  expect(await screen.findByText('张桂芳的假请好了')).toBeTruthy()
  expect(sent()).toEqual([{ fromOn: TODAY, toOn: TODAY, personId: 'p-zhang' }])
})

test('staff enters it for whom the month page named, of that village', async () => {
  kind = 'staff'
  phone.params = { village: 'village-7', person: 'p-zhang', from: addDays(TODAY, 2) }
  await refreshSession()
  render(<LeavePage />)
  expect(await screen.findByText(/张桂芳的班马上转给能值的人/)).toBeTruthy()
  expect(server.heard.map(({ path }) => path)).toContain('/api/villages/village-7/directory')
  await send()
  expect(await screen.findByText('张桂芳的假请好了')).toBeTruthy()
  expect(sent()).toEqual([{ fromOn: addDays(TODAY, 2), toOn: addDays(TODAY, 2), personId: 'p-zhang' }])
})

test('a village named to somebody who is no staff is not asked about', async () => {
  phone.params = { village: 'village-7', person: 'p-zhang' }
  await refreshSession()
  render(<LeavePage />)
  expect(await screen.findByText(/您的班马上转给能值的人/)).toBeTruthy()
  expect(server.heard.some(({ path }) => path.endsWith('/directory'))).toBe(false)
})

test('a refusal keeps what was picked', async () => {
  await refreshSession()
  answer = { status: 409, body: { code: 'roster.leave-overlaps', details: {} } }
  render(<LeavePage />)
  await screen.findByText('从哪天')
  await send()
  expect((await screen.findByRole('alert')).textContent).toBe('这几天里有的已经请过假了，请看看再写')
})
