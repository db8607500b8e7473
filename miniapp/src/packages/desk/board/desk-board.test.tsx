import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { BoardAnswer, BoardRow } from '@huiying/shared/tickets'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { SmallServer, type Heard, type Reply } from '../../../../test/small-server'
import { aVillager } from '../../../../test/me'
import { keepToken } from '@/platform/token'
import { refreshSession } from '@/platform/session'
import { addressIn, urlOf } from './board-address'
import { splitEvents } from './event-stream'
import { columnsOf, partsOf, stepInColumns } from './visible'
import DeskBoardPage from './index'

const NOW = Date.now()
const subDistrict = { id: 'sub-1', kind: 'sub-district', name: '清河街道' } as const
const staff = aVillager({ posts: [{ kind: 'staff', unit: subDistrict, village: null, subDistrict, charge: null }] })

function row(id: string, words: string, more: Partial<BoardRow> = {}): BoardRow {
  return {
    id, villageId: 'v-1', villageName: '柳树湾村', isConfidential: false, words, hasVoice: false,
    submittedAt: NOW - 5_000_000, dueAt: NOW - 600_000,
    holder: { personId: 'p-1', name: '谭晓红', post: 'committee-member', charge: null }, heldBySubDistrict: false,
    holderUnitName: null, holderPhone: '16100000010', orderNumber: null, orderCount: 0, isReadThere: true,
    asksForTime: false, isObjectedTo: false, departments: [], ...more,
  }
}
const village = (id: string, name: string, late: number) =>
  ({ village: { id, kind: 'village', name } as const, open: 3, late, soon: 0 })
const board: BoardAnswer = {
  now: NOW,
  subDistrict,
  columns: [
    { key: 'response-overdue', count: 2, wallCount: 2, rows: [row('t-1', '下水道堵了'), row('t-2', '路灯不亮', { villageId: 'v-2', villageName: '石榴巷社区' })] },
    { key: 'closure-overdue', count: 0, wallCount: 0, rows: [] },
    { key: 'response-soon', count: 1, wallCount: 0, rows: [row('t-3', '楼道灯坏了', { dueAt: NOW + 600_000, asksForTime: true, isConfidential: true })] },
    { key: 'closure-soon', count: 0, wallCount: 0, rows: [] },
  ],
  lateParts: {
    count: 1,
    rows: [{
      id: 'part-1', ticketId: 't-9', villageId: 'v-2', villageName: '石榴巷社区', departmentName: '供水站',
      task: '换掉爆了的管子', words: '路上全是水', hasVoice: false, calledAt: NOW - 9_000_000, reportDueAt: NOW - 1_800_000,
      officer: { personId: 'p-9', name: '水长青', post: 'officer', charge: null }, officerPhone: '16100000099',
    }],
  },
  villages: [village('v-1', '柳树湾村', 1), village('v-2', '石榴巷社区', 1), village('v-3', '三眼井社区', 0)],
}

let server: SmallServer
beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = answer
  window.history.replaceState(null, '', '#/')
})
afterEach(() => {
  process.env.TARO_ENV = 'weapp'
  return server.stop()
})

function answer({ path }: Heard): Reply {
  if (path === '/api/me') return { body: staff }
  if (path === '/api/board') return { body: board }
  if (path === '/api/tickets/t-2/order') return { status: 201, body: { id: 't-2', cycle: { orderNumber: '督〔2026〕17号' } } }
  return { status: 404, body: { code: 'request.not-found', details: {} } }
}
async function open(params: Record<string, string> = {}): Promise<() => void> {
  phone.params = params
  keepToken('token-1')
  await refreshSession()
  return render(<DeskBoardPage />).unmount
}
const press = (key: string) => act(async () => void fireEvent.keyDown(window, { key }))
const opened = () => phone.calls.filter(({ name }) => name === 'navigateTo').map(({ given }) => (given as { url: string }).url)

