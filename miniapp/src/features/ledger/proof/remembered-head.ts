import { extendsHead, hexOf, parseHex, type Digest, type Head } from '@huiying/shared/proof'
import type { CheckedHead } from './checked-head'
import { sha256 } from './phone-primitives'

/** What a phone keeps of a book. Plain data. */
export interface RememberedHead {
  readonly origin: string
  readonly size: number
  /** Hex. */
  readonly root: string
  readonly signer: string
  readonly witness: string | null
  readonly seenAt: number
}

/**
 * - `first`: this phone never saw the book
 * - `same`, `grown`: all that was known is still there
 * - `shrunk`, `forked`: it is not
 * - `other-keys`: somebody else signs than did, or for another book
 */
export type HeadStanding = 'first' | 'same' | 'grown' | 'shrunk' | 'forked' | 'other-keys'

/**
 * How a head stands to the one the phone remembers. `proof` leads from the remembered size to the new one. A witness
 * that came later than the book is no change; one that went or was replaced is.
 */
export function standingOf(known: RememberedHead | null, head: CheckedHead, proof: readonly Digest[]): HeadStanding {
  if (known === null) return 'first'
  const isSameWitness = known.witness === null || known.witness === head.witness
  if (known.origin !== head.origin || known.signer !== head.signer || !isSameWitness) return 'other-keys'
  const before = headOf(known)
  return before === null ? 'forked' : extendsHead(sha256, before, head, proof)
}

/** The next time is measured by this; never put over one that it does not continue. */
export function rememberedOf(head: CheckedHead, seenAt: number): RememberedHead {
  const { origin, size, root, signer, witness } = head
  return { origin, size, root: hexOf(root), signer, witness, seenAt }
}

export function mayReplace(standing: HeadStanding): boolean {
  return standing === 'first' || standing === 'same' || standing === 'grown'
}

export function headOf({ size, root }: Pick<RememberedHead, 'size' | 'root'>): Head | null {
  const bytes = parseHex(root)
  return bytes === null ? null : { size, root: bytes }
}
