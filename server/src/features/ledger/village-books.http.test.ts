import { DEFAULT_EXPENSE_TERMS, type ExpenseStatus } from '@huiying/shared/expenses'
import type { SeatedPost } from '@huiying/shared/identity'
import { DAY_MS, HOUR_MS } from '@huiying/shared/kernel'
import type { MonthStatus, VillageBooksAnswer } from '@huiying/shared/ledger'
import { BOOK_ID, openBook } from '../../../test/support/book-in-test'
import { postOf, settlePerson, viewerOf } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import type { Reads } from '../../platform/database/reads'
import { expenseTable } from '../expenses/expense.table'
import { unitTable } from '../villages/unit.table'
import { moneyTable, monthTable } from './book.table'
import { findingTable } from './log.table'
import { villageBooksOf } from './village-books.board'

const TAOYUAN = 'book-taoyuan'

describe('the books of many villages, over HTTP', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
    // August is due from today on.
    server.db.clock.set('2026-10-16T09:00:00+08:00')
    const { database } = server.db
    await database.unitOfWork.run(async (work) => {
      work.insert(
        unitTable,
        { id: 'beishan', kind: 'sub-district', name: '北山镇', parentId: 'yunling', code: 'S2' },
        { id: 'hekou', kind: 'village', name: '河口村', parentId: 'beishan', code: 'V9' },
        { id: 'shiqiao', kind: 'village', name: '石桥村', parentId: 'qingxi', code: 'V3' },
      )
    })
    const north: SeatedPost = { ...postOf('bei', 'staff', 'beishan'), subDistrictId: 'beishan' }
    await settlePerson(database, { id: 'bei', name: '北办事员' }, north)
    await openBook(database)
    await openBook(database, { id: TAOYUAN, villageId: 'taoyuan', name: '桃园社区集体经济组织' })
  })
  afterEach(() => server.stop())

  const ask = async (who: string) =>
    server.send('GET', '/api/ledger/villages', { token: await server.signIn(`open-${who}`) })
  const read = async (who: string) => (await ask(who)).as<VillageBooksAnswer>()

  test('staff and leader see every village of theirs, and which has no book', async () => {
    for (const who of ['sun', 'wu']) {
      const { books, withoutBook } = await read(who)
      expect(books.map(({ bookId, village }) => [bookId, village.name])).toEqual([[BOOK_ID, '柳树村'], [TAOYUAN, '桃园社区']])
      expect(withoutBook).toEqual([{ id: 'shiqiao', kind: 'village', name: '石桥村' }])
    }
  })

  test('what is left, what is public, what waits and what was found; the worst first', async () => {
    await publish(BOOK_ID, ['2026-08', 'published'], ['2026-09', 'closed'])
    await server.db.unitOfWork.run(async (work) => {
      const box = { bookId: BOOK_ID, closedFen: 0, reservedFen: 0 }
      work.insert(moneyTable, { ...box, account: '101', balanceFen: 1_717 }, { ...box, account: '102', balanceFen: 36_072_000 })
    })
    await expense('e1', { status: 'signing', waitedMs: 5 * DAY_MS + HOUR_MS, remindedCount: 2 })
    await expense('e2', { status: 'paid', waitedMs: HOUR_MS, remindedCount: 0 })
    await expense('e3', { status: 'posted', waitedMs: null, remindedCount: 0 })
    const { books } = await read('sun')
    expect(books).toEqual([
      {
        village: { id: 'taoyuan', kind: 'village', name: '桃园社区' }, bookId: TAOYUAN, name: '桃园社区集体经济组织', moneyFen: 0,
        lastPublished: null, lateMonths: 1, waiting: { count: 0, lateCount: 0, oldestDays: 0 }, findingCount: 0,
      },
      {
        village: { id: 'liushu', kind: 'village', name: '柳树村' }, bookId: BOOK_ID, name: '柳树村集体经济组织', moneyFen: 36_073_717,
        lastPublished: '2026-08', lateMonths: 0, waiting: { count: 2, lateCount: 1, oldestDays: 5 }, findingCount: 0,
      },
    ])
    await finding('f1', null)
    await finding('f2', 1)
    expect((await read('sun')).books.map(({ bookId, findingCount }) => [bookId, findingCount]))
      .toEqual([[BOOK_ID, 1], [TAOYUAN, 0]])
  })

  test('a later month that is public does not hide one that was left out', async () => {
    await publish(BOOK_ID, ['2026-08', 'closed'], ['2026-09', 'published'])
    const { books } = await read('sun')
    expect(books.find(({ bookId }) => bookId === BOOK_ID)).toMatchObject({ lastPublished: '2026-09', lateMonths: 1 })
  })

  test('a stationed cadre sees his village, another sub-district\'s staff theirs', async () => {
    const his = await read('zhou')
    expect(his.books.map(({ bookId }) => bookId)).toEqual([BOOK_ID])
    expect(his.withoutBook).toEqual([])
    const north = await ask('bei')
    expect(north.as<VillageBooksAnswer>()).toMatchObject({ books: [], withoutBook: [{ id: 'hekou' }] })
    expect(north.text).not.toContain('柳树')
  })

  test('a resident is refused; for a village\'s own cadres and the county there is no such list', async () => {
    expect(await ask('wang')).toMatchObject({ status: 403, code: 'session.forbidden' })
    for (const who of ['li', 'he', 'tang']) expect(await ask(who)).toMatchObject({ status: 404, code: 'request.not-found' })
  })

  test('more villages ask no more questions', async () => {
    const { database } = server.db
    await database.unitOfWork.run(async (work) => {
      const ids = Array.from({ length: 40 }, (_, at) => `more-${at}`)
      work.insert(unitTable, ...ids.map((id) => ({ id, kind: 'village' as const, name: id, parentId: 'qingxi', code: id })))
    })
    for (let at = 0; at < 40; at += 1) await openBook(database, { id: `book-${at}`, villageId: `more-${at}`, subAccounts: [] })
    let asked = 0
    const counting: Reads = { query: (sql, params) => { asked += 1; return database.reads.query(sql, params) } }
    const answer = await villageBooksOf(counting, await viewerOf(database, 'sun'), server.db.clock.at())
    expect([answer.books.length, asked]).toEqual([42, 2])
  })

  async function publish(bookId: string, ...months: readonly (readonly [string, MonthStatus])[]): Promise<void> {
    await server.db.unitOfWork.run(async (work) => {
      const now = work.now
      work.insert(monthTable, ...months.map(([month, status]) => {
        const isPublic = status === 'published'
        return {
          bookId, month, status, voucherCount: 0, assertions: [], closedAt: now, closedBy: 'feng', closedSize: 0,
          publishedAt: isPublic ? now : null, publishedBy: isPublic ? 'feng' : null,
          noticeLastOn: isPublic ? '2026-10-25' : null, noticeEndsAt: isPublic ? now + 9 * DAY_MS : null,
        }
      }))
    })
  }

  interface Wait {
    readonly status: ExpenseStatus
    readonly waitedMs: number | null
    readonly remindedCount: number
  }

  async function expense(id: string, { status, waitedMs, remindedCount }: Wait): Promise<void> {
    await server.db.unitOfWork.run(async (work) => {
      work.insert(expenseTable, {
        id, villageId: 'liushu', subDistrictId: 'qingxi', bookId: BOOK_ID, status, policyVersion: 0,
        terms: DEFAULT_EXPENSE_TERMS, createdAt: 0, waitingSinceAt: waitedMs === null ? null : work.now - waitedMs,
        remindedCount, approvedAt: null, payment: null, postings: [], ended: null, version: 1, revision: 1,
        amountFen: 100, purpose: '灯泡', accountCode: '51401', incurredOn: '2026-10-01', submittedAt: 0,
        payeeName: '五金店', payeePersonId: null, payeeKey: null, decisionId: null, handlerId: null, witnessId: null,
      })
    })
  }

  async function finding(id: string, clearedAt: number | null): Promise<void> {
    await server.db.unitOfWork.run(async (work) => {
      work.insert(findingTable, {
        id, bookId: BOOK_ID, villageId: 'liushu', kind: 'sum-differs', about: null, position: null, words: '合计不对',
        foundAt: 0, clearedAt,
      })
    })
  }
})
