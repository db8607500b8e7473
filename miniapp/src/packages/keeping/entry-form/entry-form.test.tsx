import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { aVillager } from '../../../../test/me'
import { SmallServer, type Reply } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import { BOOK, keeperDesk, VILLAGE } from '../testing/keeper-desk'
import EntryFormPage from './index'

let server: SmallServer
let reply: Reply

const contract = {
  id: 'c1', bookId: 'b1', kind: 'lease', holdingId: 'r1', holdingName: '村东鱼塘', title: '鱼塘合同', tenant: '王建国',
  fromOn: '2026-01-01', toOn: '2027-12-31', endedOn: null, paidFen: 0, dueFen: 100_000, overdueFen: 100_000,
  overdueDays: 9, next: null,
  rent: { rhythm: 'year', amountFen: 100_000, steps: [], isInAdvance: true, dueAfterDays: 30 },
}

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  phone.params = { book: 'b1', kind: 'income', month: '2026-08' }
  reply = { status: 500, body: { code: 'server.failed', details: {} } }
  server.reply = ({ path, method }) => {
    if (path === '/api/me') return { body: aVillager() }
    if (method === 'POST') return reply
    if (path.startsWith('/api/books/b1/keeping')) return { body: keeperDesk() }
    const register = { assets: [], resources: [], contracts: [contract] }
    return { body: { village: VILLAGE, book: BOOK, ...register, overdueFen: 100_000 } }
  }
  keepToken('a-token')
  await act(() => refreshSession())
})

afterEach(() => server.stop())

const posts = () => server.heard.filter(({ method }) => method === 'POST')
const press = async (words: string) => fireEvent.click(await screen.findByText(words))

test('rent of a contract fills the form; what nobody answered goes again under the same key', async () => {
  render(<EntryFormPage />)
  await press('王建国：村东鱼塘')
  await press('交到 2026年12月31日')
  await press('农商行基本户')
  await press('记上')
  await waitFor(() => expect(posts()).toHaveLength(1))
  expect(posts()[0]).toMatchObject({
    path: '/api/books/b1/income',
    body: {
      on: '2026-08-31', purpose: '村东鱼塘的租金（鱼塘合同）', counterparty: '王建国', contractId: 'c1',
      lines: [
        { account: '10201', side: 'debit', amountFen: 100_000 }, { account: '50101', side: 'credit', amountFen: 100_000 },
      ],
    },
  })
  reply = { status: 201, body: keeperDesk() }
  await press('记上')
  await waitFor(() => expect(posts()).toHaveLength(2))
  expect(posts()[1]?.headers['idempotency-key']).toBe(posts()[0]?.headers['idempotency-key'])
  expect(posts()[1]?.body).toEqual(posts()[0]?.body)
})

test('what was written survives; a refusal is told in the form', async () => {
  phone.params = { book: 'b1', kind: 'manual', month: '2026-08' }
  const first = render(<EntryFormPage />)
  fireEvent.input(await screen.findByLabelText('第 1 行金额'), { target: { value: '80' } })
  expect(await screen.findByText(/贷方还差 ¥80\.00/)).toBeTruthy()
  fireEvent.click(screen.getByLabelText('第 1 行科目：选科目'))
  fireEvent.click(await screen.findByText('101 库存现金'))
  fireEvent.click(screen.getByLabelText('第 2 行科目：选科目'))
  fireEvent.click(await screen.findByText('10201 农商行基本户'))
  first.unmount()
  render(<EntryFormPage />)
  expect(await screen.findByLabelText('第 1 行科目：101 库存现金')).toBeTruthy()
  fireEvent.input(screen.getByLabelText('做什么用的'), { target: { value: '更正折旧' } })
  reply = { status: 409, body: { code: 'ledger.not-balanced', details: { debitFen: 8_000, creditFen: 0 } } }
  await press('记上')
  expect(await screen.findByText('借贷不平：借方 ¥80.00，贷方 ¥0.00，请核对')).toBeTruthy()
})
