import { fireEvent, render, screen } from '@testing-library/react'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { SmallServer, type Heard } from '../../../../test/small-server'
import { aVillager } from '../../../../test/me'
import { keepToken } from '@/platform/token'
import { refreshSession } from '@/platform/session'
import SignInPage from './index'

let server: SmallServer
let phoneIsOnRegister = true

beforeEach(async () => {
  freshPhone()
  keepToken(null)
  await refreshSession()
  phoneIsOnRegister = true
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = answer
})
afterEach(() => server.stop())

function answer(heard: Heard) {
  const stranger = aVillager({ person: null, posts: [], phoneKnown: false })
  switch (heard.path) {
    case '/api/session/wechat':
      return { body: { token: 'token-1', expiresAt: Date.now() + 1_000_000, me: stranger } }
    case '/api/me/phone':
      return { body: phoneIsOnRegister ? aVillager() : { ...stranger, phoneKnown: true } }
    default:
      return { status: 404, body: { code: 'request.not-found', details: {} } }
  }
}

function tap(words: string): void {
  fireEvent.click(screen.getByText(words))
}

test('a villager on the register is in after two taps', async () => {
  render(<SignInPage />)
  tap('微信登录')
  fireEvent.click(await screen.findByRole('button', { name: '用手机号认一认' }))

  expect(await screen.findByText('认出来了，周桂兰')).toBeTruthy()
  tap('开始用')

  expect(server.heard.map(({ path, body }) => [path, body])).toEqual([
    ['/api/session/wechat', { code: 'code-of-this-login' }],
    ['/api/me/phone', { code: 'code-of-this-phone' }],
  ])
  expect(phone.calls).toContainEqual({ name: 'reLaunch', given: { url: '/pages/home/index' } })
})

test.each([
  ['/packages/roster/sitting/index?village=v-1', '/packages/roster/sitting/index?village=v-1'],
  ['%2Fpackages%2Froster%2Fsitting%2Findex%3Fvillage%3Dv-1', '/packages/roster/sitting/index?village=v-1'],
  ['https://elsewhere.example', '/pages/home/index'],
])('asked by %s, one comes to %s', async (back, url) => {
  phone.params = { back }
  render(<SignInPage />)
  tap('微信登录')
  fireEvent.click(await screen.findByRole('button', { name: '用手机号认一认' }))
  fireEvent.click(await screen.findByText('开始用'))
  expect(phone.calls).toContainEqual({ name: 'reLaunch', given: { url } })
})

test('where a family shares a number, the name tells who it is', async () => {
  server.reply = (heard) => {
    const { name } = (heard.body ?? {}) as { name?: string }
    if (heard.path !== '/api/me/phone') return answer(heard)
    if (name === undefined) return { status: 422, body: { code: 'identity.name-missing', details: {} } }
    return name === '周桂兰' ? { body: aVillager() } : { status: 404, body: { code: 'identity.person-not-found', details: {} } }
  }
  render(<SignInPage />)
  tap('微信登录')
  fireEvent.click(await screen.findByRole('button', { name: '用手机号认一认' }))

  const box = await screen.findByLabelText('您的姓名')
  fireEvent.change(box, { target: { value: '周桂花' } })
  tap('就是我')
  expect(await screen.findByText(/这个号码下没有这个名字/)).toBeTruthy()

  fireEvent.change(box, { target: { value: ' 周桂兰 ' } })
  tap('就是我')
  expect(await screen.findByText('认出来了，周桂兰')).toBeTruthy()
  expect(server.heard[server.heard.length - 1]?.body).toEqual({ name: '周桂兰' })
})

test('a number on no register leads to joining', async () => {
  phoneIsOnRegister = false
  render(<SignInPage />)
  tap('微信登录')
  fireEvent.click(await screen.findByRole('button', { name: '用手机号认一认' }))
  fireEvent.click(await screen.findByText('加入我的村'))
  expect(phone.calls).toContainEqual({ name: 'navigateTo', given: { url: '/packages/account/join/index' } })
})

test('without a network it says what to do, and the button can be tapped again', async () => {
  server.reply = () => 'hang-up'
  render(<SignInPage />)
  tap('微信登录')
  expect(await screen.findByText('网络不通，请看看信号，再试一次')).toBeTruthy()

  server.reply = answer
  tap('微信登录')
  expect(await screen.findByText('用手机号认一认', { selector: 'button *' })).toBeTruthy()
})
