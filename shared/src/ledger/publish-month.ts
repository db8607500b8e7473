import { chinaDateOf, DomainError, type Decision, type EpochMs } from '../kernel'
import type { WorkCalendar } from '../calendar'
import type { Viewer } from '../identity'
import { bookMonthOf, withMonth, type BookState } from './book-state'
import type { LedgerFact } from './facts'
import type { Month } from './month'
import { noticeOf } from './notice'
import type { LedgerTerms } from './policy'
import { requireKeeper } from './rights'

/**
 * A closed month goes onto the wall and the phones; from here its notice runs. Its figures were settled when it was
 * closed: what is corrected later stands in a later month, with a link.
 * @param state with this month in hand, where the book has it: closed ones are there for the asking only
 * @throws ledger.book-not-found, ledger.only-accountant, ledger.published-already, ledger.not-closed,
 *   calendar.year-unknown
 */
export function publishMonth(
  viewer: Viewer,
  state: BookState,
  month: Month,
  terms: LedgerTerms,
  calendar: WorkCalendar,
  now: EpochMs,
): Decision<BookState, LedgerFact> {
  const personId = requireKeeper(viewer, state.book)
  const isClosed = month >= state.book.firstMonth && month < state.openFrom
  if (!isClosed) throw new DomainError('ledger.not-closed', { month })
  const current = bookMonthOf(state, month)
  if (current.status === 'published') throw new DomainError('ledger.published-already', { month })
  const { lastOn, endsAt } = noticeOf(chinaDateOf(now), terms.noticeDays, calendar)
  return {
    next: withMonth(state, { ...current, status: 'published', publication: { publishedAt: now, publishedBy: personId, lastOn, endsAt } }),
    facts: [{ type: 'ledger.month-published', subjectId: state.book.id, month, lastOn }],
  }
}
