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

const NUMBER: Reply = { body: { phone: '13700001111', until: Date.now() + 1_800_000 } }
const WHY: Reply = { status: 422, body: { code: 'ticket.look-reason-missing', details: {} } }

test('why is asked once, and within the half hour no more', async () => {
  reply = WHY
  render(<Caller ticketId='t-1' />)
  fireEvent.click(screen.getByText('打给他'))
  const usual = await screen.findByText('问清楚情况')
  expect(phone.calls.filter(({ name }) => name === 'showToast')).toEqual([])
  reply = NUMBER
  fireEvent.click(usual)
  await waitFor(() => expect(phone.calls).toContainEqual({ name: 'makePhoneCall', given: { phoneNumber: '13700001111' } }))
  expect(screen.queryByText('为什么打电话')).toBeNull()
  fireEvent.click(screen.getByText('打给他'))
  await waitFor(() => expect(bodies()).toEqual([{}, { reason: '问清楚情况' }, {}]))
  expect(screen.queryByText('为什么打电话')).toBeNull()
})

test('whose number nobody has: that is said, and nobody is asked why', async () => {
  reply = { status: 404, body: { code: 'ticket.phone-unknown', details: {} } }
  render(<Caller ticketId='t-2' />)
  fireEvent.click(screen.getByText('打给他'))
  await waitFor(() => expect(phone.calls.map(({ name }) => name)).toContain('showToast'))
  expect(screen.queryByText('为什么打电话')).toBeNull()
})

test('at a desk, which may have no dialler, the number stands on the page', async () => {
  reply = NUMBER
  render(<Caller ticketId='t-3' isBrowser />)
  fireEvent.click(screen.getByText('打给他'))
  expect(await screen.findByText('13700001111')).toBeTruthy()
  fireEvent.click(screen.getByText('关上'))
  expect(screen.queryByText('13700001111')).toBeNull()
})
