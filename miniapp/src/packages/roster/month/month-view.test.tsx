import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { chinaDateOf } from '@huiying/shared/kernel'
import { DEFAULT_ROSTER_TERMS, type CellRow, type ChangeCellsBody, type RosterMonthAnswer } from '@huiying/shared/roster'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { aVillager } from '../../../../test/me'
import { SmallServer, type Heard, type Reply } from '../../../../test/small-server'
import { MonthView } from './month-view'
import { aMonth, changeRow } from './testing/a-month'

const staff = aVillager({
  posts: [{
    kind: 'staff', village: null, charge: null,
    unit: { id: 's1', kind: 'sub-district', name: '清河街道' }, subDistrict: { id: 's1', kind: 'sub-district', name: '清河街道' },
  }],
})

let server: SmallServer
let month: RosterMonthAnswer
/** What the server says to a change; the next one only. */
let refusal: Reply | null
/** Who stands in Monday's lead seat after what others did. */
let rivalAfter: string | null

beforeEach(async () => {
  freshPhone()
  month = aMonth()
  refusal = null
  rivalAfter = 'wu'
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = answer
})
afterEach(() => server.stop())

function answer({ method, path }: Heard): Reply {
  if (path.startsWith('/api/roster/months/2026-11/changes') && method === 'GET') {
    return { body: { revision: month.revision, changes: [changeRow({ revision: month.revision, after: rivalAfter })] } }
  }
  if (path === '/api/roster/months/2026-11/changes') {
    const said = refusal
    refusal = null
    if (said !== null) return said
    month = { ...month, revision: month.revision + 1 }
    return { body: { revision: month.revision } }
  }
  return { body: month }
}

const sent = (): readonly ChangeCellsBody['changes'][] =>
  server.heard.filter(({ method, path }) => method === 'POST' && path.endsWith('/changes'))
    .map(({ body }) => (body as ChangeCellsBody).changes)

async function put(seat: string, name: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: seat }))
  fireEvent.click(screen.getByText(name))
}

function open(): void {
  render(<MonthView me={staff} month='2026-11' onMonth={() => undefined} />)
}

const MONDAY = { villageId: 'v1', on: '2026-11-02', seat: 'lead' }

test('who is put in a seat stands there at once, is stored with whom one saw, and can be taken back', async () => {
  open()
  await put('11月2日带班，周书记', '吴主任 主任')
  expect(screen.getByRole('button', { name: '11月2日带班，吴主任' })).toBeTruthy()
  await waitFor(() => expect(sent()).toEqual([[{ ...MONDAY, seenPersonId: 'zhou', personId: 'wu' }]]))

  fireEvent.click(screen.getByText('退回上一步'))
  await waitFor(() => expect(sent()[1]).toEqual([{ ...MONDAY, seenPersonId: 'wu', personId: 'zhou' }]))
  expect(screen.getByRole('button', { name: '11月2日带班，周书记' })).toBeTruthy()
})

test('whoever was quicker is told of, and my wish is kept until I have decided', async () => {
  open()
  await screen.findByRole('button', { name: '11月2日带班，周书记' })
  refusal = { status: 409, body: { code: 'roster.cell-changed', details: MONDAY } }
  rivalAfter = null
  const isMonday = ([village, day, seat]: CellRow) => village === 0 && day === 0 && seat === 0
  month = aMonth({ revision: 6, cells: month.cells.map((row) => (isMonday(row) ? ([0, 0, 0, -1, 0] as const) : row)) })
  await put('11月2日带班，周书记', '吴主任 主任')

  expect(await screen.findByText('这一格刚被别人改过')).toBeTruthy()
  expect(screen.getByText('现在是：没有人')).toBeTruthy()
  expect(screen.getByText('您想改成：吴主任')).toBeTruthy()
  expect(screen.getByText(/李四 .*改的，原来是周书记/)).toBeTruthy()
  expect(screen.getByText(/^刚被李四改了/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '11月2日带班，没人刚被改了' })).toBeTruthy()

  fireEvent.click(screen.getByText('还是按我的改'))
  await waitFor(() => expect(sent()[1]).toEqual([{ ...MONDAY, seenPersonId: null, personId: 'wu' }]))
  // What I wrote over is no news any more.
  expect(await screen.findByRole('button', { name: '11月2日带班，吴主任' })).toBeTruthy()
  expect(screen.queryByText(/^刚被/)).toBeNull()
})

