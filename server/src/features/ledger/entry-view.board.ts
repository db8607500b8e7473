import type { Viewer } from '@huiying/shared/identity'
import { DomainError, maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import {
  accountOf, canonicalEntry, mayReadBook, sentenceOf, type EntryView, type PostedEntry,
} from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { bookOf, postedEntry } from './book-reads'
import { entryRowOf } from './entries.board'
import { readableBook, type ReadableBook } from './readable-book.board'

/** One entry with all that stands behind it. @throws ledger.entry-not-found, also for whoever may not read its book */
export async function entryViewOf(reads: Reads, viewer: Viewer, entryId: string, now: EpochMs): Promise<EntryView> {
  const { posted, book: { book, brief, village } } = await readableEntry(reads, viewer, entryId)
  const { entry, reversedBy } = posted
  const { source } = entry
  const tags = await personTags(reads, [entry.postedBy], now, village.id)
  return {
    now, village, book: brief,
    row: entryRowOf(posted),
    // A leaf holds none; should one have come in by another road, nobody reads it here.
    purpose: maskNumbersIn(entry.purpose),
    counterparty: entry.counterparty === null ? null : maskNumbersIn(entry.counterparty),
    postedAt: entry.postedAt,
    postedBy: tags.get(entry.postedBy) ?? null,
    lines: entry.lines.map((line) => {
      const { name, plainName } = accountOf(book, line.account)
      return { ...line, name, plainName }
    }),
    reverses: source.type === 'reversal' ? { entryId: source.entryId, month: source.month, voucher: source.voucher } : null,
    reversedBy,
    expenseId: source.type === 'expense' ? source.expenseId : null,
    contractId: source.type === 'income' ? source.contractId : null,
    canonical: canonicalEntry(entry),
  }
}

/** What other rooms may know of an entry that the viewer may read. */
export interface EntryInBrief {
  readonly id: string
  readonly bookId: string
  readonly villageId: string
  readonly sentence: string
}

/** `null` where there is none, and for whoever may not read its book. */
export async function entryInBrief(reads: Reads, viewer: Viewer, entryId: string): Promise<EntryInBrief | null> {
  const posted = await postedEntry(reads, entryId)
  if (posted === null) return null
  const book = await bookOf(reads, posted.entry.bookId)
  if (book === null || !mayReadBook(viewer, book)) return null
  return { id: entryId, bookId: book.id, villageId: book.villageId, sentence: sentenceOf(posted.entry) }
}

async function readableEntry(
  reads: Reads,
  viewer: Viewer,
  entryId: string,
): Promise<{ readonly posted: PostedEntry; readonly book: ReadableBook }> {
  const posted = await postedEntry(reads, entryId)
  if (posted === null) throw new DomainError('ledger.entry-not-found')
  const book = await readableBook(reads, viewer, posted.entry.bookId).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'ledger.book-not-found') throw new DomainError('ledger.entry-not-found')
    throw error
  })
  return { posted, book }
}
