import { fireEvent, render, screen } from '@testing-library/react'
import type { VillageBooksAnswer } from '@huiying/shared/ledger'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import VillageBooksPage from './index'

const QUIET = { count: 0, lateCount: 0, oldestDays: 0 }
const VILLAGE = { id: 'v1', kind: 'village', name: '柳树湾村' } as const
const ANSWER: VillageBooksAnswer = {
  now: Date.UTC(2026, 10, 22, 2),
  books: [
    {
      village: VILLAGE, bookId: 'b1', name: '柳树湾村经济合作社', moneyFen: 36_073_717, lastPublished: '2026-09', lateMonths: 0,
      waiting: { count: 2, lateCount: 2, oldestDays: 5 }, findingCount: 0,
    },
    {
      village: { id: 'v2', kind: 'village', name: '桃园社区' }, bookId: 'b2', name: '桃园社区居委会', moneyFen: 0,
      lastPublished: null, lateMonths: 0, waiting: QUIET, findingCount: 0,
    },
  ],
  withoutBook: [{ id: 'v3', kind: 'village', name: '石桥村' }],
}

let server: SmallServer
let status: number
beforeEach(async () => {
  freshPhone()
  status = 200
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ path }) => {
    if (path === '/api/me') return { body: aVillager() }
    return status === 200 ? { body: ANSWER } : { status, body: { code: 'session.forbidden', details: {} } }
  }
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

test('a line for each book, which opens it; villages without one are named', async () => {
  render(<VillageBooksPage />)
  const row = await screen.findByRole('button', { name: '柳树湾村 ¥360,737.17 · 9月已公示 · 2 张开支拖了，最久 5 天' })
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByText('2 本账，1 本要看看，排在前面。')).toBeTruthy()
  expect(screen.getByText('石桥村')).toBeTruthy()
  fireEvent.click(row)
  expect(phone.calls).toContainEqual({
    name: 'navigateTo', given: { url: '/packages/ledger/village/index?village=v1&book=b1' },
  })
})

test('for whom it is not, it shows no book', async () => {
  status = 404
  render(<VillageBooksPage />)
  expect(await screen.findByText('返回')).toBeTruthy()
  expect(screen.queryByText('柳树湾村')).toBeNull()
})
