import type { WaysAction } from '@huiying/shared/tickets'
import { WAYS_ACTIONS } from '@huiying/shared/tickets'
import { minutesLater, SECRETARY, ticketView } from '@/features/tickets/testing/ticket-view'
import { emptyWay, meetingDays, missingIn, sendWay, type WayDraft } from './send-way'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'

const VILLAGE = { id: 'v1', kind: 'village', name: '柳树村' } as const
const OTHER = { id: 'v2', kind: 'village', name: '桃园社区' } as const
const plain = ticketView({ role: 'handler' })
const move = {
  number: 1, how: 'transfer', from: VILLAGE, to: OTHER, at: minutesLater(5), by: SECRETARY, objectedAt: minutesLater(9), isUpheld: null,
} as const
const objected = { ...plain, ways: { ...plain.ways, moves: [move] } }

const missing = (action: WaysAction, draft: Partial<WayDraft> = {}, ticket = plain) =>
  missingIn(action, ticket, { ...emptyWay(ticket, minutesLater(10)), ...draft })

test('what is still to be picked is named, each act by its own words', () => {
  expect(WAYS_ACTIONS.map((action) => missing(action)).filter((words) => words !== null)).toEqual([
    '请选转给谁', '请选由谁办', '请选答应哪天办好', '请先选：准，还是不准',
  ])
})

test('on an objection one says yes or no first; a no needs no place', () => {
  expect(missing('rule', {}, objected)).toBe('请先选：换地方，还是由那边办')
  expect(missing('rule', { isUpheld: true }, objected)).toBe('请选由谁办')
  expect(missing('rule', { isUpheld: true, toUnitId: 'v1' }, objected)).toBeNull()
  expect(missing('rule', { isUpheld: false }, objected)).toBeNull()
})

test('minutes go under the key of their form, so that a second try writes them once', async () => {
  freshPhone()
  const server = await SmallServer.start()
  phone.server = server.url
  server.reply = () => ({ body: plain })
  const draft = { ...emptyWay(plain, minutesLater(10)), attendees: '王书记、李站长', text: '供水站周五前换好管子' }
  for (const _try of [1, 2]) await sendWay('minutes', plain, draft, { now: minutesLater(10), key: 'key-of-the-form' })
  expect(server.heard.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-of-the-form', 'key-of-the-form'])
  await server.stop()
})

test('a meeting was since the matter was said; of a long time the last fortnight is offered', () => {
  const now = Date.parse('2026-11-22T09:00:00+08:00')
  expect(meetingDays(Date.parse('2026-11-20T23:00:00+08:00'), now)).toEqual(['2026-11-22', '2026-11-21', '2026-11-20'])
  expect(meetingDays(Date.parse('2026-08-01T09:00:00+08:00'), now)).toHaveLength(14)
})
