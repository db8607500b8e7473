import { openCheckpoint, parseNoteKey, type Head } from '@huiying/shared/proof'
import type { HeadAnswer } from '@huiying/shared/ledger'
import { ed25519Verify, sha256 } from './phone-primitives'

/** A head that its signer really signed. */
export interface CheckedHead extends Head {
  /** The name of the book for good; another one is another book. */
  readonly origin: string
  readonly note: string
  readonly signer: string
  readonly witness: string | null
  /** When the witness outside the village looked, by its own word; `null`: it has not signed this one. */
  readonly witnessedAtSeconds: number | null
}

/**
 * - `no-head`: nothing was signed yet
 * - `unreadable`: no checkpoint, or no keys
 * - `not-signed`: the book's own signature does not hold, or one said to be the witness's
 */
export type HeadFault = 'no-head' | 'unreadable' | 'not-signed'

/** Believes nothing but what the keys in the answer signed; whether these are the known ones, `standingOf` says. */
export function checkHead({ note, keys }: Pick<HeadAnswer, 'note' | 'keys'>): CheckedHead | HeadFault {
  if (note === null) return 'no-head'
  const signer = parseNoteKey(sha256, keys.signer)
  const witness = keys.witness === null ? null : parseNoteKey(sha256, keys.witness)
  if (signer === null || signer.use !== 'log') return 'unreadable'
  if (keys.witness !== null && (witness === null || witness.use !== 'witness')) return 'unreadable'
  const opened = openCheckpoint(ed25519Verify, witness === null ? [signer] : [signer, witness], note)
  if (opened === null) return 'not-signed'
  const { origin, size, root } = opened.checkpoint
  return {
    origin, size, root, note, signer: keys.signer, witness: keys.witness,
    witnessedAtSeconds: opened.witnesses[0]?.signedAtSeconds ?? null,
  }
}
