import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { DirectoryAnswer } from '@huiying/shared/identity'
import type { PromiseView } from '@huiying/shared/sla'
import type { ConfidenceView, SentTicket } from '@huiying/shared/tickets'
import { aVillager } from '../../../../test/me'
import { SmallServer, type Heard, type Reply } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { SENT_AT, ticketView } from '@/features/tickets/testing/ticket-view'
import { flushOutbox } from '@/platform/outbox'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import SendPage from './index'

const DIRECTORY: DirectoryAnswer = {
  village: { id: 'village-1', kind: 'village', name: '青石桥村' },
  today: '2026-09-14',
  subDistrictName: '清河街道',
  alsoServing: [{ personId: 'p-qian', name: '钱多', posts: [{ kind: 'accountant', charge: null }] }],
  cadres: [
    { personId: 'p-li', name: '李国强', posts: [{ kind: 'secretary', charge: null }], phone: '13700001111', onDuty: true },
    { personId: 'p-zhao', name: '赵小梅', posts: [{ kind: 'specialist', charge: '低保' }], phone: null, onDuty: false },
  ],
  defaultAddresseeId: 'p-li',
  hole: null,
}

const ABOVE: ConfidenceView = {
  holder: { name: '清河街道', isCounty: false }, subDistrictName: '清河街道', about: 'village-cadre', aboutPerson: null,
  regarding: null,
}

/** What the server says to a matter that arrived. */
function sentTicket(addresseeId: string | null): SentTicket {
  const { id, now, village, kind, visibility, submittedAt, responseDueAt } = ticketView()
  return { id, now, village, kind, visibility, submittedAt, responseDueAt, addresseeId, confidence: null }
}

let server: SmallServer
let directory: DirectoryAnswer
let promise: PromiseView
let onTicket: (heard: Heard) => Reply

