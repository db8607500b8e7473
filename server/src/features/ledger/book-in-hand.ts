import { mustRun, type BookState, type Entry, type LedgerFact, type Month } from '@huiying/shared/ledger'
import { compareText, type EpochMs } from '@huiying/shared/kernel'
import type { Work } from '../../platform/database/work'
import { bookFrom, moneyFrom, monthFrom } from './book-rows'
import { bookTable, moneyDayTable, moneyTable, monthTable, reserveTable, subAccountTable } from './book.table'
import { entryTable, lineTable } from './entry.table'
import { storedEntry, storedLines } from './entry-rows'
import { addToSums } from './kept-sums'
import { logFrom } from './log-in-hand'
import { logTable } from './log.table'
import { storeState } from './store-state'

export interface BookChange {
  /** Made of the state in hand by the rules. */
  readonly next: BookState
  /** In the order in which the rules numbered them. */
  readonly entries: readonly Entry[]
  readonly facts: readonly LedgerFact[]
  readonly by: string | null
}

/** A book of which this unit of work holds the lock. */
export interface BookInHand {
  /** All that rules need. Closed months are not in it, but for the one that was asked for. */
  readonly state: BookState
  readonly stoppedAt: EpochMs | null
  /**
   * Stores what a decision made, once: entries with their lines and sums, the log, months, money and promises. Reads
   * nothing.
   * @throws ledger.book-stopped
   */
  write(change: BookChange): void
}

/**
 * Locks the book's row and reads what rules need of it; `null`: there is none. Whoever holds an expense takes that
 * first: lock order is ticket's unit, expense desk, expense, book, log.
 * @param asked a month that may be closed and is wanted all the same
 */
export async function bookInHand(work: Work, bookId: string, asked: Month | null = null): Promise<BookInHand | null> {
  const where = { bookId }
  // Others wait for the lock, so all comes in the round trip that takes it.
  const found = await work.findTogether({
    books: { table: bookTable, where: { id: bookId }, lock: true },
    subAccounts: { table: subAccountTable, where },
    // After ten years all others are closed, and each of them read here would be waited for with every entry.
    open: { table: monthTable, where: { bookId, status: ['open', 'asserted'] } },
    asked: { table: monthTable, where: { bookId, month: asked ?? [] } },
    money: { table: moneyTable, where },
    days: { table: moneyDayTable, where },
    reserves: { table: reserveTable, where },
    logs: { table: logTable, where },
  })
  const [row] = found.books
  if (row === undefined) return null
  const log = logFrom(work, bookId, found.logs[0] ?? null)
  const days = inOrder(found.days, ({ on }) => on)
  const months = new Map([...found.open, ...found.asked].map((one) => [one.month, monthFrom(one)]))
  const { entryCount, hasOpening, openFrom, stoppedAt } = row
  const state: BookState = {
    book: bookFrom(row, inOrder(found.subAccounts, ({ code }) => code)),
    entryCount,
    hasOpening,
    openFrom,
    months: inOrder([...months.values()], ({ month }) => month),
    money: inOrder(found.money, ({ account }) => account).map((one) => moneyFrom(one, days)),
    reserves: inOrder(found.reserves, ({ at, expenseId }) => `${at} ${expenseId}`)
      .map(({ expenseId, account, amountFen, at }) => ({ expenseId, account, amountFen, at })),
  }
  let isWritten = false
  return {
    state,
    stoppedAt,
    write: ({ next, entries, facts, by }) => {
      mustRun({ stoppedAt })
      if (isWritten) throw new Error('a book in hand is written once: chain the decisions')
      isWritten = true
      checkNumbers(state, next, entries)
      // Lines before their entry, as the triggers ask; entries before their month, which may close with them.
      work.insert(lineTable, ...entries.flatMap(storedLines))
      work.insert(entryTable, ...entries.map(storedEntry))
      addToSums(work, next.book, entries)
      if (entries.length > 0) log.append(entries)
      storeState(work, state, next)
      work.record(by, facts)
    },
  }
}

/** A mistake of ours: the state to be stored is not the one that these entries lead to. */
function checkNumbers(before: BookState, next: BookState, entries: readonly Entry[]): void {
  const { book, entryCount } = before
  const fit = entries.every(({ bookId, position }, at) => bookId === book.id && position === entryCount + at)
  if (!fit || next.entryCount !== entryCount + entries.length || next.book.id !== book.id) {
    throw new Error('these entries do not lead from the state in hand to the next one')
  }
}

function inOrder<Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] {
  return [...rows].sort((one, other) => compareText(key(one), key(other)))
}
