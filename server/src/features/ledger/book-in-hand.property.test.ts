import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import {
  assertMonth, closeMonth, DEFAULT_LEDGER_TERMS, flowOfMonth, isClosed, lastOf, monthAfter, monthOf, namedUses,
  newBookState, postEntry, releaseMoney, reserveMoney, reverseEntry, turnoversOf, usesOf, withdrawAssertion,
  type BookState, type Entry, type EntryDraft, type LedgerFact, type Line,
} from '@huiying/shared/ledger'
import {
  BookOracle, credit, debit, draftOf, FIRST_OPEN, move, noon, ops, someone, type Op,
} from '@huiying/shared/ledger/testing'
import { hexOf, rootOf } from '@huiying/shared/proof'
import fc from 'fast-check'
import { openBook, sorted, stateOf, tidied, writeInBook } from '../../../test/support/book-in-test'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { HandClock } from '../../../test/support/hand-clock'
import { sha256 } from '../../platform/crypto/sha-256'
import { livePostingOf, postedEntry, usesOfMonth } from './book-reads'
import { monthFrom } from './book-rows'
import { monthTable } from './book.table'
import { flowTable, turnoverTable, useTable } from './entry.table'
import { leafOf } from './log-in-hand'
import { logTable } from './log.table'
import { postedEntries } from './posted-entries'

/** Everything up to the middle of October can have happened; September is over. */
const NOW = noon('2026-10-15')
/** Random books hide much under "其他"; that rule has a test of its own. */
const TERMS = { ...DEFAULT_LEDGER_TERMS, otherLimitPercent: 100 }
const MONTHS = ['2026-08', '2026-09', '2026-10']
/** A bench sets more: `LEDGER_RUNS=500 npx jest …`. */
const RUNS = Number(process.env['LEDGER_RUNS'] ?? 25)
const seed = Number(process.env['LEDGER_SEED'] ?? Math.floor(Date.now() % 2 ** 31))

/** The pure rules alone are the oracle: the database, acted on through the same rules, must come to the same. */
describe(`any sequence of acts on a stored book (${RUNS} runs, LEDGER_SEED=${seed})`, () => {
  let fresh: FreshDatabase
  let books = 0
  const accepted = new Map<string, number>()
  beforeAll(async () => {
    fresh = await freshDatabase(new HandClock(NOW))
  })
  afterAll(() => fresh.close())

  test('state, entries, kept sums and log are what the rules say, and refusals are the same', async () => {
    await fc.assert(fc.asyncProperty(ops, async (acts) => {
      const run = await StoredRun.start(fresh, (books += 1))
      for (const act of acts) {
        if (await run.try(act)) accepted.set(act.type, (accepted.get(act.type) ?? 0) + 1)
      }
      await run.check()
    }), { numRuns: RUNS, seed, endOnFailure: true })
    // A test that never gets anywhere would pass.
    const types = ['open', 'income', 'transfer', 'reserve', 'pay', 'reverse', 'close']
    expect(types.filter((type) => (accepted.get(type) ?? 0) === 0)).toEqual([])
  }, 600_000)
})

interface Outcome {
  readonly next: BookState
  readonly entries?: readonly Entry[]
  readonly facts: readonly LedgerFact[]
}
type Act = (state: BookState) => Outcome

class StoredRun {
  readonly oracle = new BookOracle()

  private constructor(
    private readonly fresh: FreshDatabase,
    private readonly bookId: string,
    /** What the rules alone lead to. */
    private state: BookState,
    private readonly keeper: Viewer,
  ) {}

  static async start(fresh: FreshDatabase, number: number): Promise<StoredRun> {
    const villageId = `village-${number}`
    const book = await openBook(fresh.database, { id: `book-${number}`, villageId })
    return new StoredRun(fresh, book.id, newBookState(book), someone('qian', 'accountant', villageId))
  }

