import { fireEvent, render, screen } from '@testing-library/react'
import type { SittingAnswer } from '@huiying/shared/roster'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { cadreCard, sittingAnswer } from '@/features/roster/testing/duty'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import SittingPage from './index'

let server: SmallServer
let sitting: SittingAnswer

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  sitting = sittingAnswer()
  server.reply = ({ path }) => {
    if (path === '/api/me') return { body: aVillager() }
    return path.endsWith('/sitting') ? { body: sitting } : { status: 404 }
  }
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

const seatsOf = (person: SittingAnswer['onDuty'][number] | null, change = {}) =>
  [{ seat: 'member' as const, person, isChanged: false, isAbsent: false, ...change }]

test('whoever has the duty now is called, or told', async () => {
  render(<SittingPage />)
  fireEvent.click(await screen.findByRole('button', { name: '给李国强打电话' }))
  fireEvent.click(screen.getByRole('button', { name: '@李国强，说一件事' }))
  expect(phone.calls).toContainEqual({ name: 'makePhoneCall', given: { phoneNumber: '13700001111' } })
  expect(phone.calls).toContainEqual({ name: 'navigateTo', given: { url: '/packages/ticket/send/index?to=p-li' } })
})

test('a leader is told things while he sits, and only called before', async () => {
  const leader = { personId: 'p-zhao', name: '赵海', posts: [{ kind: 'leader', charge: '镇长' }] } as const
  const visit = { on: '2026-11-24', fromAt: Date.UTC(2026, 10, 24, 0, 30), toAt: Date.UTC(2026, 10, 24, 10) }
  sitting = sittingAnswer({ leaderVisits: [{ ...visit, person: cadreCard({ ...leader, onDuty: false }) }] })
  const { unmount } = render(<SittingPage />)
  expect(await screen.findByText('11月24日 周二')).toBeTruthy()
  expect(screen.getByRole('button', { name: '给赵海打电话' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '@赵海，说一件事' })).toBeNull()
  unmount()
  sitting = sittingAnswer({ onDuty: [cadreCard({ ...leader, onDuty: true })] })
  render(<SittingPage />)
  expect(await screen.findByRole('button', { name: '@赵海，说一件事' })).toBeTruthy()
})

test('another village is only looked at', async () => {
  phone.params = { village: 'village-2' }
  render(<SittingPage />)
  expect(await screen.findByRole('button', { name: '给李国强打电话' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /说一件事/ })).toBeNull()
})

test('a code on the wall is for its village, and is come back to after signing in', async () => {
  phone.params = { q: encodeURIComponent('https://huiying.example.cn/#/packages/roster/sitting/index?village=village-2') }
  const { unmount } = render(<SittingPage />)
  await screen.findByRole('button', { name: '给李国强打电话' })
  expect(server.heard.map(({ path }) => path)).toContain('/api/villages/village-2/sitting')
  unmount()
  keepToken(null)
  render(<SittingPage />)
  fireEvent.click(await screen.findByText('去登录'))
  const back = encodeURIComponent('/packages/roster/sitting/index?village=village-2')
  expect(phone.calls).toContainEqual({ name: 'navigateTo', given: { url: `/packages/account/sign-in/index?back=${back}` } })
})

test('a hole says who stands in', async () => {
  sitting = sittingAnswer({ isHole: true })
  render(<SittingPage />)
  expect(await screen.findByText('现在没人值班，先由李国强接。')).toBeTruthy()
})

test('without a roster there is one sentence and the stand-in, and no empty month', async () => {
  sitting = sittingAnswer({ hasRoster: false, days: [] })
  render(<SittingPage />)
  expect(await screen.findByText('值班表还没公布，有事先找李国强。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '给李国强打电话' })).toBeTruthy()
  expect(screen.queryByText('这个月谁值班')).toBeNull()
})

test('holes are 待定, changes are marked, and who came late is not called missing', async () => {
  const late = cadreCard({ personId: 'p-late', name: '孙迟到', onDuty: true })
  const gone = cadreCard({ personId: 'p-gone', name: '周没来', onDuty: false })
  const day = { on: '2026-11-21', kind: 'rest-day', name: null } as const
  const missing = seatsOf(gone, { isAbsent: true, isChanged: true })
  const seats = [...seatsOf(null), ...seatsOf(late, { isAbsent: true }), ...missing]
  sitting = sittingAnswer({ days: [{ ...day, seats }] })
  render(<SittingPage />)
  expect((await screen.findAllByText('待定')).length).toBe(2)
  expect(screen.getAllByText('没到岗')).toHaveLength(1)
  expect(screen.getByText('值班还没有人')).toBeTruthy()
  expect(screen.getAllByText('有变动')).toHaveLength(1)
  expect(screen.getByText('值班有变动')).toBeTruthy()
})

test('after the evening change the people of tomorrow are the ones who are there', async () => {
  const wang = cadreCard({ personId: 'p-wang', name: '王强', onDuty: true })
  const li = cadreCard({ onDuty: false })
  sitting = sittingAnswer({
    now: Date.UTC(2026, 10, 21, 12),
    onDuty: [wang],
    dutyOn: '2026-11-22',
    days: [
      // He sits on both days.
      { on: '2026-11-21', kind: 'rest-day', name: null, seats: [...seatsOf(li), ...seatsOf(wang)] },
      { on: '2026-11-22', kind: 'rest-day', name: null, seats: seatsOf(wang) },
    ],
  })
  render(<SittingPage />)
  expect(await screen.findByText(/这天的班交了/)).toBeTruthy()
  expect(screen.getAllByText('在岗')).toHaveLength(1)
})

test('of a month half is shown, the days gone by only when asked for', async () => {
  const november = Array.from({ length: 30 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`)
  const day = (on: string) => ({ on, kind: 'working-day', name: null, seats: seatsOf(cadreCard()) } as const)
  sitting = sittingAnswer({ days: [...november, '2026-12-01', '2026-12-02'].map(day) })
  render(<SittingPage />)
  await screen.findByText('这个月谁值班')
  const shown = () => screen.getAllByRole('listitem').map((row) => Number.parseInt(row.textContent ?? '', 10))
  expect(shown()).toEqual(november.slice(20).map((on) => Number(on.slice(8))))
  fireEvent.click(screen.getByText('看前面的日子'))
  expect(shown()).toEqual(november.slice(4).map((on) => Number(on.slice(8))))
  fireEvent.click(screen.getByText('看前面的日子'))
  expect(shown()).toHaveLength(30)
  expect(screen.queryByText('看前面的日子')).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '12月' }))
  expect(shown()).toEqual([1, 2])
})

test('a month that lies ahead comes in two halves', async () => {
  const december = Array.from({ length: 31 }, (_, index) => `2026-12-${String(index + 1).padStart(2, '0')}`)
  const seats = seatsOf(cadreCard())
  const days = december.map((on) => ({ on, kind: 'working-day', name: null, seats } as const))
  sitting = sittingAnswer({ days: [...sittingAnswer().days, ...days] })
  render(<SittingPage />)
  fireEvent.click(await screen.findByRole('radio', { name: '12月' }))
  expect(screen.getAllByRole('listitem')).toHaveLength(16)
  fireEvent.click(screen.getByText('看后面的日子'))
  expect(screen.getAllByRole('listitem')).toHaveLength(31)
})
