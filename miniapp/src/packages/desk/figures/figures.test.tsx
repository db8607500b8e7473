import { fireEvent, render, screen } from '@testing-library/react'
import { noCounts, type FiguresAnswer, type UnitFigures } from '@huiying/shared/figures'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import FiguresPage from './index'

const FIGURES: UnitFigures = {
  state: { ...noCounts('state'), settled: 21, open: 2 },
  response: { ...noCounts('response'), met: 22, late: 1 },
  closure: { ...noCounts('closure'), met: 14, rejected: 1, explained: 6, running: 2 },
  satisfaction: { ...noCounts('satisfaction'), satisfied: 3, unrated: 9 },
  callback: noCounts('callback'),
}
const ANSWER: FiguresAnswer = {
  now: Date.UTC(2026, 10, 22, 2), subDistrict: { id: 's', kind: 'sub-district', name: '青溪街道' },
  fromOn: '2026-11-16', toOn: '2026-11-22', total: FIGURES,
  units: [{ unit: { id: 'v1', kind: 'village', name: '柳树湾村' }, figures: FIGURES }],
  topics: [], kinds: [], older: { open: 0, 'open-late': 3 }, sharePermille: 100,
}

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

test('a rate is a percentage from twenty cases on, below that it says how many of how many', async () => {
  render(<FiguresPage />)
  expect(await screen.findAllByText('95.6%')).not.toHaveLength(0)
  expect(screen.getAllByText('14/15').length).toBeGreaterThan(0)
  expect(screen.getByText('23 件里做到 22 件')).toBeTruthy()
  expect(screen.getAllByText('3/3').length).toBeGreaterThan(0)
})

test('closures are counted by rounds, of which there may be more than matters', async () => {
  render(<FiguresPage />)
  expect(await screen.findByText('15 次里做到 14 次')).toBeTruthy()
  expect(screen.getByRole('button', { name: '居民说没办好 1 次，看是哪些' })).toBeTruthy()
})

test('a number leads to its tickets, a nought nowhere', async () => {
  render(<FiguresPage />)
  fireEvent.click(await screen.findByRole('button', { name: '柳树湾村 还在办 2 件，看是哪些' }))
  const url = '/packages/desk/behind/index?from=2026-11-16&to=2026-11-22&measure=state&class=open&unitId=v1'
  expect(phone.calls).toContainEqual({ name: 'navigateTo', given: { url } })
  expect(screen.getByRole('button', { name: '以前提的，已超时 3 件，看是哪些' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /居民撤回/ })).toBeNull()
})