  async try(act: Op): Promise<boolean> {
    try {
      await this.act(act)
      return true
    } catch (error) {
      if (error instanceof DomainError && error.code.startsWith('ledger.')) return false
      throw error
    }
  }

  async check(): Promise<void> {
    const stored = await stateOf(this.fresh.database, this.bookId)
    // The rules' own state never let go of a closed month; in hand there is none, and both decided alike.
    const open = this.state.months.filter((month) => !isClosed(month))
    expect(tidied(stored)).toEqual(tidied({ ...this.state, months: open }))
    this.oracle.check(stored)

    const posted = await postedEntries(
      this.fresh.reads, 'SELECT book_id, position FROM ledger_entries WHERE book_id = ?', [this.bookId],
    )
    const entries = posted.map(({ entry }) => entry).reverse()
    expect(entries).toEqual(this.oracle.entries)
    const { bookId } = this
    const rows = await this.fresh.unitOfWork.run(async (work) => ({
      turnovers: await work.find(turnoverTable, { bookId }),
      uses: await work.find(useTable, { bookId }),
      flows: await work.find(flowTable, { bookId }),
      log: await work.findOne(logTable, { bookId }),
      months: await work.find(monthTable, { bookId }),
    }))
    expect(sorted(rows.months.map(monthFrom), ({ month }) => month)).toEqual(this.state.months)
    const key = ({ month, account, kind }: { month: string; account: string; kind: string }) => `${month} ${account} ${kind}`
    const kept = rows.turnovers.map(({ bookId: _, ...turnover }) => turnover)
    expect(sorted(kept, key)).toEqual(sorted(turnoversOf(entries), key))
    for (const month of MONTHS) {
      const own = entries.filter((entry) => entry.month === month)
      expect(namedUses(stored.book, rows.uses.filter((use) => use.month === month))).toEqual(usesOf(stored.book, own))
      const { bookId: _, month: __, ...flow } = rows.flows.find((one) => one.month === month) ?? NO_FLOW_ROW
      expect(flow).toEqual(flowOfMonth(entries, month))
    }
    expect(rows.log?.size ?? 0).toBe(entries.length)
    if (rows.log !== null) expect(rows.log.root).toBe(hexOf(rootOf(sha256, entries.map(leafOf))))
  }

  private async act(act: Op): Promise<void> {
    switch (act.type) {
      case 'open':
        return this.post(act.on, [
          debit('102', act.bankFen), debit('101', act.cashFen), credit('301', act.bankFen + act.cashFen),
        ], { type: 'opening' })
      case 'income':
        return this.post(act.on, move(act.from, act.to, act.amountFen), { type: 'income', contractId: null })
      case 'transfer':
        return this.post(act.on, move(act.from, act.to, act.amountFen), { type: 'manual' })
      case 'manual':
        return this.post(act.on, act.lines, { type: 'manual' })
      case 'pay': {
        const expenseId = this.expenseOf(act.expense)
        const { account, amountFen } = this.oracle.promised.get(expenseId) ?? { account: '102', amountFen: 5 }
        await this.post(act.on, move(account, act.to, amountFen + act.offByFen), { type: 'expense', expenseId, approval: 'ab'.repeat(32) })
        return void this.oracle.promised.delete(expenseId)
      }
      case 'reserve': {
        const { account, amountFen } = act
        const expenseId = `${this.bookId}-expense-${act.expense}`
        const isPosted = (await livePostingOf(this.fresh.reads, expenseId)) !== null
        expect(isPosted).toBe(this.oracle.livePostingsOf(expenseId) > 0)
        await this.both((state) => reserveMoney(state, { expenseId, account, amountFen, isPosted }, NOW))
        return void this.oracle.promised.set(expenseId, { account, amountFen })
      }
      case 'release': {
        const expenseId = this.expenseOf(act.expense)
        await this.both((state) => releaseMoney(state, expenseId))
        return void this.oracle.promised.delete(expenseId)
      }
      case 'reverse':
        return this.reverse(act.which, act.on)
      case 'assert':
        return this.assert(this.monthOf(act.month), act.offByFen)
      case 'withdraw':
        return this.both((state) => withdrawAssertion(this.keeper, state, this.monthOf(act.month)))
      case 'close': {
        const month = this.monthOf(act.month)
        if (act.assertsFirst) await this.assert(month, 0)
        const uses = await usesOfMonth(this.fresh.reads, this.state.book, month)
        await this.both((state) => closeMonth(this.keeper, state, { month, waitingCount: 0, uses }, TERMS, NOW))
        return void this.oracle.closedAt.set(month, this.oracle.entries.length)
      }
    }
  }

