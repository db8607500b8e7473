import type { Viewer } from '@huiying/shared/identity'
import {
  correctionWordsOf, moneyMovedFen, sentenceOf, type EntriesAnswer, type EntryRow, type Month, type PostedEntry,
} from '@huiying/shared/ledger'
import type { Scalar } from '../../platform/database/column'
import type { Reads } from '../../platform/database/reads'
import { postedEntries } from './posted-entries'
import { readableBook } from './readable-book.board'

const PAGE_SIZE = 20

export interface EntriesQuestion {
  readonly bookId: string
  readonly month: Month | null
  readonly account: string | null
  /** The position the page before ended with. */
  readonly before: number | null
}

/** A page of a book's entries, the newest first. @throws ledger.book-not-found */
export async function entriesOf(reads: Reads, viewer: Viewer, question: EntriesQuestion): Promise<EntriesAnswer> {
  await readableBook(reads, viewer, question.bookId)
  return entriesPage(reads, question)
}

/** The page itself, once it is known that the viewer may read the book. */
export async function entriesPage(reads: Reads, question: EntriesQuestion): Promise<EntriesAnswer> {
  const { sql, params } = chosenBy(question)
  const found = await postedEntries(reads, `${sql} LIMIT ${PAGE_SIZE + 1}`, params)
  const shown = found.slice(0, PAGE_SIZE)
  const last = shown[shown.length - 1]
  return {
    entries: shown.map(entryRowOf),
    more: found.length > PAGE_SIZE && last !== undefined ? `${last.entry.position}` : null,
  }
}

export function entryRowOf(posted: PostedEntry): EntryRow {
  const { id, position, month, voucher, on, source, lines } = posted.entry
  return {
    id, position, month, voucher, on,
    sentence: sentenceOf(posted.entry),
    sourceType: source.type,
    movedFen: moneyMovedFen(lines),
    correction: correctionWordsOf(posted),
  }
}

interface Chosen {
  readonly sql: string
  readonly params: readonly Scalar[]
}

/**
 * Each is a walk down one key, however long the book: (book, position), (book, month, voucher) or (book, account,
 * position).
 */
function chosenBy({ bookId, month, account, before }: EntriesQuestion): Chosen {
  if (account !== null) return onAccount(bookId, account, month, before)
  if (month === null) {
    const end = before === null ? '' : ' AND position < ?'
    return {
      sql: `SELECT book_id, position FROM ledger_entries WHERE book_id = ?${end} ORDER BY position DESC`,
      params: [bookId, ...(before === null ? [] : [before])],
    }
  }
  // Within a month vouchers are numbered in the order of positions, so that key serves.
  const end = before === null
    ? ''
    : ' AND voucher < (SELECT p.voucher FROM ledger_entries p WHERE p.book_id = ? AND p.position = ?)'
  return {
    sql: `SELECT book_id, position FROM ledger_entries WHERE book_id = ? AND month = ?${end} ORDER BY voucher DESC`,
    params: [bookId, month, ...(before === null ? [] : [bookId, before])],
  }
}

/** Of a month, only the stretch of positions between its first and its last voucher is walked. */
function onAccount(bookId: string, account: string, month: Month | null, before: number | null): Chosen {
  const ofMonth = 'SELECT m.position FROM ledger_entries m WHERE m.book_id = ? AND m.month = ? ORDER BY m.voucher'
  const within = month === null
    ? ''
    : ` AND l.position >= (${ofMonth} LIMIT 1) AND l.position <= (${ofMonth} DESC LIMIT 1)
       AND EXISTS (SELECT 1 FROM ledger_entries e WHERE e.book_id = l.book_id AND e.position = l.position AND e.month = ?)`
  return {
    sql: `SELECT DISTINCT l.book_id, l.position FROM ledger_lines l
      WHERE l.book_id = ? AND l.account = ?${before === null ? '' : ' AND l.position < ?'}${within}
      ORDER BY l.position DESC`,
    params: [
      bookId, account,
      ...(before === null ? [] : [before]),
      ...(month === null ? [] : [bookId, month, bookId, month, month]),
    ],
  }
}
