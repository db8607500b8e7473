import type { Viewer } from '@huiying/shared/identity'
import { DomainError, startOfChinaDay } from '@huiying/shared/kernel'
import {
  canonicalEntry, requireReader,
  type ConsistencyAnswer, type HeadAnswer, type InclusionAnswer, type LeavesAnswer, type SubtreesAnswer,
  type YearRangeAnswer,
} from '@huiying/shared/ledger'
import { formatNoteKey, hexOf, type Digest } from '@huiying/shared/proof'
import type { LedgerConfig } from '../../platform/config/ledger-settings'
import type { Reads } from '../../platform/database/reads'
import { headOf } from './book-proof.board'
import { bookOf } from './book-reads'
import { entriesInRange, firstPostedFrom } from './entry-range'
import { headSigner } from './head-signer'
import { consistencyOf, inclusionOf, leavesInRange, logHeadOf, subtreesOf } from './log-nodes'

/** Leaves of one answer. */
const LEAVES_LIMIT = 200

/** The newest signed head, and by whose keys it is to be checked. @throws ledger.book-not-found */
export async function signedHeadOf(
  reads: Reads, viewer: Viewer, bookId: string, ledger: LedgerConfig,
): Promise<HeadAnswer> {
  await mustRead(reads, viewer, bookId)
  const head = await headOf(reads, bookId)
  return { head, note: head && (await noteAt(reads, bookId, head.size)), keys: keysOf(ledger, bookId) }
}

export function keysOf(ledger: LedgerConfig, bookId: string): HeadAnswer['keys'] {
  const { witness } = ledger
  return {
    signer: formatNoteKey(headSigner(ledger).keyOf(bookId)),
    witness: witness === null ? null : formatNoteKey(witness.key),
  }
}

export async function noteAt(reads: Reads, bookId: string, size: number): Promise<string | null> {
  const [row] = await reads.query<{ note: string }>(
    'SELECT note FROM ledger_heads WHERE book_id = ? AND size = ?', [bookId, size],
  )
  return row?.note ?? null
}

/** @throws ledger.book-not-found, request.invalid */
export async function inclusionFor(
  reads: Reads, viewer: Viewer, bookId: string,
  { position, size }: { readonly position: number; readonly size: number },
): Promise<InclusionAnswer> {
  await mustHold(reads, viewer, bookId, size)
  if (position >= size) throw new DomainError('request.invalid')
  return { position, size, hashes: hexes(await inclusionOf(reads, bookId, position, size)) }
}

/** @throws ledger.book-not-found, request.invalid */
export async function consistencyFor(
  reads: Reads, viewer: Viewer, bookId: string, { from, to }: Span,
): Promise<ConsistencyAnswer> {
  await mustHold(reads, viewer, bookId, to)
  if (from > to) throw new DomainError('request.invalid')
  return { from, to, hashes: hexes(await consistencyOf(reads, bookId, from, to)) }
}

/** Fewer where the book ends, or more than 200 were asked for: `to` says how far. @throws as above */
export async function leavesFor(
  reads: Reads, viewer: Viewer, bookId: string, { from, to: wanted }: Span,
): Promise<LeavesAnswer> {
  const size = await mustRead(reads, viewer, bookId)
  const to = Math.min(wanted, from + LEAVES_LIMIT, size)
  if (from > to) throw new DomainError('request.invalid')
  const entries = await entriesInRange(reads, bookId, from, to)
  return { from, to, entries: entries.map(canonicalEntry), leaves: await leavesInRange(reads, bookId, from, to) }
}

/** @throws as above */
export async function subtreesFor(
  reads: Reads, viewer: Viewer, bookId: string, { from, to, size }: Span & { readonly size: number },
): Promise<SubtreesAnswer> {
  await mustHold(reads, viewer, bookId, size)
  if (from > to || to > size) throw new DomainError('request.invalid')
  return {
    left: hexes(await subtreesOf(reads, bookId, { from: 0, to: from })),
    right: hexes(await subtreesOf(reads, bookId, { from: to, to: size })),
  }
}

/** What was posted in the year, in China. @throws ledger.book-not-found, request.invalid */
export async function yearRangeOf(
  reads: Reads, viewer: Viewer, bookId: string, year: number,
): Promise<YearRangeAnswer> {
  const size = await mustRead(reads, viewer, bookId)
  const from = await firstPostedFrom(reads, bookId, startOfChinaDay(`${year}-01-01`), size)
  return { from, to: await firstPostedFrom(reads, bookId, startOfChinaDay(`${year + 1}-01-01`), size) }
}

interface Span {
  readonly from: number
  readonly to: number
}

/** How many entries the log has. @throws ledger.book-not-found */
async function mustRead(reads: Reads, viewer: Viewer, bookId: string): Promise<number> {
  const book = await bookOf(reads, bookId)
  if (book === null) throw new DomainError('ledger.book-not-found')
  requireReader(viewer, book)
  return (await logHeadOf(reads, bookId))?.size ?? 0
}

async function mustHold(reads: Reads, viewer: Viewer, bookId: string, size: number): Promise<void> {
  if (size > (await mustRead(reads, viewer, bookId))) throw new DomainError('request.invalid')
}

function hexes(hashes: readonly Digest[]): readonly string[] {
  return hashes.map(hexOf)
}
