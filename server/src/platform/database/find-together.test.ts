import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { moneyTable, monthTable, subAccountTable } from '../../features/ledger/book.table'

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

  const findIn = (bookId: string) => fresh.unitOfWork.run((work) => work.findTogether({
    months: { table: monthTable, where: { bookId } },
    none: { table: monthTable, where: { bookId: [] } },
    money: { table: moneyTable, where: { bookId }, lock: true },
    accounts: { table: subAccountTable, where: { bookId } },
  }))

  test('each under its own name, as its table gives it', async () => {
    const found = await findIn('one')
    expect(found.months).toEqual([MONTH])
    expect(found.none).toEqual([])
    expect(found.money).toEqual([MONEY])
    expect([...found.accounts].sort((one, other) => (one.code < other.code ? -1 : 1)))
      .toEqual([ACCOUNT, { ...ACCOUNT, code: '10202', isActive: true }])
  })

  test('where there is nothing there are no rows', async () => {
    expect(await findIn('nowhere')).toEqual({ months: [], none: [], money: [], accounts: [] })
  })

  test('one alone', async () => {
    const found = await fresh.unitOfWork.run((work) =>
      work.findTogether({ money: { table: moneyTable, where: { bookId: 'one' } } }))
    expect(found.money).toEqual([MONEY])
  })

  test('reads asked for in one go each have their own rows', async () => {
    const found = await fresh.unitOfWork.run((work) => Promise.all([
      work.find(monthTable, { bookId: 'one' }),
      work.query<{ readonly n: number }>('SELECT COUNT(*) AS n FROM ledger_sub_accounts WHERE book_id = ?', ['one']),
      work.find(moneyTable, { bookId: 'nowhere' }),
      work.findOne(moneyTable, { bookId: 'one', account: '102' }, { lock: true }),
    ]))
    expect(found).toEqual([[MONTH], [{ n: 2 }], [], MONEY])
  })

  test('a fault in one of them ends the work, whatever the others found', async () => {
    const faulty = fresh.unitOfWork.run(async (work) => {
      await Promise.all([
        work.find(monthTable, { bookId: 'one' }),
        work.query('SELECT nothing FROM ledger_sub_accounts', []),
        work.find(moneyTable, { bookId: 'one' }),
      ])
    })
    await expect(faulty).rejects.toMatchObject({ name: 'DatabaseError' })
    // Two more than there are connections.
    for (let n = 0; n < 18; n += 1) {
      const stopped = fresh.unitOfWork.run((work) =>
        Promise.all([Promise.reject(new Error('no')), work.find(monthTable, { bookId: 'one' }, { lock: true })]))
      await expect(stopped).rejects.toThrow('no')
    }
    expect((await findIn('one')).months).toEqual([MONTH])
  })

  test('what waited for a lock sees what its holder wrote, in the other tables too', async () => {
    let isHeld: () => void = () => undefined
    const held = new Promise<void>((resolve) => (isHeld = resolve))
    const holder = fresh.unitOfWork.run(async (work) => {
      await work.findOne(moneyTable, { bookId: 'one', account: '102' }, { lock: true })
      isHeld()
      await new Promise((resolve) => setTimeout(resolve, 100))
      work.update(monthTable, { ...MONTH, voucherCount: 13 })
    })
    await held
    const found = await fresh.unitOfWork.run((work) => work.findTogether({
      money: { table: moneyTable, where: { bookId: 'one' }, lock: true },
      months: { table: monthTable, where: { bookId: 'one' } },
    }))
    await holder
    expect(found.months[0]?.voucherCount).toBe(13)
  })
})
