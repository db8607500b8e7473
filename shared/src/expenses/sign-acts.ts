import { DomainError, type Decision, type EpochMs, type Fen } from '../kernel'
import { about, checkedReason, mustBeBeforeApproval, type ExpenseDecision } from './act-checks'
import { spendChallenge, type SigningChallenge } from './challenge'
import type { FileBytes } from './content'
import { currentRevision, signatureIn, withRevision, type ExpenseRequest, type Signature, type SignatureLevel } from './expense'
import type { ExpenseFact } from './facts'
import { mustBeAffordable } from './reserve'
import { stageOf, type Slot } from './slots'
import { neededSlots, openSlots } from './stages'
import { mustBeCurrent, type Shown } from './stale'
import { blockOf, holdsSlot, type SigningGround } from './standing'
import type { PassedDecision } from './thresholds'

export interface SignAct {
  readonly slot: Slot
  readonly personId: string
  readonly shown: Shown
  readonly nonce: string
  /** What the server has verified, not what the phone says. */
  readonly level: SignatureLevel
  readonly strokes: FileBytes
}

export interface SignGround extends SigningGround {
  /** As found under the nonce that was sent. */
  readonly challenge: SigningChallenge<Slot> | null
  /** See `mustBeAffordable`. */
  readonly availableFen: Fen
  /** The decision the content names, if it still stands. */
  readonly decision: PassedDecision | null
}

export interface SignDecision extends Decision<ExpenseRequest, ExpenseFact> {
  /** The used challenge, to be stored with it; `null`: nothing is to be stored. */
  readonly challenge: SigningChallenge<Slot> | null
}

/**
 * One signature. The last one approves, and reserves the money; where there is none it is refused, and nothing is
 * stored. The same person on the same slot and revision again: the same answer.
 * @throws what `mustBeAbleToSign` throws, expense.challenge-refused, expense.strokes-used, expense.decision-voided,
 *   expense.no-money
 */
export function signExpense(request: ExpenseRequest, act: SignAct, ground: SignGround, now: EpochMs): SignDecision {
  const { slot, personId, shown, nonce, level, strokes } = act
  mustBeCurrent(request, shown)
  if (signatureIn(request, slot)?.personId === personId && !isGivenUp(request)) {
    return { next: request, facts: [], challenge: null }
  }
  mustBeAbleToSign(request, act, ground, now)
  const revision = currentRevision(request)
  const challenge = spendChallenge(ground.challenge, { nonce, subjectId: request.id, slot, personId, ...shown }, now)
  mustBeFresh(request, act)
  const signature: Signature = { slot, personId, ...shown, at: now, level, strokes, nonce, voided: null }
  const signed = withRevision(request, { ...revision, signatures: [...revision.signatures, signature] })
  const opened = openSlots(signed, ground.posts, now)
  const fact = { ...about(request), type: 'expense.signed', personId, revision: revision.number, slot, level } as const
  if (opened.length > 0) {
    const isNewStage = opened.every((one) => stageOf(one) !== stageOf(slot))
    const next = isNewStage ? waitingAnew(signed, now) : signed
    return { next, facts: [{ ...fact, opened: isNewStage ? opened : [] }], challenge }
  }
  const { amountFen } = revision.content
  mustStillStand(request, ground.decision)
  mustBeAffordable(amountFen, ground.availableFen)
  return {
    next: { ...waitingAnew(signed, now), status: 'approved', approvedAt: now },
    facts: [
      { ...fact, opened: [] },
      { ...about(request), type: 'expense.approved', revision: revision.number, amountFen },
    ],
    challenge,
  }
}

/** It may have been taken back since submission. @throws expense.decision-voided */
function mustStillStand(request: ExpenseRequest, decision: PassedDecision | null): void {
  const { decisionId } = currentRevision(request).content
  const stands = decision !== null && decision.id === decisionId && decision.villageId === request.villageId
  if (decisionId !== null && !stands) throw new DomainError('expense.decision-voided')
}

/**
 * Whether he could sign now, but for the challenge: asked before one is issued, and by the phone for its button.
 * @throws expense.stale, expense.ended, expense.frozen, expense.not-signing, expense.slot-not-needed,
 *   expense.signed-already, expense.not-entitled with the reason, expense.not-your-turn
 */
export function mustBeAbleToSign(
  request: ExpenseRequest,
  { slot, personId, shown }: Pick<SignAct, 'slot' | 'personId' | 'shown'>,
  ground: SigningGround,
  now: EpochMs,
): void {
  mustBeCurrent(request, shown)
  mustBeBeforeApproval(request)
  if (request.status !== 'signing') throw new DomainError('expense.not-signing')
  if (!neededSlots(request, ground.posts, now).includes(slot)) throw new DomainError('expense.slot-not-needed', { slot })
  if (signatureIn(request, slot) !== null) throw new DomainError('expense.signed-already', { slot })
  const block = blockOf(request, slot, personId, ground, now)
  if (block !== null) throw new DomainError('expense.not-entitled', { slot, reason: block })
  const open = openSlots(request, ground.posts, now)
  if (!open.includes(slot)) throw new DomainError('expense.not-your-turn', { slot, waitsFor: open[0] ?? null })
}

