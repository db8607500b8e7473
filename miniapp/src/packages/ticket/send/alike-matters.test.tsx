import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { minutesLater, ticketRow } from '@/features/tickets/testing/ticket-view'
import { keepToken } from '@/platform/token'
import { AlikeMatters } from './alike-matters'

let server: SmallServer
beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  keepToken('token-1')
})
afterEach(() => server.stop())

const LAMP = { ticket: ticketRow({ id: 't9', words: '桥头的灯坏了', mine: false, followers: 2 }), isNear: true, isFollowing: false, isQuiet: false }
const shown = (text: string) => <AlikeMatters villageId='v1' text={text} place={null} onJoined={() => undefined} />

test('once the sentence stands, what is alike is shown, and one tap joins it', async () => {
  server.reply = ({ path }) =>
    path.endsWith('/alike') ? { body: { now: minutesLater(30), rows: [LAMP] } } : { body: { isFollowing: true, followers: 3 } }
  const { rerender } = render(shown('桥头'))
  rerender(shown('桥头路灯不亮了'))
  expect(await screen.findByText('桥头的灯坏了', {}, { timeout: 4_000 })).toBeTruthy()
  expect(screen.getByText('3 家遇到 · 就在附近 · 30 分钟前')).toBeTruthy()
  expect(server.heard.map(({ body }) => body)).toEqual([{ text: '桥头路灯不亮了' }])
  expect(screen.getByRole('button', { name: '桥头的灯坏了。3 家遇到 · 就在附近 · 30 分钟前。点开看' })).toBeTruthy()
  fireEvent.click(screen.getByText('我也遇到'))
  await waitFor(() => expect(server.heard.at(-1)?.path).toBe('/api/tickets/t9/following'))
  expect(await screen.findByText('4 家遇到 · 算上您家了 · 就在附近 · 30 分钟前')).toBeTruthy()
})

test.each([
  [60 * 23, false, '3 家遇到 · 就在附近 · 昨天上午9:00'],
  [60 * 24 * 12, false, '3 家遇到 · 就在附近 · 说了 12 天，还没办完'],
  [60 * 24 * 100, true, '3 家遇到 · 就在附近 · 说了 3 个多月，还没办完 · 好久没动静'],
])('after %i minutes, how long it has been open: quiet %s', async (minutes, isQuiet, words) => {
  server.reply = () => ({ body: { now: minutesLater(minutes), rows: [{ ...LAMP, isQuiet }] } })
  render(shown('桥头路灯不亮了'))
  expect(await screen.findByText(words, {}, { timeout: 4_000 })).toBeTruthy()
})

test('what cannot be fetched is not there', async () => {
  server.reply = () => ({ status: 500, body: { code: 'server.failed', details: {} } })
  render(shown('桥头路灯不亮了'))
  await waitFor(() => expect(server.heard.length).toBeGreaterThan(0), { timeout: 4_000 })
  expect(screen.queryByText('村里有人在说差不多的事')).toBeNull()
})

test('what was found for another sentence goes when the new one cannot be looked up', async () => {
  server.reply = () => ({ body: { now: minutesLater(30), rows: [LAMP] } })
  const { rerender } = render(shown('桥头路灯不亮了'))
  expect(await screen.findByText('桥头的灯坏了', {}, { timeout: 4_000 })).toBeTruthy()
  server.reply = () => ({ status: 500, body: { code: 'server.failed', details: {} } })
  rerender(shown('自来水一股铁锈味'))
  await waitFor(() => expect(screen.queryByText('桥头的灯坏了')).toBeNull(), { timeout: 4_000 })
})
