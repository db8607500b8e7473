import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { NATIONAL_YEARS } from '@huiying/shared/calendar'
import type { PostKind } from '@huiying/shared/identity'
import { DAY_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { DEFAULT_SLA_TERMS, type PromiseAnswer, type PromiseBody, type SlaTerms } from '@huiying/shared/sla'
import { aVillager } from '../../../../test/me'
import { SmallServer, type Reply } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { Promises } from './promises'

const subDistrict = { id: 's1', kind: 'sub-district', name: '清河街道' } as const
const HALF: SlaTerms = { ...DEFAULT_SLA_TERMS, responseMs: 30 * MINUTE_MS, reminderMs: 15 * MINUTE_MS }

let server: SmallServer
let answer: PromiseAnswer
let onPut: (body: PromiseBody) => Reply
const kind: PostKind = 'staff'

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  answer = {
    now: Date.parse('2026-11-22T15:00:00+08:00'),
    subDistrictName: '清河街道',
    inForce: { version: 0, firstOn: '2026-01-01', terms: DEFAULT_SLA_TERMS, setBy: null, setAt: null },
    planned: [], past: [], replaced: [], latestVersion: 0, calendar: NATIONAL_YEARS, maySet: true,
  }
  onPut = ({ firstOn, terms }) => ({
    body: { ...answer, latestVersion: 1, planned: [{ version: 1, firstOn, terms: terms ?? DEFAULT_SLA_TERMS, setBy: '孙静', setAt: answer.now }] },
  })
  server.reply = ({ path, method, body }) => {
    if (path === '/api/me') return { body: aVillager({ posts: [{ kind, unit: subDistrict, village: null, subDistrict, charge: null }] }) }
    if (path !== '/api/promise') return { status: 404 }
    return method === 'PUT' ? onPut(body as PromiseBody) : { body: answer }
  }
  keepToken('token-1')
  await refreshSession()
})
afterEach(() => server.stop())

const sent = () => server.heard.filter(({ method }) => method === 'PUT').map(({ body }) => body)
const choose = (group: string, words: string) =>
  fireEvent.click(within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name: words }))
async function edit(): Promise<void> {
  render(<Promises />)
  fireEvent.click(await screen.findByText('改规矩'))
}

test('30 minutes instead of 60: what it does is there before it is stored, and it begins tomorrow', async () => {
  await edit()
  expect(screen.getByText('还没有改什么。改一处，这里就写出来。')).toBeTruthy()
  choose('多久之内要有人回', '30 分钟')
  expect(screen.getByText('明天（11月23日 周一）起说的事按新的；以前说的，还按它说的那天的规矩，一件也不变。')).toBeTruthy()
  expect(screen.getByText('求助、咨询、投诉、建议')).toBeTruthy()
  // A working day and a day off, both in the morning.
  expect(screen.getAllByText('当天上午11:00 前回')).toHaveLength(2)
  expect(screen.getAllByText('→ 当天上午10:30 前回')).toHaveLength(2)
  fireEvent.click(screen.getByText('就这样定'))
  // The reminder went along: at half past it would have come with the deadline.
  await waitFor(() => expect(sent()).toEqual([{ firstOn: '2026-11-23', basedOnVersion: 0, terms: HALF }]))
  expect(await screen.findByText('已经定了，还没开始')).toBeTruthy()
  expect(screen.getByText('第 1 次定的，明天（11月23日 周一）起算，孙静定的。')).toBeTruthy()
})

test('questions by the hours of the office: Friday half past five is answered on Monday', async () => {
  await edit()
  fireEvent.click(screen.getByRole('checkbox', { name: '咨询' }))
  expect(screen.getByText('→ 11月30日 周一 上午9:30 前回')).toBeTruthy()
  expect(screen.getByText('求助、投诉、建议').parentElement?.textContent).toContain('时间不变。')
  fireEvent.change(screen.getByLabelText('几点上班'), { target: { value: '8:30' } })
  expect(screen.getByText('→ 11月30日 周一 上午9:00 前回')).toBeTruthy()
  choose('新规矩哪天起算', '12月1日 周二')
  fireEvent.click(screen.getByText('就这样定'))
  const serviceHours = { kinds: ['question'], opensAtMinute: 510, closesAtMinute: 1_080 }
  await waitFor(() => expect(sent()).toEqual([
    { firstOn: '2026-12-01', basedOnVersion: 0, terms: { ...DEFAULT_SLA_TERMS, serviceHours } },
  ]))
})

