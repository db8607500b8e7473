import { openCheckpoint, hexOf, parseSignedNote } from '@huiying/shared/proof'
import { bookOf } from '../features/ledger/public'
import { headSigner } from '../features/ledger/head-signer'
import { logHeadOf } from '../features/ledger/log-nodes'
import type { LedgerConfig } from '../platform/config/ledger-settings'
import { verifyEd25519 } from '../platform/crypto/ed25519'
import type { Reads } from '../platform/database/reads'
import { checkLog } from './check-log'
import { keptSums, sumsInHand } from './check-sums'
import type { Finding } from './finding'
import { changedApprovals } from './kept-approvals'
import { changedContents } from './signed-contents.board'
import { unsignedExpenses } from './signed-expenses.board'

export interface BookCheck {
  /** How many entries were looked at. */
  readonly size: number
  readonly findings: readonly Finding[]
}

/** Everything of a book that can be known from its rows. Reads only; `null`: there is no such book. */
export async function checkBook(reads: Reads, bookId: string, ledger: LedgerConfig): Promise<BookCheck | null> {
  const book = await bookOf(reads, bookId)
  if (book === null) return null
  const { size, kept } = await sumsAtOneSize(reads, bookId)
  const sums = sumsInHand(book)
  const ofLog = await checkLog(reads, bookId, size, sums.add)
  return {
    size,
    findings: [
      ...ofLog,
      // Sums of entries that were changed say the same once more, in figures nobody can follow.
      ...(ofLog.some(({ kind }) => kind.startsWith('entry-')) ? [] : sums.compare(kept)),
      ...(await checkNewestHead(reads, bookId, ledger)),
      ...(await unsignedExpenses(reads, bookId)),
      ...(await changedContents(reads, bookId)),
      ...(await changedApprovals(reads, bookId)),
    ],
  }
}

/** Read again while somebody posts, sets money aside or shuts a month in between. */
async function sumsAtOneSize(reads: Reads, bookId: string) {
  for (;;) {
    const before = await standingOf(reads, bookId)
    const kept = await keptSums(reads, bookId)
    const after = await standingOf(reads, bookId)
    if (before.mark === after.mark) return { size: after.size, kept }
  }
}

/** What money is promised, what of it lies in closed months, and which these are, changes without an entry. */
async function standingOf(reads: Reads, bookId: string): Promise<{ readonly size: number; readonly mark: string }> {
  const head = await logHeadOf(reads, bookId)
  const money = await reads.query(
    'SELECT account, balance_fen, closed_fen, reserved_fen FROM ledger_money WHERE book_id = ? ORDER BY account', [bookId],
  )
  // A month in which nothing moved is closed without a fen that changes its place.
  const shut = await reads.query('SELECT open_from FROM ledger_books WHERE id = ?', [bookId])
  return { size: head?.size ?? 0, mark: JSON.stringify([head?.root ?? null, money, shut]) }
}

/** That it is signed by our key, and by the witness where the row says so. Its root is compared on the way. */
async function checkNewestHead(reads: Reads, bookId: string, ledger: LedgerConfig): Promise<readonly Finding[]> {
  const [head] = await reads.query<{ size: number; root: string; note: string; witnessedAt: number | null }>(
    `SELECT size, root, note, witnessed_at AS witnessedAt FROM ledger_heads
     WHERE book_id = ? ORDER BY size DESC LIMIT 1`,
    [bookId],
  )
  if (head === undefined) return []
  const own = headSigner(ledger).keyOf(bookId)
  const keys = ledger.witness === null ? [own] : [own, ledger.witness.key]
  const opened = openCheckpoint(verifyEd25519, keys, head.note)
  const isOurs = opened?.checkpoint.size === Number(head.size) && hexOf(opened.checkpoint.root) === head.root
  const isWitnessed = head.witnessedAt === null || signaturesOn(head.note) > 1
  if (isOurs && isWitnessed) return []
  return [{
    kind: 'head-differs', about: 'signature', position: null, words: `最新的账本头（${Number(head.size)} 笔）签名不对。`,
  }]
}

function signaturesOn(note: string): number {
  return parseSignedNote(note)?.signatures.length ?? 0
}