/** The challenge to be signed. @param nonce made by the server for this alone @throws what `mustBeAbleToSign` throws */
export function issueChallenge(
  request: ExpenseRequest,
  act: Pick<SignAct, 'slot' | 'personId' | 'shown' | 'nonce'>,
  ground: SigningGround,
  now: EpochMs,
): SigningChallenge<Slot> {
  mustBeAbleToSign(request, act, ground, now)
  const { slot, personId, shown, nonce } = act
  const expiresAt = now + request.terms.challengeMs
  return { nonce, subjectId: request.id, slot, personId, ...shown, issuedAt: now, expiresAt, usedAt: null }
}

/**
 * Whoever could sign says no: the revision is over for all. Saying it twice is saying it once.
 * @throws what `mustBeAbleToSign` throws, expense.reason-missing, expense.text-too-long
 */
export function refuseExpense(
  request: ExpenseRequest,
  act: Pick<SignAct, 'slot' | 'personId' | 'shown'> & { readonly reason: string },
  ground: SigningGround,
  now: EpochMs,
): ExpenseDecision {
  const { slot, personId, shown } = act
  mustBeCurrent(request, shown)
  const revision = currentRevision(request)
  const { over } = revision
  if (request.status === 'refused' && over?.how === 'refused' && over.by === personId && over.slot === slot) {
    return { next: request, facts: [] }
  }
  mustBeAbleToSign(request, act, ground, now)
  const reason = checkedReason(act.reason)
  const next: ExpenseRequest = {
    ...withRevision(request, { ...revision, over: { how: 'refused', at: now, by: personId, slot, reason } }),
    status: 'refused', waitingSinceAt: null, remindedCount: 0,
  }
  return { next, facts: [{ ...about(request), type: 'expense.refused', personId, revision: revision.number, slot }] }
}

/**
 * A signer takes his own back before approval, while the slot is still his. Signatures of later stages had relied on it
 * and fall too; those beside it stand.
 * @throws expense.stale, expense.ended, expense.frozen, expense.nothing-to-take-back, expense.not-entitled
 */
export function takeBackSignature(
  request: ExpenseRequest,
  { slot, personId, shown }: Pick<SignAct, 'slot' | 'personId' | 'shown'>,
  { posts }: Pick<SigningGround, 'posts'>,
  now: EpochMs,
): ExpenseDecision {
  mustBeCurrent(request, shown)
  mustBeBeforeApproval(request)
  if (request.status !== 'signing' || signatureIn(request, slot)?.personId !== personId) {
    throw new DomainError('expense.nothing-to-take-back')
  }
  if (!holdsSlot(request, slot, personId, posts, now)) throw new DomainError('expense.not-entitled', { slot, reason: 'no-post' })
  const revision = currentRevision(request)
  const falls = (signature: Signature): boolean => signature.voided === null && stageOf(signature.slot) > stageOf(slot)
  const voided = revision.signatures.filter(falls).map((signature) => signature.slot)
  const signatures = revision.signatures.map((signature): Signature => {
    if (signature.voided === null && signature.slot === slot) return { ...signature, voided: { at: now, how: 'taken-back' } }
    return falls(signature) ? { ...signature, voided: { at: now, how: 'earlier-taken-back' } } : signature
  })
  const next = waitingAnew(withRevision(request, { ...revision, signatures }), now)
  return { next, facts: [{ ...about(request), type: 'expense.taken-back', personId, revision: revision.number, slot, voided }] }
}

function waitingAnew(request: ExpenseRequest, now: EpochMs): ExpenseRequest {
  return { ...request, waitingSinceAt: now, remindedCount: 0 }
}

function isGivenUp({ status }: ExpenseRequest): boolean {
  return status === 'withdrawn' || status === 'cancelled'
}

/** Drawn anew each time, under 一肩挑 too: not the strokes of any signature before, voided ones included. */
function mustBeFresh(request: ExpenseRequest, { strokes, nonce }: SignAct): void {
  const given = request.revisions.flatMap(({ signatures }) => signatures)
  if (given.some((one) => one.nonce === nonce)) throw new DomainError('expense.challenge-refused')
  if (given.some((one) => one.strokes.fileId === strokes.fileId || one.strokes.sha256 === strokes.sha256)) {
    throw new DomainError('expense.strokes-used')
  }
}
