import fc from 'fast-check'
import { DomainError, type Decision } from '../kernel'
import { balanceSheet } from './balance-sheet'
import { newBookState, type BookState } from './book-state'
import { assertMonth, closeMonth, withdrawAssertion } from './close-month'
import { distributionStatement } from './distribution-statement'
import type { Line, PostedEntry } from './entry'
import { flowOf, moneyLeft, netFlowFen, sumFlows } from './money-flow'
import { lastOf, monthAfter, monthOf } from './month'
import { DEFAULT_LEDGER_TERMS } from './policy'
import { postEntry, type EntryDraft } from './post-entry'
import { releaseMoney, reserveMoney } from './reserve-money'
import { reverseEntry } from './reverse-entry'
import { sentenceOf } from './sentence'
import { BookOracle, type Promised } from './testing/book-oracle'
import { FIRST_OPEN, ops, type Op } from './testing/book-ops'
import { ACCOUNTANT, BOOK, credit, debit, draftOf, move, noon } from './testing/samples'
import { trialBalance } from './trial-balance'
import { turnoversOf } from './turnover'
import { usesOf } from './uses'

/** Everything up to the middle of October can have happened; September is over. */
const NOW = noon('2026-10-15')
/** Random books hide much under "其他"; that rule has a test of its own. */
const TERMS = { ...DEFAULT_LEDGER_TERMS, otherLimitPercent: 100 }

/** What was accepted and refused in all runs, so that a test that never gets anywhere fails. */
const accepted = new Map<string, number>()
const refused = new Map<string, number>()
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)

describe('any sequence of acts on a book', () => {
  it('keeps it balanced, gapless, above zero and closed where it was closed', () => {
    fc.assert(fc.property(ops, (acts) => {
      const run = new Run()
      for (const act of acts) run.try(act)
      run.oracle.check(run.state)
    }), { numRuns: 300 })
  })

  it('reads the same from every side', () => {
    fc.assert(fc.property(ops, (acts) => {
      const run = new Run()
      for (const act of acts) run.try(act)
      checkReading(run)
    }), { numRuns: 150 })
  })

  afterAll(() => {
    const types = ['open', 'income', 'transfer', 'manual', 'reserve', 'release', 'pay', 'reverse', 'assert', 'withdraw', 'close']
    for (const type of types) expect([type, (accepted.get(type) ?? 0) >= 50]).toEqual([type, true])
    const codes = [
      'not-enough-money', 'overdrawn-then', 'month-closed', 'month-asserted', 'needs-signatures', 'reserve-differs', 'not-reserved',
      'reversed-already', 'reversal-of-reversal', 'not-balanced', 'assertion-differs', 'earlier-month-open', 'month-before-book',
      'expense-posted',
    ]
    for (const code of codes) expect([code, (refused.get(`ledger.${code}`) ?? 0) > 0]).toEqual([code, true])
  })
})

class Run {
  state: BookState = newBookState(BOOK)
  readonly oracle = new BookOracle()
  readonly posted: PostedEntry[] = []

