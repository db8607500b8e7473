import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { HeldRow, WithheldRow } from '@huiying/shared/tickets'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { aVillager } from '../../../../test/me'
import { SmallServer, type Reply } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import HeldPage from './index'

const NOW = Date.now()
const aRow = (id: string, words: string): HeldRow => ({
  id, ticketId: `t-${id}`, villageName: '柳树湾村', kind: 'words', side: 'reporter', why: 'review', heldAt: NOW - 600_000,
  words, photo: null, voice: null,
})
const gone: WithheldRow = { ...aRow('c-9', '他家的电话贴在墙上'), decidedAt: NOW - 60_000, by: null, reason: '有别人的电话' }

let server: SmallServer
let rows: readonly HeldRow[]
let withheld: Reply
beforeEach(async () => {
  freshPhone()
  rows = [aRow('c-1', '路灯不亮'), aRow('c-2', '桥栏杆断了')]
  withheld = { body: { now: NOW, rows: [gone], nextCursor: null } }
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = ({ method, path }) => {
    if (path === '/api/me') return { body: aVillager() }
    if (path.startsWith('/api/publication/withheld')) return withheld
    if (method === 'POST') rows = rows.filter(({ id }) => !path.includes(id))
    return { body: { now: NOW, rows, count: rows.length } }
  }
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

const said = () => phone.calls.filter(({ name }) => name === 'showToast').map(({ given }) => (given as { title: string }).title)
const firstOf = (words: string) => screen.getAllByText(words)[0] as HTMLElement
async function giveReason(label: string, act: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(label), { target: { value: '再看了一遍' } })
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: act }))
}

test('whatever is decided is said once; of a picture whose words still wait it is not said that all see it', async () => {
  render(<HeldPage />)
  await screen.findByText('路灯不亮')
  fireEvent.click(firstOf('可以公开'))
  await waitFor(() => expect(screen.queryByText('路灯不亮')).toBeNull())
  await waitFor(() => expect(said()).toEqual(['这一条可以公开了']))
  fireEvent.click(firstOf('不公开'))
  await giveReason('不公开的原因', '不公开')
  await waitFor(() => expect(said().slice(1)).toEqual(['没有给全村看，说的人看得到为什么']))
  fireEvent.click(firstOf('改为公开'))
  await giveReason('改为公开的原因', '改为公开')
  expect(await screen.findByText('已经改为公开')).toBeTruthy()
  await waitFor(() => expect(said().slice(2)).toEqual(['改好了，这一条可以公开了']))
})

test('where the list of what was not shown does not come, it says so, and can be asked for again', async () => {
  const good = withheld
  withheld = { status: 500, body: { code: 'server.failed', details: {} } }
  render(<HeldPage />)
  expect(await screen.findByText('路灯不亮')).toBeTruthy()
  const again = await screen.findByText('再试一次')
  expect(screen.getByText('定了不公开的')).toBeTruthy()
  withheld = good
  fireEvent.click(again)
  expect(await screen.findByText('他家的电话贴在墙上')).toBeTruthy()
  expect(screen.queryByText('再试一次')).toBeNull()
})