beforeEach(async () => {
  freshPhone()
  directory = DIRECTORY
  promise = { responseMs: 3_600_000, service: null }
  server = await SmallServer.start()
  phone.server = server.url
  onTicket = () => ({ status: 201, body: sentTicket('p-li') })
  server.reply = (heard) => {
    if (heard.path === '/api/me') return { body: aVillager() }
    if (heard.path.endsWith('/directory')) return { body: directory }
    if (heard.path.endsWith('/promise')) return { body: promise }
    if (heard.path === '/api/tickets') return onTicket(heard)
    return { body: { templates: [] } }
  }
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

const box = () => screen.getByLabelText<HTMLTextAreaElement>('您的事')
const write = (text: string) => fireEvent.change(box(), { target: { value: text } })
const tap = (words: string) => fireEvent.click(screen.getByText(words))
const barTitles = () =>
  phone.calls.flatMap(({ name, given }) => (name === 'setNavigationBarTitle' ? [(given as { title: string }).title] : []))
const sentTickets = () => server.heard.filter(({ path, method }) => path === '/api/tickets' && method === 'POST')

test('a sentence goes to the secretary, and the answer is a time', async () => {
  render(<SendPage />)
  expect(await screen.findByText('村党组织书记')).toBeTruthy()
  write('下水道堵了')
  tap('发送')
  expect(await screen.findByText('会有人回您')).toBeTruthy()
  expect(screen.getByText('已经送到李国强 书记，值班的人也收到了。')).toBeTruthy()
  expect(screen.getByText(/上午10:00 前$/)).toBeTruthy()
  expect(sentTickets().map(({ body }) => body)).toEqual([
    { villageId: 'village-1', text: '下水道堵了', kind: 'help', visibility: 'village' },
  ])
  expect(SENT_AT + 3_600_000).toBe(ticketView().responseDueAt)
})

test('by when somebody answers is said before it is sent, for the kind of matter it is', async () => {
  // Closed all this year; of the next nobody knows the days off, so there the night counts from its first instant on.
  const year = { year: new Date().getFullYear(), source: '', holidays: [{ name: '', fromOn: '2000-01-01', toOn: '2999-01-01' }], makeUpDays: [] }
  promise = { responseMs: 3_600_000, service: { kinds: ['question'], hours: { opensAtMinute: 540, closesAtMinute: 1_080, calendar: [year] } } }
  render(<SendPage />)
  expect(await screen.findByText(/^现在发，(今天|明天).{2}\d+:\d\d 前有人回您$/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^是哪种事/ }))
  fireEvent.click(screen.getByRole('radio', { name: '咨询' }))
  const words = await screen.findByText(/^咨询在上班时间办/)
  expect(words.textContent).toMatch(/^咨询在上班时间办，工作日 9:00 到 18:00。现在发，(1月1日 .*|明天)凌晨1:00 前有人回您$/)
})

test('who may see it is chosen and folds, the line saying the choice', async () => {
  render(<SendPage />)
  fireEvent.click(screen.getByRole('button', { name: /^谁能看：全村能看/ }))
  fireEvent.click(screen.getByRole('radio', { name: /^只给干部看/ }))
  expect(screen.queryByRole('radio', { name: /^只给干部看/ })).toBeNull()
  expect(screen.getByRole('button', { name: '谁能看：只给干部看。点开改' })).toBeTruthy()
  expect(await screen.findByText('村党组织书记')).toBeTruthy()
})

test('where nobody sits, who stands in is named and not called 在岗', async () => {
  const { unmount } = render(<SendPage />)
  expect(await screen.findByText('在岗')).toBeTruthy()
  unmount()
  directory = { ...DIRECTORY, hole: { standInId: 'p-li' } }
  render(<SendPage />)
  expect(await screen.findByText('现在没人值班，先送到李国强')).toBeTruthy()
  expect(screen.queryByText('在岗')).toBeNull()
  write('下水道堵了')
  tap('发送')
  expect(await screen.findByText('现在没人值班，先送到李国强。')).toBeTruthy()
  expect(screen.queryByText(/值班的人也收到了/)).toBeNull()
})

test('about a cadre it says before sending that nobody of the village sees it, and @-s nobody', async () => {
  onTicket = () => ({ status: 201, body: { ...sentTicket(null), confidence: ABOVE } })
  render(<SendPage />)
  expect(await screen.findByText('村党组织书记')).toBeTruthy()
  write('他把名额给了亲戚')
  fireEvent.click(screen.getByRole('button', { name: /^是哪种事/ }))
  tap('投诉')
  fireEvent.click(screen.getByRole('button', { name: /^说的是谁/ }))
  tap('村干部')
  expect(screen.queryByText('村党组织书记')).toBeNull()
  expect(screen.getByText('村里谁也看不到，直接到街道')).toBeTruthy()
  expect(screen.getByText('钱多 报账员')).toBeTruthy()
  expect(screen.getByText('街道领导')).toBeTruthy()
  tap('赵小梅 低保专干')
  tap('发送')
  await waitFor(() => expect(sentTickets()[0]?.body).toEqual({
    villageId: 'village-1', text: '他把名额给了亲戚', kind: 'complaint', visibility: 'confidential', about: 'village-cadre',
    aboutPersonId: 'p-zhao',
  }))
  expect(await screen.findByText('已经送到清河街道，村里谁也看不到。')).toBeTruthy()
  expect(barTitles()).toEqual(['说事', '不让村里知道'])
})

test('the second road goes along with the matter it is about, and is called so to the end', async () => {
  phone.params = { regarding: 't9' }
  onTicket = () => ({ status: 201, body: { ...sentTicket(null), confidence: ABOVE } })
  render(<SendPage />)
  expect(await screen.findByText('直接到上一级，办过这件事的人看不到')).toBeTruthy()
  write('说修好了，没有来过')
  tap('发送')
  await waitFor(() => expect(sentTickets()[0]?.body).toMatchObject({ regardingTicketId: 't9', visibility: 'confidential' }))
  expect(await screen.findByText('已经送到清河街道，办过这件事的人看不到。')).toBeTruthy()
  expect(barTitles()).toEqual(['向上反映', '向上反映'])
})

test('nothing said is told at once, and nothing is sent', async () => {
  render(<SendPage />)
  tap('发送')
  expect((await screen.findByRole('alert')).textContent).toBe('请写一句话，或者按住说一段')
  expect(sentTickets()).toEqual([])
})

test('danger to life shows the number to call, and sends all the same', async () => {
  render(<SendPage />)
  write('隔壁着火了')
  fireEvent.click(await screen.findByRole('button', { name: '打 119，火警救援' }))
  expect(phone.calls).toContainEqual({ name: 'makePhoneCall', given: { phoneNumber: '119' } })
  tap('发送')
  expect(await screen.findByText('会有人回您')).toBeTruthy()
  // It stays in sight after sending.
  expect(screen.getByRole('button', { name: '打 119，火警救援' })).toBeTruthy()
})

test('another cadre is picked by face', async () => {
  render(<SendPage />)
  fireEvent.click(await screen.findByRole('button', { name: '换一个人说' }))
  fireEvent.click(screen.getByRole('radio', { name: '赵小梅，低保专干' }))
  write('低保批到哪一步了')
  tap('发送')
  await waitFor(() => expect(sentTickets()[0]?.body).toMatchObject({ addresseeId: 'p-zhao' }))
})

test('opened for one cadre, it goes to that cadre; for somebody who has gone, to whom the village names', async () => {
  phone.params = { to: 'p-zhao' }
  const { unmount } = render(<SendPage />)
  expect(await screen.findByText('低保专干')).toBeTruthy()
  write('低保批到哪一步了')
  tap('发送')
  await waitFor(() => expect(sentTickets()[0]?.body).toMatchObject({ addresseeId: 'p-zhao' }))
  unmount()
  phone.params = { to: 'p-gone' }
  render(<SendPage />)
  expect(await screen.findByText('村党组织书记')).toBeTruthy()
  write('路灯不亮了')
  tap('发送')
  await waitFor(() => expect(sentTickets()).toHaveLength(2))
  expect(sentTickets()[1]?.body).not.toHaveProperty('addresseeId')
})

test('a refusal says why and keeps every word; the next try is another one', async () => {
  onTicket = () => ({ status: 422, body: { code: 'ticket.addressee-not-found', details: {} } })
  render(<SendPage />)
  write('低保批到哪一步了')
  tap('发送')
  expect((await screen.findByRole('alert')).textContent).toBe('找不到要 @ 的人，请重新选一位')
  expect(box().value).toBe('低保批到哪一步了')
  onTicket = () => ({ status: 201, body: ticketView() })
  tap('发送')
  expect(await screen.findByText('会有人回您')).toBeTruthy()
  const keys = sentTickets().map(({ headers }) => headers['idempotency-key'])
  expect(new Set(keys).size).toBe(2)
})

test('without a network it waits on the phone and goes out once', async () => {
  onTicket = () => 'hang-up'
  render(<SendPage />)
  write('水管漏了')
  tap('发送')
  expect(await screen.findByText('已存在手机上')).toBeTruthy()
  onTicket = () => ({ status: 201, body: ticketView() })
  const triedBefore = sentTickets().length
  await act(flushOutbox)
  expect(await screen.findByText('刚刚发出去了')).toBeTruthy()
  expect(sentTickets().length).toBe(triedBefore + 1)
  expect(new Set(sentTickets().map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
})
