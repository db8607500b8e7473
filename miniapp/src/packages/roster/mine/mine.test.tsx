import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { MyDutyAnswer } from '@huiying/shared/roster'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { myDuty, mySlot, swapRow } from '@/features/roster/testing/duty'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import MinePage from './index'

let server: SmallServer
let duty: MyDutyAnswer
let onPost: () => { readonly status?: number; readonly body: unknown }
const built = globalThis as { WITH_LOCATION?: boolean }

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  duty = myDuty(Date.now())
  onPost = () => ({ body: duty })
  server.reply = ({ path, method }) => {
    if (path === '/api/me') return { body: aVillager() }
    if (path === '/api/roster/mine') return { body: duty }
    return method === 'POST' ? onPost() : { status: 404 }
  }
  keepToken('token-1')
  await refreshSession()
})
afterEach(async () => {
  built.WITH_LOCATION = false
  await server.stop()
})

const posts = () => server.heard.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }))
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))

test('one tap takes the shift over, and the page says when', async () => {
  const now = Date.now()
  const taken = mySlot(now, { takenOverAt: now, mayTakeOver: false, waiting: 2 })
  onPost = () => ({ body: myDuty(now, { current: [taken] }) })
  render(<MinePage />)
  expect(await screen.findByText('等您接班')).toBeTruthy()
  await press(/接班/)
  expect(await screen.findByText('已接班')).toBeTruthy()
  expect(posts()).toEqual([{ path: '/api/roster/slots/slot-1/take-over', body: {} }])
  expect(phone.calls).toContainEqual({ name: 'showToast', given: expect.objectContaining({ title: '接好班了，2 件事等您回' }) })
  expect(screen.queryByText('点一下就算接了')).toBeNull()
  expect(phone.calls.some(({ name }) => name === 'getLocation')).toBe(false)
})

test('a build that may not ask for a place takes over without one, also inside a circle', async () => {
  duty = myDuty(Date.now(), { current: [mySlot(Date.now(), { asksPlace: true })] })
  render(<MinePage />)
  await press(/接班/)
  await waitFor(() => expect(posts()).toEqual([{ path: '/api/roster/slots/slot-1/take-over', body: {} }]))
})

describe('where the place is asked for', () => {
  beforeEach(() => {
    built.WITH_LOCATION = true
    duty = myDuty(Date.now(), { current: [mySlot(Date.now(), { asksPlace: true })] })
  })

  test('the reason comes first, and telling it is one of two ways', async () => {
    phone.position = { latitude: 34.1, longitude: 113.2 }
    render(<MinePage />)
    await press(/接班/)
    expect(await screen.findByText(/只看这一下在不在/)).toBeTruthy()
    expect(posts()).toEqual([])
    await press('告诉位置，接班')
    await waitFor(() => expect(posts()[0]?.body).toEqual({ latitude: 34.1, longitude: 113.2 }))
  })

  test('whoever keeps it to himself takes over as well, and nobody asks his phone', async () => {
    render(<MinePage />)
    await press(/接班/)
    await press('不告诉位置，也接班')
    await waitFor(() => expect(posts()[0]?.body).toEqual({}))
    expect(phone.calls.some(({ name }) => name === 'getLocation')).toBe(false)
  })

  test('a phone that does not say holds nobody up', async () => {
    render(<MinePage />)
    await press(/接班/)
    await press('告诉位置，接班')
    await waitFor(() => expect(posts()[0]?.body).toEqual({}))
  })
})

test('a refusal is said, and the page fetches what is true now', async () => {
  onPost = () => ({ status: 409, body: { code: 'roster.taken-over-already', details: {} } })
  render(<MinePage />)
  await screen.findByText('等您接班')
  const before = server.heard.filter(({ path }) => path === '/api/roster/mine').length
  await press(/接班/)
  await waitFor(() =>
    expect(phone.calls).toContainEqual({ name: 'showToast', given: expect.objectContaining({ title: '这个班已经接过了' }) }))
  await waitFor(() => expect(server.heard.filter(({ path }) => path === '/api/roster/mine').length).toBe(before + 1))
})

test('who asks to swap is answered on top', async () => {
  duty = myDuty(Date.now(), { asked: [swapRow()] })
  onPost = () => ({ body: { ...duty, asked: [] } })
  render(<MinePage />)
  await press('同意和张桂芳换班')
  await waitFor(() => expect(posts()).toEqual([{ path: '/api/roster/swaps/swap-1/answer', body: { accept: true } }]))
  await waitFor(() => expect(screen.queryByText('有人想和您换班')).toBeNull())
})

test('my own asking can be taken back', async () => {
  duty = myDuty(Date.now(), { asking: [swapRow()] })
  render(<MinePage />)
  await press('撤回和王强的换班')
  await waitFor(() => expect(posts()).toEqual([{ path: '/api/roster/swaps/swap-1/withdrawal', body: {} }]))
})

test('a day to come leads to a swap and to leave', async () => {
  const now = Date.now()
  duty = myDuty(now, { coming: [mySlot(now, { id: 'slot-9', on: '2027-01-04', mayTakeOver: false })] })
  render(<MinePage />)
  fireEvent.click(await screen.findByText('1月4日 周一'))
  await press('和人换班')
  expect(phone.calls).toContainEqual({ name: 'navigateTo', given: { url: '/packages/roster/swap/index?slot=slot-9' } })
  fireEvent.click(screen.getByText('1月4日 周一'))
  fireEvent.click(screen.getAllByRole('button', { name: '请假' }).at(-1) as HTMLElement)
  expect(phone.calls).toContainEqual({ name: 'navigateTo', given: { url: '/packages/roster/leave/index?from=2027-01-04' } })
})

test('a note for the next shift goes out, and what was written stays when it does not', async () => {
  render(<MinePage />)
  fireEvent.click(await screen.findByText('写交接的话'))
  const box = await screen.findByLabelText<HTMLTextAreaElement>('写给下一班的话')
  fireEvent.change(box, { target: { value: '三组水泵明早要再看' } })
  onPost = () => ({ status: 500, body: { code: 'server.failed', details: {} } })
  await press('留给下一班')
  await screen.findByRole('alert')
  expect(box.value).toBe('三组水泵明早要再看')
  onPost = () => ({ body: duty })
  await press('留给下一班')
  expect(await screen.findByText('写交接的话')).toBeTruthy()
  expect(posts().at(-1)).toEqual({ path: '/api/roster/slots/slot-1/notes', body: { text: '三组水泵明早要再看' } })
  const keys = server.heard.filter(({ path }) => path.endsWith('/notes')).map(({ headers }) => headers['idempotency-key'])
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-z]{26}$/), keys[0]])
})
