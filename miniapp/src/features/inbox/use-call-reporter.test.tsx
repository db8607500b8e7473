import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { TicketView } from '@huiying/shared/tickets'
import { SECRETARY, ticketView } from '@/features/tickets/testing/ticket-view'
import { keepToken } from '@/platform/token'
import { SmallServer, type Reply } from '../../../test/small-server'
import { freshPhone, phone } from '../../../test/stand-in-taro'
import { useCallReporter } from './use-call-reporter'

let server: SmallServer
let reply: Reply
let ticket: TicketView
beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  ticket = ticketView({ role: 'handler' })
  server.reply = ({ method }) => (method === 'GET' ? { body: ticket } : reply)
  keepToken('token-1')
})
afterEach(() => server.stop())

function Caller({ ticketId, isBrowser = false }: { readonly ticketId: string; readonly isBrowser?: boolean }) {
  const { call, sheet } = useCallReporter(ticketId, isBrowser)
  return <><button onClick={call}>打给他</button>{sheet}</>
}
const looks = () => server.heard.filter(({ path }) => path.endsWith('/reporter-phone')).map(({ body }) => body)

const NUMBER: Reply = { body: { phone: '13700001111', until: Date.now() + 1_800_000 } }

test('why is asked once, and within the half hour no more', async () => {
  reply = NUMBER
  render(<Caller ticketId='t-1' />)
  fireEvent.click(screen.getByText('打给他'))
  const usual = await screen.findByText('问清楚情况')
  expect(looks()).toEqual([])
  fireEvent.click(usual)
  await waitFor(() => expect(phone.calls).toContainEqual({ name: 'makePhoneCall', given: { phoneNumber: '13700001111' } }))
  await waitFor(() => expect(screen.queryByText('为什么打电话')).toBeNull())
  const until = Date.now() + 1_800_000
  ticket = ticketView({ role: 'handler', looks: [{ kind: 'phone', who: SECRETARY, at: Date.now(), reason: '问清楚情况', until }] })
  fireEvent.click(screen.getByText('打给他'))
  await waitFor(() => expect(looks()).toEqual([{ reason: '问清楚情况' }, {}]))
  expect(screen.queryByText('为什么打电话')).toBeNull()
})

test('a reason that ran out on the way is asked for again, in place of a sentence about it', async () => {
  const until = Date.now() + 1_000
  ticket = ticketView({ role: 'handler', looks: [{ kind: 'phone', who: SECRETARY, at: until - 1_800_000, reason: '问清楚情况', until }] })
  reply = { status: 422, body: { code: 'ticket.look-reason-missing', details: {} } }
  render(<Caller ticketId='t-4' />)
  fireEvent.click(screen.getByText('打给他'))
  expect(await screen.findByText('为什么打电话')).toBeTruthy()
  expect(looks()).toEqual([{}])
  expect(phone.calls.map(({ name }) => name)).not.toContain('showToast')
  reply = NUMBER
  fireEvent.click(await screen.findByText('约上门的时间'))
  await waitFor(() => expect(phone.calls).toContainEqual({ name: 'makePhoneCall', given: { phoneNumber: '13700001111' } }))
})

test('whose number nobody has: that is said, and nobody is asked why', async () => {
  ticket = ticketView({ role: 'handler', reporter: { name: '王秀兰', maskedPhone: null } })
  render(<Caller ticketId='t-2' />)
  fireEvent.click(screen.getByText('打给他'))
  await waitFor(() => expect(phone.calls.map(({ name }) => name)).toContain('showToast'))
  expect(looks()).toEqual([])
  expect(screen.queryByText('为什么打电话')).toBeNull()
})

test('at a desk, which may have no dialler, the number stands on the page', async () => {
  reply = NUMBER
  render(<Caller ticketId='t-3' isBrowser />)
  fireEvent.click(screen.getByText('打给他'))
  fireEvent.click(await screen.findByText('说一下办得怎样'))
  expect(await screen.findByText('13700001111')).toBeTruthy()
  fireEvent.click(screen.getByText('关上'))
  expect(screen.queryByText('13700001111')).toBeNull()
})
