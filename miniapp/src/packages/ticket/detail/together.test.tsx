import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { minutesLater, SECRETARY, ticketRow, ticketView } from '@/features/tickets/testing/ticket-view'
import { keepToken } from '@/platform/token'
import { TicketBody } from './ticket-body'

const ALONE = { followers: 0, isFollowing: false, people: [], merged: [], main: null }
const MAIN = {
  ticketId: 't2', mergedAt: minutesLater(5), answerDueAt: minutesLater(40), finishDueAt: minutesLater(1_440), closedAt: null,
  outcome: null, responseMissed: false, closureMissed: false, apartUntil: null, answers: [],
}
const me = aVillager()

let server: SmallServer
beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = () => ({ body: { templates: [] } })
  keepToken('token-1')
})
afterEach(() => server.stop())

test('a neighbour joins with one tap and is counted', async () => {
  server.reply = ({ path }) =>
    ({ body: path.endsWith('/following') ? { isFollowing: true, followers: 3 } : { templates: [] } })
  const changed = jest.fn()
  const ticket = ticketView({ role: 'neighbour', reporter: null, actions: ['follow'], together: { ...ALONE, followers: 2 } })
  render(<TicketBody ticket={ticket} me={me} onChanged={changed} />)
  expect(screen.getByText('还有 2 家也遇到')).toBeTruthy()
  fireEvent.click(screen.getByText('我也遇到'))
  await waitFor(() => expect(changed).toHaveBeenCalled())
  expect(changed.mock.calls[0][0].together).toMatchObject({ isFollowing: true, followers: 3 })
  expect(server.heard.map(({ method, path }) => `${method} ${path}`)).toContain('POST /api/tickets/t1/following')
})

test('who has joined may leave, also when it has ended', () => {
  const ticket = ticketView({ role: 'neighbour', reporter: null, actions: [], together: { ...ALONE, followers: 1, isFollowing: true } })
  render(<TicketBody ticket={ticket} me={me} onChanged={() => undefined} />)
  expect(screen.getByText('不用告诉我了')).toBeTruthy()
})

test('its reporter hears how many, a handler who', () => {
  const together = { ...ALONE, followers: 2, people: ['赵大山', '冯秀'] }
  const hers = ticketView({ together: { ...together, people: [] } })
  const { unmount } = render(<TicketBody ticket={hers} me={me} onChanged={() => undefined} />)
  expect(screen.getByText('和您一样的还有 2 家')).toBeTruthy()
  unmount()
  render(<TicketBody ticket={ticketView({ role: 'handler', actions: ['reply'], together })} me={me} onChanged={() => undefined} />)
  expect(screen.getByText('赵大山、冯秀')).toBeTruthy()
})

test('a merged one runs no clock, shows what was answered in the other, and may come apart', () => {
  const answers = [{ by: SECRETARY, at: minutesLater(9), text: '电工四点来换灯' }]
  const ticket = ticketView({ actions: ['write', 'come-apart'], together: { ...ALONE, main: { ...MAIN, answers } } })
  render(<TicketBody ticket={ticket} me={me} onChanged={() => undefined} />)
  expect(screen.getByText('电工四点来换灯')).toBeTruthy()
  expect(screen.getByText('不是同一件事')).toBeTruthy()
  expect(screen.queryByText(/还剩/)).toBeNull()
})

test('long after the other one ended it stays as it is', () => {
  const main = { ...MAIN, closedAt: 1, outcome: 'settled', apartUntil: 2 } as const
  render(<TicketBody ticket={ticketView({ actions: ['come-apart'], together: { ...ALONE, main } })} me={me} onChanged={() => undefined} />)
  expect(screen.queryByText('不是同一件事')).toBeNull()
})

test('a handler picks the one it is the same as, the likely one marked', async () => {
  const row = { ...ticketRow({ id: 't2', words: '桥头的灯坏了', reporterName: '赵大山' }), isAlike: true }
  server.reply = ({ path }) =>
    ({ body: path.endsWith('merge-candidates') ? { now: minutesLater(9), rows: [row] } : { templates: [] } })
  render(<TicketBody ticket={ticketView({ role: 'handler', actions: ['merge'] })} me={me} onChanged={() => undefined} />)
  fireEvent.click(screen.getByText('和别的是同一件事'))
  expect(await screen.findByText('桥头的灯坏了')).toBeTruthy()
  expect(screen.getByText('很像')).toBeTruthy()
})
