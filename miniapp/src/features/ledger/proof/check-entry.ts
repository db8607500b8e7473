import { canonicalBytes, leafHash, verifyInclusion, type Digest, type Head } from '@huiying/shared/proof'
import type { CanonicalEntry, EntryView } from '@huiying/shared/ledger'
import { parseDigests } from './digests'
import { sha256 } from './phone-primitives'

/** The leaf that an entry is; `null` for something no entry can be, as a fraction of a fen. */
export function leafOf(entry: CanonicalEntry): Digest | null {
  try {
    return leafHash(sha256, canonicalBytes(entry))
  } catch {
    return null
  }
}

/**
 * - `true`: stands in the signed book as it is shown
 * - `other-words`: the page shows something else than the bytes that were handed over for checking
 * - `changed`: these bytes are not the ones that were signed at this place
 */
export type EntryVerdict = 'true' | 'other-words' | 'changed'

/** `hashes`: the server's proof for this entry's place among `head.size`. */
export function checkEntry(head: Head, view: EntryView, hashes: readonly string[]): EntryVerdict {
  if (!saysTheSame(view)) return 'other-words'
  const leaf = leafOf(view.canonical)
  const proof = parseDigests(hashes)
  if (leaf === null || proof === null) return 'changed'
  const claim = { leafHash: leaf, index: view.canonical.position, size: head.size, root: head.root }
  return verifyInclusion(sha256, claim, proof) ? 'true' : 'changed'
}

/** Whoever forges the page and leaves the leaf alone is found out here: what is read has to be what was signed. */
function saysTheSame({ canonical, row, purpose, counterparty, lines, postedAt, book }: EntryView): boolean {
  return canonical.id === row.id && canonical.bookId === book.id && canonical.position === row.position &&
    canonical.month === row.month && canonical.voucher === row.voucher && canonical.on === row.on &&
    canonical.purpose === purpose && canonical.counterparty === (counterparty ?? '') &&
    canonical.postedAt === postedAt && canonical.lines.length === lines.length &&
    canonical.lines.every(({ account, side, amountFen }, at) => {
      const shown = lines[at]
      return shown?.account === account && shown.side === side && shown.amountFen === amountFen
    })
}
