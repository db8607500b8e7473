import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { canonicalEntry, requireReader, type Book } from '@huiying/shared/ledger'
import { canonicalJson } from '@huiying/shared/proof'
import type { LedgerConfig } from '../../platform/config/ledger-settings'
import type { Reads } from '../../platform/database/reads'
import { headOf } from './book-proof.board'
import { bookOf } from './book-reads'
import { entriesInRange } from './entry-range'
import { leavesInRange, logHeadOf } from './log-nodes'
import { keysOf, noteAt } from './proof.board'

/** The first line of an export: what `audit-book` checks all others against. */
export interface ExportHeader {
  readonly format: 'huiying-book'
  readonly version: 1
  readonly book: Pick<Book, 'id' | 'name' | 'legalBody' | 'chartVersion' | 'firstMonth'>
  /** How many entries follow. */
  readonly size: number
  /** The signed head over exactly these; `null`: nothing was signed yet. */
  readonly note: string | null
  readonly keys: { readonly signer: string; readonly witness: string | null }
}

const PAGE = 500

/**
 * A whole book in lines of canonical JSON: the header, an entry a line as its leaf has it, after each page of them the
 * leaf hashes that the log holds, `{"end":N}`. An entry never changes, so what comes in the meantime is simply not in
 * it. The hashes prove nothing, the head does; but by them a changed entry is known by its name.
 * @throws ledger.book-not-found
 */
export async function exportBook(
  reads: Reads, viewer: Viewer, bookId: string, ledger: LedgerConfig,
): Promise<AsyncIterable<string>> {
  const book = await bookOf(reads, bookId)
  if (book === null) throw new DomainError('ledger.book-not-found')
  requireReader(viewer, book)
  const head = await headOf(reads, bookId)
  const size = head?.size ?? (await logHeadOf(reads, bookId))?.size ?? 0
  const { id, name, legalBody, chartVersion, firstMonth } = book
  const header: ExportHeader = {
    format: 'huiying-book', version: 1, book: { id, name, legalBody, chartVersion, firstMonth }, size,
    note: head === null ? null : await noteAt(reads, bookId, size), keys: keysOf(ledger, bookId),
  }
  return linesOf(reads, header)
}

async function* linesOf(reads: Reads, header: ExportHeader): AsyncGenerator<string> {
  yield `${canonicalJson(header)}\n`
  for (let from = 0; from < header.size; from += PAGE) {
    const to = Math.min(from + PAGE, header.size)
    const entries = await entriesInRange(reads, header.book.id, from, to)
    yield entries.map((entry) => `${canonicalJson(canonicalEntry(entry))}\n`).join('')
    yield `${canonicalJson({ leaves: await leavesInRange(reads, header.book.id, from, to) })}\n`
  }
  yield `${canonicalJson({ end: header.size })}\n`
}