test('a year whose days off are not entered is named', async () => {
  await edit()
  fireEvent.click(screen.getByRole('checkbox', { name: '建议' }))
  fireEvent.change(screen.getByLabelText('别的日子'), { target: { value: '2026-12-15' } })
  expect(screen.getByText('2027 年的放假安排还没有录入。录入以前，那一年按全天算。')).toBeTruthy()
})

test('who was slower is told, and keeps what he chose', async () => {
  onPut = () => ({ status: 409, body: { code: 'sla.policy-changed', details: {} } })
  await edit()
  choose('多久之内要办完', '48 小时')
  fireEvent.click(screen.getByText('就这样定'))
  expect((await screen.findByRole('alert')).textContent).toBe('刚刚有人改过规矩，请刷新看看现在的，再改')
  expect(screen.getByText('改成：48 小时内要办完。提前 4 小时提醒经办的人。')).toBeTruthy()
})

test('a plan is taken back by what holds now, and the own terms by the common ones', async () => {
  answer = { ...answer, latestVersion: 1, planned: [{ version: 1, firstOn: '2026-12-01', terms: HALF, setBy: null, setAt: null }] }
  render(<Promises />)
  fireEvent.click(await screen.findByText('这次不改了'))
  await waitFor(() => expect(sent()).toEqual([{ firstOn: '2026-12-01', basedOnVersion: 1, terms: null }]))
})

test('what is planned already ends what is set before it, and is what a later change is held against', async () => {
  answer = { ...answer, latestVersion: 1, planned: [{ version: 1, firstOn: '2026-12-01', terms: HALF, setBy: null, setAt: null }] }
  await edit()
  choose('多久之内要有人回', '2 小时')
  expect(screen.getByText(/^只管到12月1日 周二：那天起另有一次已经定好的/)).toBeTruthy()
  expect(screen.getByText(/^原来：1 小时内要有人回/)).toBeTruthy()
  choose('新规矩哪天起算', '12月1日 周二')
  expect(screen.queryByText(/^只管到/)).toBeNull()
  expect(screen.getByText(/^原来：30 分钟内要有人回/)).toBeTruthy()
})

test('another change for a day for which one is planned begins from the plan, and loses nothing of it', async () => {
  const plan = { version: 1, firstOn: '2026-11-23', terms: HALF, setBy: null, setAt: null }
  answer = { ...answer, latestVersion: 1, planned: [plan], replaced: [{ ...plan, version: 0 }] }
  await edit()
  expect(screen.getByText('还没有改什么。改一处，这里就写出来。')).toBeTruthy()
  fireEvent.click(screen.getByText('就这样定'))
  choose('多久之内要办完', '48 小时')
  fireEvent.click(screen.getByText('就这样定'))
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(sent()).toMatchObject([{ firstOn: '2026-11-23', basedOnVersion: 1, terms: { responseMs: 30 * MINUTE_MS, closureMs: 2 * DAY_MS } }])
})

test('what one has changed goes along to another day, what one has left alone is as it is there', async () => {
  answer = { ...answer, latestVersion: 1, planned: [{ version: 1, firstOn: '2026-12-01', terms: HALF, setBy: null, setAt: null }] }
  await edit()
  choose('多久之内要办完', '48 小时')
  choose('新规矩哪天起算', '12月1日 周二')
  fireEvent.click(screen.getByText('就这样定'))
  await waitFor(() => expect(sent()).toMatchObject([{ terms: { responseMs: 30 * MINUTE_MS, closureMs: 2 * DAY_MS } }]))
})

test('what was replaced stays to be read; one taken back is no plan any more', async () => {
  const plan = { version: 2, firstOn: '2026-11-23', terms: DEFAULT_SLA_TERMS, setBy: '孙静', setAt: null }
  answer = { ...answer, latestVersion: 2, planned: [plan], replaced: [{ ...plan, version: 1, terms: HALF }] }
  render(<Promises />)
  expect(await screen.findByText('没有用上，同一天另定了')).toBeTruthy()
  expect(screen.getByText(/^30 分钟内要有人回/)).toBeTruthy()
  expect(screen.getByText('不改了，那天起照旧')).toBeTruthy()
  expect(screen.queryByText('这次不改了')).toBeNull()
})

test('a leader reads and changes nothing', async () => {
  answer = { ...answer, maySet: false }
  render(<Promises />)
  expect(await screen.findByText('要改，请找街道的工作人员或管理员。')).toBeTruthy()
  expect(screen.queryByText('改规矩')).toBeNull()
})