test('taking theirs sends nothing more', async () => {
  open()
  await screen.findByRole('button', { name: '11月2日带班，周书记' })
  refusal = { status: 409, body: { code: 'roster.cell-changed', details: MONDAY } }
  await put('11月2日带班，周书记', '吴主任 主任')
  fireEvent.click(await screen.findByText('用新的'))
  expect(screen.queryByText('这一格刚被别人改过')).toBeNull()
  expect(sent()).toHaveLength(1)
})

test('what is refused for another reason goes back, and the cell it is about is named', async () => {
  open()
  await screen.findByRole('button', { name: '11月2日带班，周书记' })
  refusal = { status: 409, body: { code: 'roster.on-leave', details: MONDAY } }
  await put('11月2日带班，周书记', '吴主任 主任')
  expect((await screen.findByRole('alert')).textContent).toBe('没有存上。11月2日 青石村 带班：这个人那天请假了，请换人')
  expect(screen.getByRole('button', { name: '11月2日带班，周书记' })).toBeTruthy()
  expect(screen.queryByText('退回上一步')).toBeNull()
})

test('each who may sit is shown with his days, and who has a shift that day is not offered', async () => {
  open()
  fireEvent.click(await screen.findByRole('button', { name: '11月2日值班，郑委员' }))
  expect(screen.getByText('郑委员 委员')).toBeTruthy()
  expect(screen.getAllByText('2 天，休息日 1 天').length).toBeGreaterThan(0)
  expect(screen.queryByText('周书记 书记')).toBeNull()
  expect(screen.getByText('周书记那天已经有班。')).toBeTruthy()
})

test('publishing with holes asks plainly first', async () => {
  open()
  fireEvent.click(await screen.findByText('公布'))
  expect(screen.getByText('还有 1 个班没有人')).toBeTruthy()
  fireEvent.click(screen.getByText('就这样公布'))
  await waitFor(() => expect(server.heard[server.heard.length - 1]).toMatchObject({
    path: '/api/roster/months/2026-11/publication', body: { seenRevision: 5, acceptHoles: true },
  }))
})

test('a month that has passed without a roster is not promised', async () => {
  month = aMonth({ month: '2026-09', status: null, mayGenerate: false })
  open()
  expect(await screen.findByText('这个月已经过完，没有排过班')).toBeTruthy()
  expect(screen.queryByText(/排好以后/)).toBeNull()
})

test('who sits now is taken off only after a question', async () => {
  const now = Date.now()
  month = aMonth({ status: 'published', days: [{ on: chinaDateOf(now), kind: 'working-day', name: null }], cells: [[0, 0, 2, 4, 0]],
    terms: { ...DEFAULT_ROSTER_TERMS, visitFromMinute: 0, visitToMinute: 1440 } })
  open()
  const away = async () => {
    fireEvent.click(await screen.findByRole('button', { name: /包村干部，包干部/ }))
    fireEvent.click(screen.getByText('这天不来了'))
  }
  await away()
  expect(await screen.findByText('现在包干部正在值班，改了马上算数。')).toBeTruthy()
  fireEvent.click(screen.getByText('不改'))
  expect(sent()).toEqual([])
  await away()
  fireEvent.click(await screen.findByText('确定改'))
  await waitFor(() => expect(sent()).toHaveLength(1))
})

test('who cannot come is sent on leave from his seat', async () => {
  const on = chinaDateOf(Date.now())
  month = aMonth({ status: 'published', days: [{ on, kind: 'working-day', name: null }], cells: [[0, 0, 2, 4, 0], [0, 0, 1, -1, 0]] })
  open()
  fireEvent.click(await screen.findByRole('button', { name: /值班，没人/ }))
  expect(screen.queryByText(/请假$/)).toBeNull()
  fireEvent.click(screen.getByText('关上'))
  fireEvent.click(screen.getByRole('button', { name: /包村干部，包干部/ }))
  fireEvent.click(screen.getByText('包干部请假'))
  expect(phone.calls).toContainEqual({
    name: 'navigateTo', given: { url: `/packages/roster/leave/index?from=${on}&village=v1&person=bao` },
  })
  expect(sent()).toEqual([])
})
