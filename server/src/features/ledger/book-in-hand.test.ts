import { NATIONAL_YEARS } from '@huiying/shared/calendar'
import { DomainError } from '@huiying/shared/kernel'
import {
  assertMonth, closeMonth, DEFAULT_LEDGER_TERMS, moneyLeft, monthOf, postEntry, publishMonth, reserveMoney,
  type EntryDraft, type Line,
} from '@huiying/shared/ledger'
import { credit, debit, draftOf, move, noon, someone } from '@huiying/shared/ledger/testing'
import { BOOK_ID, openBook, stateOf, writeInBook } from '../../../test/support/book-in-test'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { HandClock } from '../../../test/support/hand-clock'
import type { Scalar } from '../../platform/database/column'
import type { Database } from '../../platform/database/open-database'
import { bookInHand } from './book-in-hand'

const KEEPER = someone('feng', 'accountant')
const NOW = noon('2026-09-20')
const INTO_LINES = 'INSERT INTO ledger_lines (book_id, position, line_number, account, side, amount_fen)'

describe('a book in hand', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase(new HandClock(NOW))
    await openBook(fresh.database)
  })
  afterEach(() => fresh.close())

  const post = (on: string, lines: readonly Line[], changes: Partial<EntryDraft> = {}, by: Database = fresh.database) =>
    writeInBook(by, BOOK_ID, (state) => {
      const draft = draftOf(on, lines, { entryId: by.ids.next(), month: monthOf(on), ...changes })
      const { next, facts } = postEntry(KEEPER, state, draft, NOW)
      return { next: next.state, entries: [next.entry], facts }
    })
  const begin = () =>
    post('2026-08-01', [debit('102', 100_000), credit('301', 100_000)], { source: { type: 'opening' } })
  const reserve = (by: Database, expenseId: string, amountFen: number) =>
    writeInBook(by, BOOK_ID, (state) =>
      reserveMoney(state, { expenseId, account: '102', amountFen, isPosted: false }, NOW))
  const raw = (sql: string, params: readonly Scalar[] = []) =>
    fresh.unitOfWork.run(async (work) => work.write(sql, params))

  test('what is not there is not in hand', async () => {
    await fresh.unitOfWork.run(async (work) => expect(await bookInHand(work, 'nowhere')).toBeNull())
  })

  test('a stopped book can be read and takes nothing more', async () => {
    await begin()
    await raw('UPDATE ledger_books SET stopped_at = ?', [NOW])
    await expect(post('2026-09-01', move('102', '101', 5))).rejects.toMatchObject({ code: 'ledger.book-stopped' })
    expect(moneyLeft(await stateOf(fresh.database, BOOK_ID)).totalFen).toBe(100_000)
  })

  test('several entries of one decision are stored in their order', async () => {
    await begin()
    await writeInBook(fresh.database, BOOK_ID, (state) => {
      const drawn = draftOf('2026-09-01', move('102', '101', 5), { entryId: 'one' })
      const first = postEntry(KEEPER, state, drawn, NOW)
      const back = draftOf('2026-09-02', move('101', '102', 5), { entryId: 'two' })
      const second = postEntry(KEEPER, first.next.state, back, NOW)
      const entries = [first.next.entry, second.next.entry]
      return { next: second.next.state, entries, facts: [...first.facts, ...second.facts] }
    })
    const sql = "SELECT id, position, voucher FROM ledger_entries WHERE month = '2026-09' ORDER BY position"
    expect(await fresh.reads.query(sql))
      .toEqual([{ id: 'one', position: 1, voucher: 1 }, { id: 'two', position: 2, voucher: 2 }])
  })

  test('a mistake of ours is not stored: a state that the entries do not lead to, or two decisions side by side', async () => {
    await expect(writeInBook(fresh.database, BOOK_ID, (state) => ({ next: { ...state, entryCount: 1 }, facts: [] })))
      .rejects.toThrow('do not lead from the state')
    const twice = fresh.unitOfWork.run(async (work) => {
      const book = await bookInHand(work, BOOK_ID)
      if (book === null) throw new Error('no book')
      const change = { next: book.state, entries: [], facts: [], by: null }
      book.write(change)
      book.write(change)
    })
    await expect(twice).rejects.toThrow('written once')
  })

  describe('a month that was closed', () => {
    beforeEach(async () => {
      await begin()
      await post('2026-09-01', move('102', '101', 500))
      const assertions = [{ account: '102', statementFen: 100_000 }]
      await writeInBook(fresh.database, BOOK_ID, (state) => assertMonth(KEEPER, state, '2026-08', assertions, NOW))
      expect((await stateOf(fresh.database, BOOK_ID)).months.map(({ status }) => status)).toEqual(['asserted', 'open'])
      const closing = { month: '2026-08', waitingCount: 0, uses: { in: [], out: [] } }
      await writeInBook(fresh.database, BOOK_ID, (state) =>
        closeMonth(KEEPER, state, closing, DEFAULT_LEDGER_TERMS, NOW))
    })

    test('stays behind, and nothing goes into it', async () => {
      expect(await stateOf(fresh.database, BOOK_ID)).toMatchObject({ openFrom: '2026-09', months: [{ month: '2026-09' }] })
      await expect(post('2026-08-31', move('102', '101', 5))).rejects.toMatchObject({ code: 'ledger.month-closed' })
      await post('2026-09-02', move('102', '101', 5))
      expect(await fresh.reads.query('SELECT month, status, voucher_count FROM ledger_months ORDER BY month')).toEqual([
        { month: '2026-08', status: 'closed', voucher_count: 1 }, { month: '2026-09', status: 'open', voucher_count: 2 },
      ])
    })

    test('is in hand for whoever asks for it, beside those that are open, and is published so', async () => {
      const asked = await stateOf(fresh.database, BOOK_ID, '2026-08')
      expect(asked.months.map(({ month, status }) => [month, status])).toEqual([['2026-08', 'closed'], ['2026-09', 'open']])
      // One that is open is in hand once, whoever asks for it.
      expect((await stateOf(fresh.database, BOOK_ID, '2026-09')).months).toHaveLength(1)
      await fresh.unitOfWork.run(async (work) => {
        const book = await bookInHand(work, BOOK_ID, '2026-08')
        if (book === null) throw new Error('no book')
        const { next, facts } = publishMonth(KEEPER, book.state, '2026-08', DEFAULT_LEDGER_TERMS, NATIONAL_YEARS, NOW)
        book.write({ next, entries: [], facts, by: null })
      })
      expect(await stateOf(fresh.database, BOOK_ID, '2026-08')).toMatchObject({
        openFrom: '2026-09', months: [{ status: 'published', voucherCount: 1, closedSize: 2 }, { status: 'open' }],
      })
    })
  })

  test('two approvals race for ¥1,000: one has it, the other hears what is left', async () => {
    await begin()
    const servers = [fresh.database, await fresh.openAnother()]
    const outcomes = await Promise.allSettled(servers.map((server, at) => reserve(server, `expense-${at}`, 70_000)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refusal = outcomes.find((one) => one.status === 'rejected')?.reason as DomainError
    expect(refusal).toMatchObject({
      code: 'ledger.not-enough-money', details: { availableFen: 30_000, reservedFen: 70_000, amountFen: 70_000 },
    })
    expect(await fresh.reads.query('SELECT balance_fen, reserved_fen FROM ledger_money'))
      .toEqual([{ balance_fen: 100_000, reserved_fen: 70_000 }])
  })

  test('four write at once: no gap, no fork, and never more spent than there is', async () => {
    await begin()
    await reserve(fresh.database, 'promised', 60_000)
    const servers = [fresh.database, await fresh.openAnother()]
    const each = 12
    const writer = async (number: number): Promise<readonly string[]> => {
      const outcomes: string[] = []
      for (let at = 0; at < each; at += 1) {
        const server = servers[number % servers.length] ?? fresh.database
        // Cash is drawn until the bank has nothing but what is promised; the same days, two months.
        const on = at % 2 === 0 ? '2026-08-20' : '2026-09-02'
        outcomes.push(await post(on, move('102', '101', 1_500), {}, server).then(() => 'done', ({ code }) => String(code)))
      }
      return outcomes
    }
    const outcomes = (await Promise.all([0, 1, 2, 3].map(writer))).flat()
    const done = outcomes.filter((one) => one === 'done').length
    expect(new Set(outcomes)).toEqual(new Set(['done', 'ledger.not-enough-money']))
    expect(done).toBe(Math.floor(40_000 / 1_500))

    const rows = await fresh.reads.query<{ month: string; position: number; voucher: number }>(
      'SELECT month, position, voucher FROM ledger_entries ORDER BY position',
    )
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, at) => at))
    for (const month of ['2026-08', '2026-09']) {
      const vouchers = rows.filter((row) => row.month === month).map(({ voucher }) => voucher)
      expect(vouchers).toEqual(vouchers.map((_, at) => at + 1))
    }
    expect(await fresh.reads.query('SELECT size FROM ledger_logs')).toEqual([{ size: done + 1 }])
    const state = await stateOf(fresh.database, BOOK_ID)
    expect(moneyLeft(state)).toEqual({
      totalFen: 100_000, cashFen: done * 1_500, bankFen: 100_000 - done * 1_500, reservedFen: 60_000, freeFen: 40_000,
    })
  })

  describe('whatever road a statement comes by', () => {
    beforeEach(async () => {
      await begin()
      await post('2026-09-01', move('102', '101', 500))
    })

    const LINE = `${INTO_LINES} VALUES (?, ?, ?, ?, ?, ?)`
    const ENTRY = `INSERT INTO ledger_entries (id, book_id, position, month, voucher, entry_on, purpose, source_type, total_fen,
      line_count, vouchers, posted_at, posted_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
    const slip = (
      position: number, month: string, voucher: number, debitFen: number, creditFen: number, totalFen = debitFen,
    ) =>
      fresh.unitOfWork.run(async (work) => {
        work.write(LINE, [BOOK_ID, position, 1, '101', 'debit', debitFen])
        work.write(LINE, [BOOK_ID, position, 2, '301', 'credit', creditFen])
        work.write(ENTRY, [
          'slipped-in', BOOK_ID, position, month, voucher, `${month}-05`, '修路', 'manual', totalFen, 2, '[]', 0, 'nobody',
        ])
      })

    test.each([
      ["UPDATE ledger_entries SET purpose = '改了' WHERE position = 1", /ledger_entry_is_final/],
      ['UPDATE ledger_entries SET total_fen = 1', /ledger_entry_is_final/],
      ['DELETE FROM ledger_entries WHERE position = 1', /ledger_entry_stays/],
      ['UPDATE ledger_lines SET amount_fen = 1 WHERE position = 1', /ledger_line_is_final/],
      ['DELETE FROM ledger_lines WHERE position = 1', /ledger_line_stays/],
      [`${INTO_LINES} VALUES ('book-liushu', 1, 3, '101', 'debit', 5)`, /ledger_line_before_entry/],
      ['UPDATE ledger_money SET reserved_fen = balance_fen + 1', /ck_ledger_money_covered|ER_CONSTRAINT_FAILED/],
      ['UPDATE ledger_money SET balance_fen = -1', /ck_ledger_money_covered|ER_CONSTRAINT_FAILED/],
    ])('%s', async (sql, refusal) => {
      await expect(raw(sql)).rejects.toThrow(refusal)
    })

    test('one that fits goes in', async () => {
      await expect(slip(2, '2026-09', 2, 700, 700)).resolves.toBeUndefined()
    })

    test.each<[string, [number, string, number, number, number, number?], RegExp]>([
      ['sides that differ', [2, '2026-09', 2, 700, 600], /ledger_entry_adds_up/],
      ['a total that is another', [2, '2026-09', 2, 700, 700, 600], /ledger_entry_adds_up/],
      ['a gap in the book', [3, '2026-09', 2, 700, 700], /ledger_entry_without_gap/],
      ['a gap in the month', [2, '2026-09', 3, 700, 700], /ledger_entry_without_gap/],
      ['a position twice', [1, '2026-09', 2, 700, 700], /ledger_line_before_entry/],
      ['a number twice', [2, '2026-09', 1, 700, 700], /UNIQUE|ER_DUP_ENTRY/],
    ])('%s', async (_what, args, refusal) => {
      await expect(slip(...args)).rejects.toThrow(refusal)
    })

    test('nothing into a month that is closed', async () => {
      await raw(
        "UPDATE ledger_months SET status = 'closed', closed_at = 1, closed_by = 'feng', closed_size = 2 WHERE month = ?",
        ['2026-08'],
      )
      await expect(slip(2, '2026-08', 2, 700, 700)).rejects.toThrow(/ledger_month_is_shut/)
    })

    test('an entry is taken back once', async () => {
      const sql = 'SELECT id FROM ledger_entries WHERE position = 1'
      const [{ id } = { id: '' }] = await fresh.reads.query<{ id: string }>(sql)
      const back = (position: number) => fresh.unitOfWork.run(async (work) => {
        work.write(LINE, [BOOK_ID, position, 1, '102', 'debit', 500])
        work.write(LINE, [BOOK_ID, position, 2, '101', 'credit', 500])
        work.write(
          ENTRY.replace('source_type', 'reverses_id, source_type').replace('VALUES (', 'VALUES (?, '),
          [`back-${position}`, BOOK_ID, position, '2026-09', position, '2026-09-05', '写错了', id, 'reversal', 500, 2, '[]', 0, 'feng'],
        )
      })
      await back(2)
      await expect(back(3)).rejects.toThrow(/UNIQUE|ER_DUP_ENTRY/)
    })
  })
})
