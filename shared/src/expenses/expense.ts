import type { EpochMs, Fen } from '../kernel'
import type { FileBytes, ExpenseContent } from './content'
import type { ExpenseTerms } from './policy'
import type { Payment, Posting } from './payment'
import type { Slot } from './slots'

/**
 * draft — being written, also again after a change; signing — submitted, waits for signatures; approved — frozen, its
 * money is reserved; paid, posted, published — as the words say; refused — a signer said no, a change makes it a draft
 * again; withdrawn — given up before approval; cancelled — given up after it, the money is released.
 */
export const EXPENSE_STATUSES = [
  'draft', 'signing', 'approved', 'paid', 'posted', 'published', 'refused', 'withdrawn', 'cancelled',
] as const
export type ExpenseStatus = (typeof EXPENSE_STATUSES)[number]

/** An expense 开支 on its way through the five signatures. Instants are server time. */
export interface ExpenseRequest {
  readonly id: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly bookId: string
  readonly status: ExpenseStatus
  /** All of them, oldest first; the last is the current one. Earlier ones stay as they were. */
  readonly revisions: readonly Revision[]
  readonly policyVersion: number
  readonly terms: ExpenseTerms
  readonly createdAt: EpochMs
  /** Since when it waits for whom it waits for now; `null`: for nobody. */
  readonly waitingSinceAt: EpochMs | null
  /** Reminders sent in this wait. */
  readonly remindedCount: number
  readonly approvedAt: EpochMs | null
  readonly payment: Payment | null
  /** At most one of them is live. */
  readonly postings: readonly Posting[]
  /** Withdrawn or cancelled. */
  readonly ended: Ending | null
  /** Optimistic lock; counts every stored change. */
  readonly version: number
}

export interface Ending {
  readonly at: EpochMs
  readonly by: string
  /** `null` where none is asked for. */
  readonly reason: string | null
  /** What had been paid already came back: the bank's paper; `null`: nothing had been paid. */
  readonly returned: FileBytes | null
}

/** One exact content and whatever was signed under it. */
export interface Revision {
  readonly number: number
  readonly content: ExpenseContent
  readonly digest: string
  readonly savedAt: EpochMs
  readonly savedBy: string
  readonly submittedAt: EpochMs | null
  /** What counted against the thresholds at submission, other expenses added up included. */
  readonly weighedFen: Fen | null
  readonly signatures: readonly Signature[]
  /** Why no signature under it counts any more; `null`: it is current. */
  readonly over: RevisionEnd | null
}

export type RevisionEnd =
  | { readonly how: 'changed'; readonly at: EpochMs; readonly by: string }
  | { readonly how: 'refused'; readonly at: EpochMs; readonly by: string; readonly slot: Slot; readonly reason: string }

/** `soter`: the phone's own key signed the challenge, verified by the server. `drawn`: only the hand did. */
export type SignatureLevel = 'soter' | 'drawn'

export interface Signature {
  readonly slot: Slot
  readonly personId: string
  readonly revision: number
  readonly digest: string
  readonly at: EpochMs
  readonly level: SignatureLevel
  /** The strokes as drawn, fresh for this act. */
  readonly strokes: FileBytes
  readonly nonce: string
  /** By its own signer, or because one of an earlier stage was taken back, on which it had relied. */
  readonly voided: { readonly at: EpochMs; readonly how: 'taken-back' | 'earlier-taken-back' } | null
}

/** @throws Error on a request without any revision: none is ever made */
export function currentRevision(request: Pick<ExpenseRequest, 'id' | 'revisions'>): Revision {
  const revision = request.revisions[request.revisions.length - 1]
  if (revision === undefined) throw new Error(`expense ${request.id} has no revision`)
  return revision
}

/** The signatures that count now: on the current revision, not taken back, the revision not refused. */
export function liveSignatures(request: Pick<ExpenseRequest, 'id' | 'revisions'>): readonly Signature[] {
  const revision = currentRevision(request)
  return revision.over === null ? revision.signatures.filter(({ voided }) => voided === null) : []
}

export function signatureIn(request: Pick<ExpenseRequest, 'id' | 'revisions'>, slot: Slot): Signature | null {
  return liveSignatures(request).find((signature) => signature.slot === slot) ?? null
}

/** The request with its current revision replaced. */
export function withRevision(request: ExpenseRequest, revision: Revision): ExpenseRequest {
  return { ...request, revisions: [...request.revisions.slice(0, -1), revision] }
}

/** Has it been submitted, and not been given up? Then its vouchers are taken, and it counts against thresholds. */
export function isLiveExpense({ status }: Pick<ExpenseRequest, 'status'>): boolean {
  return LIVE_STATUSES.includes(status)
}

export const LIVE_STATUSES: readonly ExpenseStatus[] = ['signing', 'approved', 'paid', 'posted', 'published']
