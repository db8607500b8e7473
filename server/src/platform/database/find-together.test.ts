import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { moneyTable, monthTable, subAccountTable } from '../../features/ledger/book.table'
import { findTogether } from './find-together'

const MONTH = {
  bookId: 'one', month: '2026-09', status: 'open' as const, voucherCount: 12,
  assertions: [{ account: '102', statementFen: 5 }], closedAt: null, closedBy: null, closedSize: null, publishedAt: null,
  publishedBy: null, noticeLastOn: null, noticeEndsAt: null,
}
const MONEY = { bookId: 'one', account: '102', closedFen: 0, balanceFen: 900_719_925_474_099, reservedFen: 7 }
const ACCOUNT = { bookId: 'one', code: '10201', name: '信用社', isActive: false }

describe('rows of several tables in one round trip', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase()
    await fresh.unitOfWork.run(async (work) => {
      work.insert(monthTable, MONTH, { ...MONTH, bookId: 'other' })
      work.insert(moneyTable, MONEY, { ...MONEY, bookId: 'other' })
      work.insert(subAccountTable, ACCOUNT, { ...ACCOUNT, code: '10202', isActive: true })
    })
  })
  afterEach(() => fresh.close())

  const tables = { months: monthTable, money: moneyTable, accounts: subAccountTable }

  test('each comes as its table would give it: texts, numbers, truth, JSON and what is not there', async () => {
    const found = await fresh.unitOfWork.run((work) => findTogether(work, tables, 'bookId', 'one'))
    expect(found.months).toEqual([MONTH])
    expect(found.money).toEqual([MONEY])
    expect([...found.accounts].sort((one, other) => (one.code < other.code ? -1 : 1)))
      .toEqual([ACCOUNT, { ...ACCOUNT, code: '10202', isActive: true }])
  })

  test('where there is nothing there are no rows', async () => {
    expect(await findTogether(fresh.reads, tables, 'bookId', 'nowhere')).toEqual({ months: [], money: [], accounts: [] })
  })
})
