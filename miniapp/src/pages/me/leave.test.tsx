import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { keepToken } from '@/platform/token'
import { aVillager } from '../../../test/me'
import { SmallServer } from '../../../test/small-server'
import { freshPhone, phone } from '../../../test/stand-in-taro'
import { Leave } from './leave'

let server: SmallServer
beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = () => ({ status: 204 })
  keepToken('token-1')
})
afterEach(() => server.stop())

test('a villager is asked twice, leaves for good, and reads that it is done', async () => {
  render(<Leave me={aVillager()} />)
  fireEvent.click(screen.getByRole('button', { name: '注销账号' }))
  await waitFor(() => expect(server.heard.map(({ path, body }) => [path, body])).toEqual([['/api/me/leaving', { isSure: true }]]))
  const asked = phone.calls.filter(({ name }) => name === 'showModal')
  expect(asked).toHaveLength(2)
  expect(JSON.stringify(asked[0])).toContain('说过的事您自己也看不到了')
  await waitFor(() => expect(JSON.stringify(phone.calls.at(-1))).toContain('账号注销了'))
})

test('who holds an office reads it before he is asked anything', () => {
  const [home] = aVillager().posts
  if (home === undefined) throw new Error('no post')
  render(<Leave me={aVillager({ posts: [home, { ...home, kind: 'secretary' }] })} />)
  expect(screen.getByText('您现在还担任职务，不能注销。请先请街道办好离任')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '注销账号' })).toBeNull()
})