test('by keys from row to row and column to column, and each act with one of them', async () => {
  const leave = await open()
  await screen.findByText('下水道堵了')
  expect(screen.getAllByText('不让村里知道')).toHaveLength(1)
  await press('j')
  await press('j')
  await press('Enter')
  expect(opened()).toEqual(['/packages/ticket/detail/index?id=t-2'])
  await press('w')
  expect(opened()[1]).toBe('/packages/ticket/whistle/index?id=t-2')
  await press('e')
  expect(opened()).toHaveLength(2)
  await press('o')
  await waitFor(() => expect(server.heard.some(({ path }) => path === '/api/tickets/t-2/order')).toBe(true))
  await press('c')
  expect(phone.calls).toContainEqual({ name: 'makePhoneCall', given: { phoneNumber: '16100000010' } })
  await press('l')
  await press('l')
  await press('e')
  expect(opened()[2]).toBe('/packages/ticket/way/index?id=t-3&act=decide-extension')
  leave()
  await press('Enter')
  expect(opened()).toHaveLength(3)
})

test('a department that has not come stands beside the matters, with how late it is and whom to call', async () => {
  const leave = await open()
  expect(await screen.findByText('部门没到，已超时')).toBeTruthy()
  expect(screen.getByText('供水站')).toBeTruthy()
  expect(screen.getByText(/^晚了 3[01].分钟$/)).toBeTruthy()
  expect(screen.getByText('换掉爆了的管子')).toBeTruthy()
  await press('l')
  await press('l')
  await press('c')
  expect(phone.calls).toContainEqual({ name: 'makePhoneCall', given: { phoneNumber: '16100000099' } })
  await press('o')
  expect(server.heard.some(({ path }) => path.endsWith('/order'))).toBe(false)
  await press('w')
  await press('Enter')
  expect(opened()).toEqual(['/packages/ticket/whistle/index?id=t-9', '/packages/ticket/detail/index?id=t-9'])
  leave()
})

test('a key that can do nothing says why, and a call shows whom and which number', async () => {
  const leave = await open()
  await screen.findByText('下水道堵了')
  const said = () => phone.calls.filter(({ name }) => name === 'showToast').map(({ given }) => (given as { title: string }).title)
  await press('c')
  expect(said()).toEqual(['先按 j 选一件'])
  await press('j')
  await press('c')
  await press('e')
  await press('r')
  expect(said().slice(1)).toEqual(['请打谭晓红 16100000010', '没有人要延期', '没有人说不该他们办'])
  await press('l')
  await press('c')
  await press('o')
  expect(said().slice(4)).toEqual(['请打水长青 16100000099', '督办单是发给村里的。部门没到，请打电话，或者叫别的部门'])
  leave()
})

test('a card names the departments that are still at it', async () => {
  const called = row('t-5', '路面塌了', { departments: ['供水站', '城建办'] })
  const [first, ...others] = board.columns
  server.reply = (heard) => heard.path === '/api/board' && first !== undefined
    ? { body: { ...board, columns: [{ ...first, count: 1, rows: [called] }, ...others] } } : answer(heard)
  const leave = await open()
  expect(await screen.findAllByText('叫了供水站、城建办，还没办完')).toHaveLength(1)
  leave()
})

test('where the receiver says that it is not his, the mark leads to the ruling', async () => {
  const objected = row('t-4', '桥栏杆断了', { isObjectedTo: true, holderUnitName: '石榴巷社区' })
  const [first, ...others] = board.columns
  server.reply = (heard) => heard.path === '/api/board' && first !== undefined
    ? { body: { ...board, columns: [{ ...first, count: 1, rows: [objected] }, ...others] } } : answer(heard)
  const leave = await open()
  expect(await screen.findByText('说不该他们办，等街道定')).toBeTruthy()
  await press('j')
  await press('r')
  expect(opened()).toEqual(['/packages/ticket/way/index?id=t-4&act=rule'])
  leave()
})

