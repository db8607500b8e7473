import { chinaDateOf, DomainError, isCalendarDate, textLength, type CalendarDate, type EpochMs } from '../kernel'
import { about, checkedReason, mustBeAccountant, type ExpenseDecision } from './act-checks'
import { isSha256 } from './check-content'
import { isCash, type FileBytes } from './content'
import { mustBeUnusedFile, vouchersOf, type VoucherInUse } from './duplicates'
import { currentRevision, type ExpenseRequest } from './expense'
import { PAYMENT_REFERENCE_LIMIT } from './limits'
import { holdersOfAny } from './one-shoulder'
import { livePosting } from './payment'
import { reservedFen } from './reserve'
import type { SigningGround } from './standing'

type Posts = SigningGround['posts']

export interface Cancellation {
  readonly reason: string
  /** Once paid: the paper that shows the money came back. */
  readonly returned: FileBytes | null
}

/**
 * After approval and as long as no posting stands, accountant, director or secretary gives it up, with a reason; what
 * was reserved is free again. Money that has left must have come back, as when a bank returns a transfer.
 * @throws expense.only-leads, expense.not-approved, expense.not-returned, expense.reason-missing, expense.text-too-long
 */
export function cancelExpense(
  request: ExpenseRequest,
  personId: string,
  { reason, returned }: Cancellation,
  posts: Posts,
  now: EpochMs,
): ExpenseDecision {
  const mayCancel = holdersOfAny(['accountant', 'director', 'secretary'], request.villageId, posts, now)
  if (!mayCancel.includes(personId)) throw new DomainError('expense.only-leads')
  if (request.status !== 'approved' && request.status !== 'paid') throw new DomainError('expense.not-approved')
  const hasProof = request.status === 'paid' ? returned !== null && showsReturn(request, returned) : returned === null
  if (!hasProof) throw new DomainError('expense.not-returned')
  const ended = { at: now, by: personId, reason: checkedReason(reason), returned }
  const next: ExpenseRequest = { ...request, status: 'cancelled', ended, waitingSinceAt: null, remindedCount: 0 }
  return { next, facts: [{ ...about(next), type: 'expense.cancelled', personId, releasedFen: reservedFen(request) }] }
}

/** A paper of its own: the slip that shows the money leaving doesn't show it coming back. */
function showsReturn(request: ExpenseRequest, { sha256 }: FileBytes): boolean {
  return isSha256(sha256) && !vouchersOf(request).some((paper) => paper.sha256 === sha256)
}

export interface PaymentProof {
  readonly paidOn: CalendarDate
  readonly proof: FileBytes
  readonly reference: string
}

/**
 * The accountant has paid, the way the content says, and shows it. The same proof again is the same answer.
 * @throws expense.only-accountant, expense.not-approved, expense.paid-already, expense.payment-invalid,
 *   expense.file-used
 */
export function markPaid(
  request: ExpenseRequest,
  personId: string,
  { paidOn, proof, reference }: PaymentProof,
  { posts, vouchersInUse }: { readonly posts: Posts; readonly vouchersInUse: readonly VoucherInUse[] },
  now: EpochMs,
): ExpenseDecision {
  mustBeAccountant(request.villageId, personId, posts, now)
  if (request.payment !== null) {
    if (request.payment.proof.sha256 === proof.sha256) return { next: request, facts: [] }
    throw new DomainError('expense.paid-already')
  }
  if (request.status !== 'approved' || request.approvedAt === null) throw new DomainError('expense.not-approved')
  const { content } = currentRevision(request)
  const isSound = isCalendarDate(paidOn) && chinaDateOf(request.approvedAt) <= paidOn && paidOn <= chinaDateOf(now)
    && isSha256(proof.sha256) && textLength(reference) <= PAYMENT_REFERENCE_LIMIT
    && (isCash(content) || reference.trim() !== '')
  if (!isSound) throw new DomainError('expense.payment-invalid')
  mustBeUnusedFile(proof, request.villageId, vouchersInUse)
  const payment = { paidOn, proof, reference: reference.trim(), by: personId, at: now }
  const next: ExpenseRequest = { ...request, status: 'paid', payment, waitingSinceAt: now, remindedCount: 0 }
  return { next, facts: [{ ...about(next), type: 'expense.paid', personId, amountFen: content.amountFen }] }
}

/**
 * The ledger has posted it: decided and stored in the transaction of the entry. One live posting, never two.
 * @throws expense.not-paid, expense.posted-already
 */
export function markPosted(request: ExpenseRequest, entryId: string, now: EpochMs): ExpenseDecision {
  const live = livePosting(request)
  if (live !== null) {
    if (live.entryId === entryId) return { next: request, facts: [] }
    throw new DomainError('expense.posted-already')
  }
  if (request.status !== 'paid') throw new DomainError('expense.not-paid')
  // An entry that was reversed stays so; it can't come to stand again under its old number.
  if (request.postings.some((posting) => posting.entryId === entryId)) throw new DomainError('expense.posted-already')
  const postings = [...request.postings, { entryId, at: now, reversed: null }]
  const next: ExpenseRequest = { ...request, status: 'posted', postings, waitingSinceAt: null, remindedCount: 0 }
  return { next, facts: [{ ...about(next), type: 'expense.posted', entryId }] }
}

/**
 * The ledger has reversed its entry 红字冲销: it is paid, and waits for the right posting.
 * @throws expense.not-posted
 */
export function markPostingReversed(
  request: ExpenseRequest,
  entryId: string,
  reversalId: string,
  now: EpochMs,
): ExpenseDecision {
  const posting = request.postings.find((one) => one.entryId === entryId)
  if (posting?.reversed?.entryId === reversalId) return { next: request, facts: [] }
  if (posting === undefined || posting.reversed !== null) throw new DomainError('expense.not-posted')
  const reversed = { entryId: reversalId, at: now }
  const postings = request.postings.map((one) => one === posting ? { ...one, reversed } : one)
  const next: ExpenseRequest = { ...request, status: 'paid', postings, waitingSinceAt: now, remindedCount: 0 }
  return { next, facts: [{ ...about(next), type: 'expense.posting-reversed', entryId, reversalId }] }
}

/** The month of its entry was published. @throws expense.not-posted */
export function markPublished(request: ExpenseRequest): ExpenseDecision {
  if (request.status === 'published') return { next: request, facts: [] }
  if (request.status !== 'posted') throw new DomainError('expense.not-posted')
  const next: ExpenseRequest = { ...request, status: 'published' }
  return { next, facts: [{ ...about(next), type: 'expense.published' }] }
}
