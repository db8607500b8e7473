import { DomainError, textLength, type Decision, type EpochMs } from '../kernel'
import { spendChallenge, type FileBytes, type Shown, type SignatureLevel, type SigningChallenge, type SigningGround } from '../expenses'
import { about, mustBeOpen, mustBeSeen, type SealDecision } from './draft-seal'
import type { SealFact } from './facts'
import { SEAL_REASON_LIMIT } from './seal-content'
import {
  currentSealRevision, liveSealSignatures, openSealSlots, withSealRevision, type SealRequest, type SealSignature,
  type SealSlot,
} from './seal-request'
import { sealBlockOf } from './seal-standing'

export interface SealAct {
  readonly slot: SealSlot
  readonly personId: string
  readonly shown: Shown
}

export interface SealSignAct extends SealAct {
  readonly nonce: string
  readonly level: SignatureLevel
  readonly strokes: FileBytes
}

export interface SealSignGround extends SigningGround {
  /** As found under the nonce that was sent. */
  readonly challenge: SigningChallenge<SealSlot> | null
}

export interface SealSignDecision extends Decision<SealRequest, SealFact> {
  /** To be stored with it; `null`: nothing is to be stored. */
  readonly challenge: SigningChallenge<SealSlot> | null
}

/** As with an expense: ten minutes. */
export const SEAL_CHALLENGE_MS = 600_000

/**
 * One of the three; the last one gives leave to use the seal. The same again is the same answer.
 * @throws what `mustBeAbleToSignSeal` throws, expense.challenge-refused, expense.strokes-used
 */
export function signSeal(
  request: SealRequest,
  act: SealSignAct,
  ground: SealSignGround,
  now: EpochMs,
): SealSignDecision {
  const { slot, personId, shown, nonce, level, strokes } = act
  mustBeSeen(request, shown)
  const given = liveSealSignatures(request).find((signature) => signature.slot === slot)
  if (given?.personId === personId && request.status !== 'withdrawn') return { next: request, facts: [], challenge: null }
  mustBeAbleToSignSeal(request, act, ground, now)
  const challenge = spendChallenge(ground.challenge, { nonce, subjectId: request.id, slot, personId, ...shown }, now)
  mustBeFresh(request, act)
  const revision = currentSealRevision(request)
  const signature: SealSignature = { slot, personId, ...shown, at: now, level, strokes, nonce, takenBackAt: null }
  const signed = withSealRevision(request, { ...revision, signatures: [...revision.signatures, signature] })
  const isApproved = openSealSlots(signed).length === 0
  const next: SealRequest = isApproved ? { ...signed, status: 'approved', approvedAt: now, waitingSinceAt: null } : signed
  const fact = { ...about(request, personId), type: 'seal.signed', revision: revision.number, slot, isApproved } as const
  return { next, facts: [fact], challenge }
}

/**
 * @throws seal.stale, seal.frozen, seal.not-signing, seal.signed-already, seal.not-entitled with the reason
 */
export function mustBeAbleToSignSeal(
  request: SealRequest,
  { slot, personId, shown }: SealAct,
  ground: SigningGround,
  now: EpochMs,
): void {
  mustBeSeen(request, shown)
  mustBeOpen(request)
  if (request.status !== 'signing') throw new DomainError('seal.not-signing')
  if (!openSealSlots(request).includes(slot)) throw new DomainError('seal.signed-already', { slot })
  const block = sealBlockOf(request, slot, personId, ground, now)
  if (block !== null) throw new DomainError('seal.not-entitled', { slot, reason: block })
}

/** @param nonce made by the server for this alone @throws what `mustBeAbleToSignSeal` throws */
export function issueSealChallenge(
  request: SealRequest,
  { slot, personId, shown }: SealAct,
  nonce: string,
  ground: SigningGround,
  now: EpochMs,
): SigningChallenge<SealSlot> {
  mustBeAbleToSignSeal(request, { slot, personId, shown }, ground, now)
  const expiresAt = now + SEAL_CHALLENGE_MS
  return { nonce, subjectId: request.id, slot, personId, ...shown, issuedAt: now, expiresAt, usedAt: null }
}

/**
 * One of the three says no: the revision is over for all.
 * @throws what `mustBeAbleToSignSeal` throws, seal.reason-missing, seal.text-too-long
 */
export function refuseSeal(
  request: SealRequest,
  { slot, personId, shown, reason }: SealAct & { readonly reason: string },
  ground: SigningGround,
  now: EpochMs,
): SealDecision {
  mustBeSeen(request, shown)
  const revision = currentSealRevision(request)
  const { over } = revision
  if (request.status === 'refused' && over?.how === 'refused' && over.by === personId && over.slot === slot) {
    return { next: request, facts: [] }
  }
  mustBeAbleToSignSeal(request, { slot, personId, shown }, ground, now)
  const words = reason.trim()
  if (words === '') throw new DomainError('seal.reason-missing')
  if (textLength(words) > SEAL_REASON_LIMIT) throw new DomainError('seal.text-too-long', { limit: SEAL_REASON_LIMIT })
  const ended = withSealRevision(request, { ...revision, over: { how: 'refused', at: now, by: personId, slot, reason: words } })
  const next: SealRequest = { ...ended, status: 'refused', waitingSinceAt: null }
  return { next, facts: [{ ...about(next, personId), type: 'seal.refused', revision: revision.number, slot }] }
}

/**
 * One's own, before the third has signed, while one holds the post.
 * @throws seal.stale, seal.frozen, seal.nothing-to-take-back, seal.not-entitled
 */
export function takeBackSealSignature(
  request: SealRequest,
  { slot, personId, shown }: SealAct,
  ground: SigningGround,
  now: EpochMs,
): SealDecision {
  mustBeSeen(request, shown)
  mustBeOpen(request)
  const given = liveSealSignatures(request).find((signature) => signature.slot === slot)
  if (request.status !== 'signing' || given?.personId !== personId) throw new DomainError('seal.nothing-to-take-back')
  if (sealBlockOf(request, slot, personId, ground, now) === 'no-post') {
    throw new DomainError('seal.not-entitled', { slot, reason: 'no-post' })
  }
  const revision = currentSealRevision(request)
  const signatures = revision.signatures.map((one) => one === given ? { ...one, takenBackAt: now } : one)
  const next = withSealRevision(request, { ...revision, signatures })
  return { next, facts: [{ ...about(next, personId), type: 'seal.taken-back', revision: revision.number, slot }] }
}

function mustBeFresh(request: SealRequest, { nonce, strokes }: SealSignAct): void {
  const given = request.revisions.flatMap(({ signatures }) => signatures)
  if (given.some((one) => one.nonce === nonce)) throw new DomainError('expense.challenge-refused')
  if (given.some((one) => one.strokes.fileId === strokes.fileId || one.strokes.sha256 === strokes.sha256)) {
    throw new DomainError('expense.strokes-used')
  }
}