  try(act: Op): void {
    try {
      this.act(act)
      count(accepted, act.type)
      this.oracle.checkPromises()
      this.oracle.checkMonths(this.state)
      // The next decision has no closed month in hand, as on a server.
      this.state = { ...this.state, months: this.state.months.filter(({ month }) => month >= this.state.openFrom) }
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.startsWith('ledger.')) throw error
      count(refused, error.code)
    }
  }

  private act(act: Op): void {
    switch (act.type) {
      case 'open':
        return this.post(act.on, [debit('102', act.bankFen), debit('101', act.cashFen), credit('301', act.bankFen + act.cashFen)], { type: 'opening' })
      case 'income':
        return this.post(act.on, move(act.from, act.to, act.amountFen), { type: 'income', contractId: null })
      case 'transfer':
        return this.post(act.on, move(act.from, act.to, act.amountFen), { type: 'manual' })
      case 'manual':
        return this.post(act.on, act.lines, { type: 'manual' })
      case 'pay': {
        const expenseId = this.expenseOf(act.expense)
        const reserve = this.oracle.promised.get(expenseId) ?? { account: '102', amountFen: 5 }
        this.post(act.on, move(reserve.account, act.to, reserve.amountFen + act.offByFen), { type: 'expense', expenseId, approval: 'ab'.repeat(32) })
        return void this.oracle.promised.delete(expenseId)
      }
      case 'reserve':
        return this.reserve(act.expense, act.account, act.amountFen)
      case 'release': {
        const expenseId = this.expenseOf(act.expense)
        this.keep(releaseMoney(this.state, expenseId))
        return void this.oracle.promised.delete(expenseId)
      }
      case 'reverse':
        return this.reverse(act.which, act.on)
      case 'assert':
        return this.assert(this.monthOf(act.month), act.offByFen)
      case 'withdraw':
        return this.keep(withdrawAssertion(ACCOUNTANT, this.state, this.monthOf(act.month)))
      case 'close': {
        const month = this.monthOf(act.month)
        if (act.assertsFirst) this.assert(month, 0)
        const uses = usesOf(BOOK, this.oracle.entries.filter((entry) => entry.month === month))
        this.keep(closeMonth(ACCOUNTANT, this.state, { month, waitingCount: 0, uses }, TERMS, NOW))
        return void this.oracle.closedAt.set(month, this.oracle.entries.length)
      }
    }
  }

  private assert(month: string, offByFen: number): void {
    const statementFen = this.oracle.balanceAfter('102', [], lastOf(month)) + offByFen
    const hasBank = this.state.money.some(({ account }) => account === '102')
    this.keep(assertMonth(ACCOUNTANT, this.state, month, hasBank || offByFen !== 0 ? [{ account: '102', statementFen }] : [], NOW))
    expect(offByFen).toBe(0)
  }

  private monthOf(wanted: string): string {
    const closed = [...this.oracle.closedAt.keys()].sort().at(-1)
    if (wanted !== FIRST_OPEN) return wanted
    return closed === undefined ? BOOK.firstMonth : monthAfter(closed, 1)
  }

  /** Mostly one that has its money set aside; sometimes any. */
  private expenseOf(number: number): string {
    return [...this.oracle.promised.keys()][number] ?? `expense-${number}`
  }

  private post(on: string, lines: readonly Line[], source: EntryDraft['source']): void {
    const draft = draftOf(on, lines, { entryId: `e${this.oracle.entries.length}`, month: monthOf(on), source })
    const ownPromise = source.type === 'expense' ? this.oracle.promised.get(source.expenseId) : undefined
    try {
      const { next } = postEntry(ACCOUNTANT, this.state, draft, NOW)
      this.state = next.state
      this.oracle.take(next.entry)
      this.posted.push({ entry: next.entry, reversedBy: null })
    } catch (error) {
      this.checkRefusal(error, lines, on, ownPromise)
      throw error
    }
  }

  private reverse(which: number, on: string): void {
    const posted = this.posted[which % Math.max(1, this.posted.length)]
    if (posted === undefined) throw new DomainError('ledger.entry-not-found')
    const { entry } = posted
    const wish = { entryId: `e${this.oracle.entries.length}`, month: monthOf(on), on, reason: '写错了' }
    const before = this.oracle.balances()
    const { next } = reverseEntry(ACCOUNTANT, this.state, posted, wish, NOW)
    this.state = next.state
    this.oracle.take(next.entry)
    this.posted[this.posted.indexOf(posted)] = next.original
    this.posted.push({ entry: next.entry, reversedBy: null })
    if (entry.source.type === 'expense') {
      const [{ account, amountFen } = { account: '', amountFen: 0 }] = entry.lines.filter((line) => line.side === 'credit')
      this.oracle.promised.set(entry.source.expenseId, { account, amountFen })
    }
    // The books are as if it had never been written.
    const after = this.oracle.balances()
    const own = this.oracle.balances([entry])
    for (const [account, balance] of after) expect(balance).toBe((before.get(account) ?? 0) - (own.get(account) ?? 0))
    expect([...this.oracle.balances([entry, next.entry]).values()].every((balance) => balance === 0)).toBe(true)
  }

  private reserve(number: number, account: string, amountFen: number): void {
    const expenseId = `expense-${number}`
    try {
      const isPosted = this.oracle.livePostingsOf(expenseId) > 0
      this.keep(reserveMoney(this.state, { expenseId, account, amountFen, isPosted }, NOW))
      this.oracle.promised.set(expenseId, { account, amountFen })
    } catch (error) {
      if (error instanceof DomainError && error.code === 'ledger.not-enough-money') {
        expect(this.oracle.balanceAfter(account) - this.oracle.promisedFen(account)).toBeLessThan(amountFen)
      }
      throw error
    }
  }

  /** Nobody is told that there is no money where there is. */
  private checkRefusal(error: unknown, lines: readonly Line[], on: string, own: Promised | undefined): void {
    const codes = ['ledger.not-enough-money', 'ledger.overdrawn-then']
    if (!(error instanceof DomainError) || !codes.includes(error.code)) return
    const changes = this.oracle.balances([{ lines }])
    const overdraws = ['101', '102'].some((account) => {
      const back = own?.account === account ? own.amountFen : 0
      const changeFen = changes.get(account) ?? 0
      return changeFen < 0 && this.oracle.wouldOverdraw(account, changeFen, on, back)
    })
    expect(overdraws).toBe(true)
  }

  private keep({ next }: Decision<BookState, unknown>): void {
    this.state = next
  }
}

function checkReading({ state, oracle }: Run): void {
  const { entries } = oracle
  const left = moneyLeft(state)
  expect(left.totalFen).toBe(oracle.balanceAfter('101') + oracle.balanceAfter('102'))
  expect(left.totalFen).toBe(left.reservedFen + left.freeFen)
  expect(netFlowFen(sumFlows(entries.map(flowOf)))).toBe(left.totalFen)

  const moving = entries.filter((entry) => netFlowFen(flowOf(entry)) !== 0 && flowOf(entry).openingFen === 0)
  const uses = usesOf(BOOK, moving)
  const total = (side: 'in' | 'out'): number => uses[side].reduce((sum, { amountFen }) => sum + amountFen, 0)
  const openings = entries.filter((entry) => flowOf(entry).openingFen !== 0).map(flowOf)
  expect(total('in') - total('out')).toBe(left.totalFen - netFlowFen(sumFlows(openings)))

  const turnovers = turnoversOf(entries)
  for (const month of ['2026-08', '2026-09', '2026-10']) {
    const { opening, period, closing } = trialBalance(BOOK, turnovers, month).total
    for (const sides of [opening, period, closing]) expect(sides.debitFen).toBe(sides.creditFen)
    const sheet = new Map(balanceSheet(turnovers, month).rows.map(({ key, amountsFen }) => [key, amountsFen]))
    expect(sheet.get('assets')).toEqual(sheet.get('liabilitiesAndEquity'))
    const distribution = distributionStatement(turnovers, month).rows.at(-1)
    expect(distribution?.amountsFen[0]).toBe(sheet.get('undistributed')?.[0])
  }
  for (const entry of entries) expect(sentenceOf(entry)).toMatch(/^\d+月\d+日，.+/)
}