  private assert(month: string, offByFen: number): Promise<void> {
    const statementFen = this.oracle.balanceAfter('102', [], lastOf(month)) + offByFen
    const hasBank = this.state.money.some(({ account }) => account === '102')
    const assertions = hasBank || offByFen !== 0 ? [{ account: '102', statementFen }] : []
    return this.both((state) => assertMonth(this.keeper, state, month, assertions, NOW))
  }

  private async post(on: string, lines: readonly Line[], source: EntryDraft['source']): Promise<void> {
    const draft = draftOf(on, lines, { entryId: this.nextId(), month: monthOf(on), source, purpose: '修 路' })
    await this.both((state) => {
      const { next, facts } = postEntry(this.keeper, state, draft, NOW)
      return { next: next.state, entries: [next.entry], facts }
    })
  }

  private async reverse(which: number, on: string): Promise<void> {
    const chosen = this.oracle.entries[which % Math.max(1, this.oracle.entries.length)]
    const posted = chosen === undefined ? null : await postedEntry(this.fresh.reads, chosen.id)
    if (posted === null) throw new DomainError('ledger.entry-not-found')
    const wish = { entryId: this.nextId(), month: monthOf(on), on, reason: '写错了' }
    await this.both((state) => {
      const { next, facts } = reverseEntry(this.keeper, state, posted, wish, NOW)
      return { next: next.state, entries: [next.entry], facts }
    })
    const { source, lines } = posted.entry
    const paid = lines.find(({ side }) => side === 'credit')
    if (source.type === 'expense' && paid !== undefined) {
      this.oracle.promised.set(source.expenseId, { account: paid.account, amountFen: paid.amountFen })
    }
  }

  /** The rules alone and the stored book: both do it alike, or both refuse it for the same reason. */
  private async both(act: Act): Promise<void> {
    const alone = outcomeOf(() => act(this.state))
    const stored = await writeInBook(this.fresh.database, this.bookId, act).then(() => 'done', codeOf)
    expect(stored).toBe(alone.code)
    if (alone.outcome === null) throw new DomainError(alone.code as 'ledger.not-balanced')
    this.state = alone.outcome.next
    for (const entry of alone.outcome.entries ?? []) this.oracle.take(entry)
  }

  private expenseOf(number: number): string {
    return [...this.oracle.promised.keys()][number] ?? `${this.bookId}-expense-${number}`
  }

  private monthOf(wanted: string): string {
    const closed = [...this.oracle.closedAt.keys()].sort().at(-1)
    if (wanted !== FIRST_OPEN) return wanted
    return closed === undefined ? this.state.book.firstMonth : monthAfter(closed, 1)
  }

  private nextId(): string {
    return `${this.bookId}-${this.oracle.entries.length}`
  }
}

const NO_FLOW_ROW = { bookId: '', month: '', inFen: 0, outFen: 0, correctedFen: 0, openingFen: 0 }

function outcomeOf(act: () => Outcome): { readonly code: string; readonly outcome: Outcome | null } {
  try {
    return { code: 'done', outcome: act() }
  } catch (error) {
    return { code: codeOf(error), outcome: null }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code
  throw error
}
