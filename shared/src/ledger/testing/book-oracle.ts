import type { Fen } from '../../kernel'
import type { BookState } from '../book-state'
import type { Entry } from '../entry'
import { monthAfter } from '../month'

export interface Promised {
  readonly account: string
  readonly amountFen: Fen
}

/**
 * A second opinion on a book, from nothing but its entries and the promises made: slow, plain, and ignorant of the
 * rules' own bookkeeping.
 */
export class BookOracle {
  readonly entries: Entry[] = []
  readonly promised = new Map<string, Promised>()
  /** Month → how many entries there were when it was closed. */
  readonly closedAt = new Map<string, number>()
  private readonly snapshots: string[] = []

  take(entry: Entry): void {
    this.entries.push(entry)
    this.snapshots.push(JSON.stringify(entry))
  }

  check(state: BookState): void {
    this.checkSums()
    this.checkNumbers()
    this.checkMoney(state)
    this.checkMonths(state)
    this.checkClosed()
    for (const { source } of this.entries) {
      if (source.type === 'expense') expect(this.livePostingsOf(source.expenseId)).toBeLessThanOrEqual(1)
    }
    expect(this.entries.map((entry) => JSON.stringify(entry))).toEqual(this.snapshots)
  }

  /** After each act: nothing is promised that is not there. */
  checkPromises(): void {
    for (const account of ['101', '102']) {
      expect(this.balanceAfter(account) - this.promisedFen(account)).toBeGreaterThanOrEqual(0)
    }
  }

  /** Months were shut in their order, and whoever numbers the next voucher knows the last. */
  checkMonths({ book, openFrom, months }: BookState): void {
    const shut = [...this.closedAt.keys()].sort()
    expect(shut).toEqual(shut.map((_, at) => monthAfter(book.firstMonth, at)))
    expect(openFrom).toBe(monthAfter(book.firstMonth, shut.length))
    for (const { month, status, voucherCount, closedSize } of months) {
      expect([month, status === 'closed']).toEqual([month, this.closedAt.has(month)])
      expect([month, closedSize]).toEqual([month, this.closedAt.get(month) ?? null])
      expect([month, voucherCount]).toEqual([month, this.entries.filter((entry) => entry.month === month).length])
    }
    const known = new Set([...shut, ...months.map(({ month }) => month)])
    expect(this.entries.filter(({ month }) => !known.has(month))).toEqual([])
  }

  /** Debit less credit, account by account, of any entries. */
  balances(entries: readonly Pick<Entry, 'lines'>[] = this.entries): ReadonlyMap<string, Fen> {
    const balances = new Map<string, Fen>()
    for (const { lines } of entries) {
      for (const { account, side, amountFen } of lines) {
        balances.set(account, (balances.get(account) ?? 0) + (side === 'debit' ? amountFen : -amountFen))
      }
    }
    return balances
  }

  balanceAfter(account: string, extra: readonly Entry[] = [], upToOn = '9999-12-31'): Fen {
    return this.balances([...this.entries, ...extra].filter(({ on }) => on <= upToOn)).get(account) ?? 0
  }

  promisedFen(account: string): Fen {
    const own = [...this.promised.values()].filter((one) => one.account === account)
    return own.reduce((sum, { amountFen }) => sum + amountFen, 0)
  }

  /** Entries for the expense, less those taken back. */
  livePostingsOf(expenseId: string): number {
    const written = this.entries.filter(({ source }) => source.type === 'expense' && source.expenseId === expenseId)
    const back = new Set(this.entries.map(({ source }) => (source.type === 'reversal' ? source.entryId : '')))
    return written.filter(({ id }) => !back.has(id)).length
  }

  /**
   * Would the account be overdrawn, in the order of posting with what is promised (less what this act itself was
   * promised), or at the end of some day?
   */
  wouldOverdraw(account: string, changeFen: Fen, on: string, ownFen: Fen): boolean {
    if (this.balanceAfter(account) - this.promisedFen(account) + ownFen + changeFen < 0) return true
    const days = [...new Set([on, ...this.entries.map((entry) => entry.on)])].filter((one) => one >= on)
    return days.some((one) => this.balanceAfter(account, [], one) + changeFen < 0)
  }

  private checkSums(): void {
    let runningFen = 0
    for (const { lines } of this.entries) {
      const sumFen = lines.reduce((sum, { side, amountFen }) => sum + (side === 'debit' ? amountFen : -amountFen), 0)
      expect(sumFen).toBe(0)
      expect(lines.length).toBeGreaterThanOrEqual(2)
      expect(lines.every(({ amountFen }) => Number.isSafeInteger(amountFen) && amountFen > 0)).toBe(true)
      runningFen += sumFen
      expect(runningFen).toBe(0)
    }
  }

  private checkNumbers(): void {
    const last = new Map<string, number>()
    for (const [at, { position, month, voucher, on }] of this.entries.entries()) {
      expect(position).toBe(at)
      expect(voucher).toBe((last.get(month) ?? 0) + 1)
      expect(on.startsWith(month)).toBe(true)
      last.set(month, voucher)
    }
  }

  private checkMoney(state: BookState): void {
    for (const account of ['101', '102']) {
      const balance = this.balanceAfter(account)
      for (let count = 1; count <= this.entries.length; count += 1) {
        expect(this.balances(this.entries.slice(0, count)).get(account) ?? 0).toBeGreaterThanOrEqual(0)
      }
      for (const { on } of this.entries) expect(this.balanceAfter(account, [], on)).toBeGreaterThanOrEqual(0)
      const kept = state.money.find((one) => one.account === account)
      const days = kept?.days.reduce((sum, { netFen }) => sum + netFen, 0) ?? 0
      expect((kept?.closedFen ?? 0) + days).toBe(balance)
    }
    expect(state.reserves.map(({ expenseId, account, amountFen }) => [expenseId, account, amountFen]).sort()).toEqual(
      [...this.promised].map(([expenseId, { account, amountFen }]) => [expenseId, account, amountFen]).sort(),
    )
  }

  private checkClosed(): void {
    for (const [month, count] of this.closedAt) {
      expect(this.entries.slice(count).filter((entry) => entry.month <= month)).toEqual([])
    }
  }
}
