import { DomainError, type EpochMs } from '../kernel'
import type { CanonicalObject } from './canonical-content'

/**
 * What the second factor signs, once: this paper, this revision, this slot, this person. The seal uses it too.
 */
export interface SigningChallenge<AnySlot extends string = string> {
  /** Unguessable, made by the server, unique for ever. */
  readonly nonce: string
  readonly subjectId: string
  readonly slot: AnySlot
  readonly personId: string
  readonly revision: number
  readonly digest: string
  readonly issuedAt: EpochMs
  /** The first instant it is worth nothing. */
  readonly expiresAt: EpochMs
  readonly usedAt: EpochMs | null
}

export type ChallengeUse<AnySlot extends string> = Pick<
  SigningChallenge<AnySlot>, 'nonce' | 'subjectId' | 'slot' | 'personId' | 'revision' | 'digest'
>

/** Its digest is what the phone's key signs. */
export function challengeContent(challenge: ChallengeUse<string>): CanonicalObject {
  const { subjectId, revision, digest, slot, personId, nonce } = challenge
  return { type: 'huiying.challenge', format: 1, subjectId, revision, digest, slot, personId, nonce }
}

/**
 * The challenge once used, to be stored with the signature. @param challenge as found under the nonce that was sent
 * @throws expense.challenge-refused: unknown, another's, of another slot or revision, used or too old
 */
export function spendChallenge<AnySlot extends string>(
  challenge: SigningChallenge<AnySlot> | null,
  use: ChallengeUse<AnySlot>,
  now: EpochMs,
): SigningChallenge<AnySlot> {
  const isHis = challenge !== null
    && challenge.nonce === use.nonce && challenge.subjectId === use.subjectId && challenge.slot === use.slot
    && challenge.personId === use.personId && challenge.revision === use.revision && challenge.digest === use.digest
  const isFresh = isHis && challenge.usedAt === null && challenge.issuedAt <= now && now < challenge.expiresAt
  if (!isFresh) throw new DomainError('expense.challenge-refused')
  return { ...challenge, usedAt: now }
}
