import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { turnoverTable } from '../../features/ledger/entry.table'

const ROW = { bookId: 'one', month: '2026-09', account: '102', kind: 'ordinary' as const, debitFen: 0, creditFen: 0 }

describe('amounts that are added to a row', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase()
  })
  afterEach(() => fresh.close())

  test('a row that is not there is inserted, one that is there grows; also twice in one statement', async () => {
    const add = (...amounts: readonly number[]) => fresh.unitOfWork.run(async (work) =>
      work.insertOrAdd(turnoverTable, ['debitFen', 'creditFen'], ...amounts.map((amount) =>
        ({ ...ROW, debitFen: amount, creditFen: 5 }))))
    await add(100)
    await add(20, -3)
    expect(await fresh.unitOfWork.run((work) => work.find(turnoverTable, { bookId: 'one' })))
      .toEqual([{ ...ROW, debitFen: 117, creditFen: 15 }])
  })

  test('what is not named stays as it was', async () => {
    await fresh.unitOfWork.run(async (work) => work.insert(turnoverTable, { ...ROW, creditFen: 7 }))
    await fresh.unitOfWork.run(async (work) => work.insertOrAdd(turnoverTable, ['debitFen'], { ...ROW, debitFen: 1, creditFen: 9 }))
    expect(await fresh.unitOfWork.run((work) => work.find(turnoverTable, { bookId: 'one' })))
      .toEqual([{ ...ROW, debitFen: 1, creditFen: 7 }])
  })
})
