import { DomainError, type CalendarDate, type Decision, type EpochMs } from '../kernel'
import type { Viewer } from '../identity'
import type { BookState } from './book-state'
import { checkDate, purposeOf } from './check-draft'
import { mirrored, type Entry, type PostedEntry } from './entry'
import type { LedgerFact } from './facts'
import { moneyChanges, moveMoney } from './money-rules'
import type { Month } from './month'
import { enter, type Posting } from './post-entry'
import { requireKeeper } from './rights'

export interface ReversalWish {
  readonly entryId: string
  readonly month: Month
  readonly on: CalendarDate
  /** Why, in plain words; all will read it. */
  readonly reason: string
}

export interface Reversal extends Posting {
  /** The entry that was taken back, now linked; itself as it was. */
  readonly original: PostedEntry
}

/**
 * 红字冲销: a mirrored entry in an open month. An expense that is taken back was paid all the same: its money stays
 * reserved, until it is posted anew or released because it came back.
 *
 * An income that has been spent in the meantime cannot be taken back before the right one stands in the book.
 * @throws ledger.book-not-found, ledger.only-accountant, ledger.entry-not-found, ledger.reversal-of-reversal,
 *   ledger.reversed-already, ledger.reversal-before-entry, ledger.purpose-missing, ledger.text-too-long,
 *   ledger.text-unreadable, everything of `checkDate` and `moveMoney`
 */
export function reverseEntry(
  viewer: Viewer,
  state: BookState,
  posted: PostedEntry,
  wish: ReversalWish,
  now: EpochMs,
): Decision<Reversal, LedgerFact> {
  const personId = requireKeeper(viewer, state.book)
  const { entry } = posted
  if (entry.bookId !== state.book.id) throw new DomainError('ledger.entry-not-found')
  if (entry.source.type === 'reversal') throw new DomainError('ledger.reversal-of-reversal')
  if (posted.reversedBy !== null) throw new DomainError('ledger.reversed-already', { month: posted.reversedBy.month })
  const purpose = purposeOf(wish.reason)
  checkDate(state, wish.month, wish.on, now)
  if (wish.on < entry.on) throw new DomainError('ledger.reversal-before-entry', { on: entry.on })

  const lines = mirrored(entry.lines)
  const moved = reserveAgain(moveMoney(state, lines, wish.on), entry, now)
  const { next, facts } = enter(
    { ...moved, hasOpening: state.hasOpening && entry.source.type !== 'opening' },
    {
      id: wish.entryId,
      month: wish.month,
      on: wish.on,
      purpose,
      counterparty: entry.counterparty,
      source: { type: 'reversal', entryId: entry.id, month: entry.month, voucher: entry.voucher, of: entry.source.type },
      lines,
      vouchers: [],
      postedAt: now,
      postedBy: personId,
    },
  )
  return {
    next: { ...next, original: { entry, reversedBy: placeOf(next.entry) } },
    facts: [
      ...facts,
      {
        type: 'ledger.entry-reversed',
        subjectId: state.book.id,
        entryId: entry.id,
        byEntryId: wish.entryId,
        month: entry.month,
        inMonth: wish.month,
      },
    ],
  }
}

function placeOf({ id, month, voucher }: Entry): NonNullable<PostedEntry['reversedBy']> {
  return { entryId: id, month, voucher }
}

function reserveAgain(state: BookState, { source, lines }: Entry, at: EpochMs): BookState {
  if (source.type !== 'expense') return state
  // An expense is paid from one account; `postEntry` saw to it.
  const [[account, changeFen] = ['', 0]] = [...moneyChanges(lines)]
  const again = { expenseId: source.expenseId, account, amountFen: -changeFen, at }
  return { ...state, reserves: [...state.reserves, again] }
}
