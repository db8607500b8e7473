import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { keepToken } from '@/platform/token'
import { SmallServer, type Reply } from '../../../test/small-server'
import { freshPhone, phone } from '../../../test/stand-in-taro'
import { useCallReporter } from './use-call-reporter'

let server: SmallServer
let reply: Reply
beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = () => reply
  keepToken('token-1')
})
afterEach(() => server.stop())

function Caller({ ticketId, isBrowser = false }: { readonly ticketId: string; readonly isBrowser?: boolean }) {
  const { call, sheet } = useCallReporter(ticketId, isBrowser)
  return <><button onClick={call}>打给他</button>{sheet}</>
}
const bodies = () => server.heard.map(({ body }) => body)

test('why is asked once, and within the half hour no more', async () => {
  reply = { body: { phone: '13700001111', until: Date.now() + 1_800_000 } }
  render(<Caller ticketId='t-1' />)
  fireEvent.click(screen.getByText('打给他'))
  fireEvent.click(screen.getByText('问清楚情况'))
  await waitFor(() => expect(phone.calls).toContainEqual({ name: 'makePhoneCall', given: { phoneNumber: '13700001111' } }))
  expect(screen.queryByText('为什么打电话')).toBeNull()
  fireEvent.click(screen.getByText('打给他'))
  await waitFor(() => expect(bodies()).toEqual([{ reason: '问清楚情况' }, {}]))
})

test('another person on the same phone is asked, too, instead of being refused for half an hour', async () => {
  reply = { body: { phone: '13700001111', until: Date.now() + 1_800_000 } }
  render(<Caller ticketId='t-2' />)
  fireEvent.click(screen.getByText('打给他'))
  fireEvent.click(screen.getByText('问清楚情况'))
  await waitFor(() => expect(screen.queryByText('为什么打电话')).toBeNull())
  reply = { status: 422, body: { code: 'ticket.look-reason-missing', details: {} } }
  fireEvent.click(screen.getByText('打给他'))
  expect(await screen.findByText('为什么打电话')).toBeTruthy()
  expect(phone.calls.filter(({ name }) => name === 'showToast')).toEqual([])
})

test('at a desk, which may have no dialler, the number stands on the page', async () => {
  reply = { body: { phone: '13700001111', until: Date.now() + 1_800_000 } }
  render(<Caller ticketId='t-3' isBrowser />)
  fireEvent.click(screen.getByText('打给他'))
  fireEvent.click(screen.getByText('问清楚情况'))
  expect(await screen.findByText('13700001111')).toBeTruthy()
  fireEvent.click(screen.getByText('关上'))
  expect(screen.queryByText('13700001111')).toBeNull()
})