test('a choice by key takes the keyboard along; a row that moves by itself takes nothing from anybody', async () => {
  // Only a browser's page has a keyboard to take along.
  process.env.TARO_ENV = 'h5'
  const leave = await open()
  await screen.findByText('下水道堵了')
  await press('j')
  expect(document.activeElement?.closest('#row-t-1')).toBeTruthy()
  const [first, second, ...others] = board.columns
  const rows = first?.rows ?? []
  const columns = [{ ...first, count: 1, rows: rows.slice(1) }, { ...second, count: 1, rows: [rows[0]] }, ...others]
  const moved = { ...board, now: NOW + 1, columns }
  server.reply = (heard) => heard.path === '/api/tickets/t-1/order'
    ? { status: 201, body: { id: 't-1', cycle: { orderNumber: '督〔2026〕18号' } } }
    : heard.path === '/api/board' ? { body: moved } : answer(heard)
  const roster = screen.getByText('排班').closest<HTMLElement>('[role="button"], button')
  roster?.focus()
  expect(document.activeElement).toBe(roster)
  await press('o')
  await waitFor(() => expect(screen.getByLabelText('没办完，已超时').querySelector('#row-t-1')).toBeTruthy())
  expect(document.querySelector('#row-t-1')?.textContent).toContain('看全部')
  expect(document.activeElement).toBe(roster)
  await press('j')
  expect(document.activeElement?.closest('#row-t-1')).toBeTruthy()
  leave()
})

test('filters stand in the address, and come from there', async () => {
  const leave = await open()
  fireEvent.click(await screen.findByText('只看超时'))
  fireEvent.click(screen.getByText('石榴巷社区', { selector: 'span.chipName' }))
  expect(window.location.hash).toBe('#/packages/desk/board/index?village=v-2&show=late')
  expect(screen.queryByText('下水道堵了')).toBeNull()
  leave()
  await open({ village: 'v-2', show: 'late' })
  expect(await screen.findByText('路灯不亮')).toBeTruthy()
  expect(screen.queryByText('楼道灯坏了')).toBeNull()
})

test('the wall has numbers and villages, no names, no words, no telephone', async () => {
  const leave = await open({ wall: '1' })
  expect(await screen.findAllByText('超时 1')).toHaveLength(2)
  expect(document.body.textContent).not.toMatch(/谭晓红|下水道|161000|督〔/)
  expect(screen.getByLabelText('没人回，已超时 2 件')).toBeTruthy()
  expect(document.body.textContent).not.toContain('快到')
  expect(document.body.textContent).not.toMatch(/供水站|水长青|爆了/)
  expect(screen.getByLabelText('部门没到，已超时 1 件')).toBeTruthy()
  expect(screen.getByLabelText('1 小时内要回 0 件')).toBeTruthy()
  await press('Escape')
  expect(await screen.findByText('下水道堵了')).toBeTruthy()
  leave()
})

test('steps stay on the board, and skip what is empty', () => {
  const columns = columnsOf(board, addressIn({}))
  expect(stepInColumns(columns, null, 1, 0)).toBe('t-1')
  expect(stepInColumns(columns, 't-1', -1, 0)).toBe('t-1')
  expect(stepInColumns(columns, 't-2', 1, 0)).toBe('t-2')
  expect(stepInColumns(columns, 't-2', 0, 1)).toBe('t-3')
  expect(stepInColumns(columns, 't-gone', 1, 0)).toBe('t-1')
  expect(stepInColumns([], null, 1, 0)).toBeNull()
})

test('late departments are among what is late, and of the village that is chosen', () => {
  const shown = (params: Record<string, string>) => partsOf(board, addressIn(params))?.rows.map(({ id }) => id) ?? null
  expect([shown({}), shown({ show: 'late' }), shown({ show: 'soon' })]).toEqual([['part-1'], ['part-1'], null])
  expect([shown({ village: 'v-2' }), shown({ village: 'v-1' })]).toEqual([['part-1'], null])
})

test('an address says what is shown, and nonsense shows everything', () => {
  const address = { villageId: 'v-2', show: 'late', isWall: true } as const
  expect(urlOf(address)).toBe('/packages/desk/board/index?village=v-2&show=late&wall=1')
  expect(addressIn({ village: 'v-2', show: 'late', wall: '1' })).toEqual(address)
  expect(urlOf(addressIn({ show: 'everything', wall: 'yes' }))).toBe('/packages/desk/board/index')
})

test('events come in pieces', () => {
  const split = splitEvents()
  expect(split(':\n\nevent: bo')).toEqual([{ name: 'beat', data: '' }])
  expect(split('ard\ndata: {"now":1}\n')).toEqual([])
  expect(split('\nevent: end\ndata: {}\n\n')).toEqual([{ name: 'board', data: '{"now":1}' }, { name: 'end', data: '{}' }])
})
