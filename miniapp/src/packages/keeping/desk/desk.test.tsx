import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { KeeperAnswer } from '@huiying/shared/ledger'
import { aVillager } from '../../../../test/me'
import { SmallServer, type Reply } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { BOOK, ENTRY, keeperDesk, keeperMonth, VILLAGE } from '../testing/keeper-desk'
import DeskPage from './index'

let server: SmallServer
let desk: KeeperAnswer
let books: readonly unknown[]
let replies: Readonly<Record<string, Reply>>

const accountant = { kind: 'accountant', unit: VILLAGE, village: VILLAGE, subDistrict: { id: 'sub-1', kind: 'sub-district', name: '清河街道' }, charge: null } as const

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  phone.params = {}
  desk = keeperDesk()
  books = [BOOK]
  replies = {}
  server.reply = ({ path }) => {
    if (path === '/api/me') return { body: aVillager({ posts: [accountant] }) }
    if (path === '/api/villages/village-1/books') return replies.open ?? { body: { books } }
    if (path === '/api/expenses') return { body: { now: desk.now, mine: [], others: [], more: null, mayDraft: [] } }
    if (path.startsWith('/api/books/b1/keeping')) return { body: desk }
    return replies[path] ?? { status: 404, body: { code: 'request.not-found', details: {} } }
  }
  keepToken('a-token')
  await act(() => refreshSession())
})

afterEach(() => server.stop())

const sent = (end: string) => server.heard.filter(({ path, method }) => method !== 'GET' && path.endsWith(end)).map(({ body }) => body)
const press = async (words: string) => fireEvent.click(await screen.findByText(words))
const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } })
const text = () => document.body.textContent ?? ''

test('an entry as a sentence with its lines; a correction is a mirrored one with its reason', async () => {
  render(<DeskPage />)
  await screen.findByText('8月第2号 · 收入')
  for (const words of ['借10201 银行存款——农商行基本户¥50.00', '贷50101 经营收入——租金承包费¥50.00']) expect(text()).toContain(words)
  await press('更正')
  await press('用红字冲掉')
  expect(text()).toContain('请写清楚为什么更正')
  replies = { '/api/entries/e1/reversal': { body: keeperDesk({ entries: [{ ...ENTRY, correction: '9月已更正（9月第1号）', mayReverse: false }] }) } }
  type('为什么更正', '金额记错了')
  await press('用红字冲掉')
  await screen.findByText('9月已更正（9月第1号）')
  expect(sent('/reversal')).toEqual([{ on: '2026-08-31', reason: '金额记错了' }])
})

test('a month against the bank: the difference is said while typing, the refusal where it belongs', async () => {
  render(<DeskPage />)
  await press('填银行对账单的余额')
  expect(text()).not.toContain('账上是')
  await press('对上了')
  expect(text()).toContain('请填“银行存款——农商行基本户”的余额')
  type('银行存款——农商行基本户月底余额', '980')
  expect(await screen.findByText(/银行比账上少 ¥20\.00（账上是 ¥1,000\.00）/)).toBeTruthy()
  replies = {
    '/api/books/b1/months/2026-08/assertion': {
      status: 409,
      body: { code: 'ledger.assertion-differs', details: { name: '农商行基本户', statementFen: 98_000, bookFen: 100_000 } },
    },
  }
  await press('对上了')
  expect(await screen.findByText('“农商行基本户”对不上：银行是 ¥980.00，账上是 ¥1,000.00。请查清再对')).toBeTruthy()
  expect(sent('/assertion')).toEqual([{ assertions: [{ account: '10201', statementFen: 98_000 }] }])
})

test('what is missing stands before the button, and the button is not there', async () => {
  desk = keeperDesk({ months: [keeperMonth('2026-09'), keeperMonth('2026-08', { waitingCount: 1 })] })
  render(<DeskPage />)
  expect(await screen.findByText('还有 1 笔付了钱的开支没有记账，记完再结')).toBeTruthy()
  expect(screen.queryByText('填银行对账单的余额')).toBeNull()
})

test('a month is shut after one was asked, then published', async () => {
  desk = keeperDesk({ months: [keeperMonth('2026-09'), keeperMonth('2026-08', { status: 'asserted' })] })
  const closed = keeperDesk({ months: [keeperMonth('2026-09'), keeperMonth('2026-08', { status: 'closed' })] })
  replies = { '/api/books/b1/months/2026-08/closure': { body: closed } }
  render(<DeskPage />)
  await press('结8月的账')
  await waitFor(() => expect(sent('/closure')).toHaveLength(1))
  expect((await screen.findAllByText('公示')).length).toBeGreaterThan(1)
})

test('no book yet: whose, and from which month', async () => {
  books = []
  render(<DeskPage />)
  await screen.findByText('给青石桥村建账')
  await press('村民委员会')
  replies = { open: { status: 409, body: { code: 'ledger.book-exists', details: {} } } }
  await press('建账')
  expect(await screen.findByText('这个村的这本账已经建好了，直接记就行')).toBeTruthy()
  expect(sent('/books')).toMatchObject([{ legalBody: 'village-committee' }])
})

test('who keeps no book is told where to look', async () => {
  server.reply = () => ({ body: aVillager() })
  await act(() => refreshSession())
  render(<DeskPage />)
  expect(await screen.findByText('记账由村里的报账员来做')).toBeTruthy()
})
