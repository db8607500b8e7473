import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { SmallServer, type Heard, type Reply } from '../../../../test/small-server'
import { aVillager } from '../../../../test/me'
import { keepToken } from '@/platform/token'
import { refreshSession } from '@/platform/session'
import { codeIn } from './code-in'
import DeskPage from './index'

const NOW = Date.now()
const subDistrict = { id: 'sub-1', kind: 'sub-district', name: '清河街道' } as const
const staff = aVillager({ posts: [{ kind: 'staff', unit: subDistrict, village: null, subDistrict, charge: null }] })
const thisPhone = { id: 'd-1', browser: null, signedInAt: NOW, expiresAt: NOW + 1e9, isThis: true }
const aDesk = { id: 'd-2', browser: 'Windows 电脑，Edge', signedInAt: NOW, expiresAt: NOW + 1e7, isThis: false }

let server: SmallServer
let me = staff
let typed: Reply

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = answer
  me = staff
  typed = { body: { signInId: 's-1', browser: 'Windows 电脑，Chrome', askedAt: NOW, expiresAt: NOW + 180_000 } }
})
afterEach(() => server.stop())

function answer({ method, path }: Heard): Reply {
  if (path === '/api/me') return { body: me }
  if (path === '/api/me/devices') return { body: { devices: [thisPhone, aDesk] } }
  if (method === 'DELETE') return { body: { devices: [thisPhone] } }
  if (path === '/api/session/desk/code') return typed
  return { status: 204 }
}
async function open(): Promise<void> {
  keepToken('token-1')
  await refreshSession()
  render(<DeskPage />)
}
const asked = () => server.heard.filter(({ path }) => path.startsWith('/api/session/desk')).map(({ path, body }) => [path, body])

test.each([
  ['是我，登录', true, /好了，电脑上马上就进去/],
  ['不是我', false, /好，没有让它登录/],
] as const)('the code, who asks, then %s', async (words, approve, after) => {
  await open()
  fireEvent.input(await screen.findByLabelText('登录码'), { target: { value: '123456' } })
  fireEvent.click(screen.getByText('下一步'))
  expect(await screen.findByText('Windows 电脑，Chrome')).toBeTruthy()
  fireEvent.click(screen.getByText(words))
  expect(await screen.findByText(after)).toBeTruthy()
  expect(asked()).toEqual([
    ['/api/session/desk/code', { code: '123456' }], ['/api/session/desk/s-1/decision', { approve }],
  ])
})

test('a wrong code says so and how often one may still try; five digits are not sent at all', async () => {
  typed = { status: 422, body: { code: 'desk.code-wrong', details: { left: 3 } } }
  await open()
  fireEvent.input(await screen.findByLabelText('登录码'), { target: { value: '12345' } })
  fireEvent.click(screen.getByText('下一步'))
  expect(await screen.findByText('请输电脑上的 6 个数字')).toBeTruthy()
  expect(asked()).toEqual([])
  fireEvent.input(screen.getByLabelText('登录码'), { target: { value: '123455' } })
  fireEvent.click(screen.getByText('下一步'))
  expect(await screen.findByText(/还能试 3 次/)).toBeTruthy()
})

test('a code scanned outside the app is filled in, and sent by a tap only', async () => {
  phone.params = { q: encodeURIComponent('https://huiying.example.cn/#/packages/account/desk/index?code=654321') }
  await open()
  expect((await screen.findByLabelText<HTMLInputElement>('登录码')).value).toBe('654321')
  expect(asked()).toEqual([])
})

test('a desk is signed out from the phone', async () => {
  await open()
  expect(await screen.findByText('Windows 电脑，Edge')).toBeTruthy()
  fireEvent.click(screen.getByText('退出'))
  await waitFor(() => expect(screen.queryByText('Windows 电脑，Edge')).toBeNull())
  expect(server.heard.some(({ method, path }) => method === 'DELETE' && path === '/api/me/devices/d-2')).toBe(true)
})

test('a resident finds no such page', async () => {
  me = aVillager()
  await open()
  expect(screen.queryByLabelText('登录码')).toBeNull()
})

test.each([
  ['https://a.example/#/packages/account/desk/index?code=123456', '123456'],
  ['huiying:/#/packages/account/desk/index?code=000001', '000001'],
  ['https%3A%2F%2Fa.example/#/packages/account/desk/index%3Fcode%3D123456', '123456'],
  ['https://a.example/#/packages/account/desk/index?code=1234567', null],
  ['https://a.example/?code=123456', null],
  [undefined, null],
])('the digits in %s', (address, code) => {
  expect(codeIn(address)).toBe(code)
})
