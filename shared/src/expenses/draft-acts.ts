import { chinaDateOf, DomainError, type EpochMs } from '../kernel'
import { about, mustBeAccountant, mustBeBeforeApproval, type ExpenseDecision } from './act-checks'
import { contentOf, isSameContent, type DigestOf } from './canonical-content'
import { checkComplete, checkDraft, cleanContent } from './check-content'
import type { ExpenseContent } from './content'
import { mustBeUnused, type VoucherInUse } from './duplicates'
import { currentRevision, liveSignatures, withRevision, type ExpenseRequest, type Revision } from './expense'
import type { ExpensePolicy } from './policy'
import { openSlots } from './stages'
import { mustBeCurrent, type Shown } from './stale'
import { holdsSlot, type SigningGround } from './standing'
import { checkThresholds, type OtherExpense, type PassedDecision } from './thresholds'
import { whoWillSign } from './who-will-sign'

type Posts = SigningGround['posts']

/**
 * The accountant begins a draft; it may be incomplete.
 * @throws expense.only-accountant, expense.content-invalid, expense.text-too-long, expense.voucher-twice
 */
export function draftExpense(
  place: Pick<ExpenseRequest, 'id' | 'villageId' | 'subDistrictId' | 'bookId'>,
  given: ExpenseContent,
  personId: string,
  posts: Posts,
  policy: Pick<ExpensePolicy, 'version' | 'terms'>,
  digestOf: DigestOf,
  now: EpochMs,
): ExpenseDecision {
  mustBeAccountant(place.villageId, personId, posts, now)
  const revision = newRevision(place, 1, checkedContent(given), personId, digestOf, now)
  const next: ExpenseRequest = {
    ...place, status: 'draft', revisions: [revision], policyVersion: policy.version, terms: policy.terms, createdAt: now,
    waitingSinceAt: null, remindedCount: 0, approvedAt: null, payment: null, postings: [], ended: null, version: 1,
  }
  return { next, facts: [{ type: 'expense.drafted', subjectId: place.id, villageId: place.villageId, personId }] }
}

/**
 * The accountant changes something: a new revision, and whatever was signed on the old one counts no more. It is a
 * draft again, because all that submission checks may have changed. Saving the same is nothing. A refused request is
 * answered by a change, if only of the statement's words.
 * @throws expense.only-accountant, expense.frozen, expense.ended, expense.stale, expense.content-invalid,
 *   expense.text-too-long, expense.voucher-twice
 */
export function saveExpense(
  request: ExpenseRequest,
  given: ExpenseContent,
  personId: string,
  shown: Shown,
  posts: Posts,
  digestOf: DigestOf,
  now: EpochMs,
): ExpenseDecision {
  mustBeAccountant(request.villageId, personId, posts, now)
  mustBeBeforeApproval(request)
  const content = checkedContent(given)
  const before = currentRevision(request)
  if (isSameContent(before.content, content)) return { next: request, facts: [] }
  mustBeCurrent(request, shown)
  const voided = liveSignatures(request).map((signature) => signature.personId)
  const old: Revision = { ...before, over: before.over ?? { how: 'changed', at: now, by: personId } }
  const revision = newRevision(request, before.number + 1, content, personId, digestOf, now)
  const next: ExpenseRequest = {
    ...request, status: 'draft', revisions: [...request.revisions.slice(0, -1), old, revision],
    waitingSinceAt: null, remindedCount: 0,
  }
  return { next, facts: [{ ...about(next), type: 'expense.changed', personId, revision: revision.number, voided }] }
}

/** What submission is measured against. The caller locks the village's expenses, else two halves of one sum race. */
export interface SubmitGround extends SigningGround {
  /** Other expenses of the village; at least the live ones, of the window or on the same decision. */
  readonly others: readonly OtherExpense[]
  /** Of the whole sub-district. */
  readonly vouchersInUse: readonly VoucherInUse[]
  /** The decision the content names. */
  readonly decision: PassedDecision | null
}

/**
 * Handler and witness are asked to sign. Submitting what is submitted already is nothing.
 * @throws expense.only-accountant, expense.stale, expense.frozen, expense.ended, expense.not-draft,
 *   expense.content-invalid, expense.items-sum, expense.handler-is-witness, expense.invoice-used, expense.file-used,
 *   expense.cash-too-much, expense.decision-missing, expense.decision-not-found, expense.over-budget,
 *   expense.nobody-can-sign
 */
export function submitExpense(
  request: ExpenseRequest,
  personId: string,
  shown: Shown,
  ground: SubmitGround,
  now: EpochMs,
): ExpenseDecision {
  mustBeAccountant(request.villageId, personId, ground.posts, now)
  mustBeCurrent(request, shown)
  if (request.status === 'signing') return { next: request, facts: [] }
  mustBeBeforeApproval(request)
  if (request.status !== 'draft') throw new DomainError('expense.not-draft')
  const revision = currentRevision(request)
  checkComplete(revision.content, chinaDateOf(now))
  mustBeUnused(request, revision.content, ground.vouchersInUse)
  const weighed = checkThresholds(request, revision.content, ground.decision, ground.others, now)
  const nobody = whoWillSign(request, ground, now, weighed.fen).find((prospect) => prospect.nobody !== null)
  if (nobody !== undefined) {
    const block = nobody.blocked[0]?.block ?? null
    throw new DomainError('expense.nobody-can-sign', { slot: nobody.slot, reason: nobody.nobody, block })
  }
  const next = withRevision(
    { ...request, status: 'signing', waitingSinceAt: now, remindedCount: 0 },
    { ...revision, submittedAt: now, weighedFen: weighed.fen },
  )
  const opened = openSlots(next, ground.posts, now)
  return { next, facts: [{ ...about(next), type: 'expense.submitted', personId, revision: revision.number, opened }] }
}

/**
 * The accountant or the handler gives it up before approval.
 * @throws expense.only-accountant, expense.frozen, expense.ended
 */
export function withdrawExpense(
  request: ExpenseRequest,
  personId: string,
  posts: Posts,
  now: EpochMs,
): ExpenseDecision {
  if (!holdsSlot(request, 'handler', personId, posts, now)) mustBeAccountant(request.villageId, personId, posts, now)
  mustBeBeforeApproval(request)
  const ended = { at: now, by: personId, reason: null, returned: null }
  const next: ExpenseRequest = { ...request, status: 'withdrawn', ended, waitingSinceAt: null, remindedCount: 0 }
  return { next, facts: [{ ...about(next), type: 'expense.withdrawn', personId }] }
}

function checkedContent(given: ExpenseContent): ExpenseContent {
  const content = cleanContent(given)
  checkDraft(content)
  return content
}

function newRevision(
  owner: Pick<ExpenseRequest, 'id' | 'villageId' | 'bookId'>,
  number: number,
  content: ExpenseContent,
  savedBy: string,
  digestOf: DigestOf,
  now: EpochMs,
): Revision {
  const digest = digestOf(contentOf(owner, number, content))
  const bare = { submittedAt: null, weighedFen: null, signatures: [], over: null }
  return { number, content, digest, savedAt: now, savedBy, ...bare }
}
