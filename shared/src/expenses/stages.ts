import type { EpochMs, Fen } from '../kernel'
import type { SeatedPost } from '../identity'
import { currentRevision, liveSignatures, type ExpenseRequest } from './expense'
import { oneShoulderOf } from './one-shoulder'
import { SLOTS, STAGES, type Slot } from './slots'

type Posts = readonly SeatedPost[]

/**
 * The slots that must be signed, as things stand at the instant. That secretary and director became one person on the
 * way counts from then on: the review, not needed before, stands before the approval.
 */
export function neededSlots(
  request: ExpenseRequest,
  posts: Posts,
  at: EpochMs,
  weighedFen: Fen = weighedFenOf(request),
): readonly Slot[] {
  const { reviewFromFen, reviewFromOneShoulderFen } = request.terms
  const isOneShoulder = oneShoulderOf(request.villageId, posts, at) !== null
  const isReviewed = weighedFen >= (isOneShoulder ? reviewFromOneShoulderFen : reviewFromFen)
  return isReviewed ? SLOTS : SLOTS.filter((slot) => slot !== 'reviewer')
}

/** The missing slots of the first stage that is not complete; none once all have signed, or before submission. */
export function openSlots(request: ExpenseRequest, posts: Posts, at: EpochMs): readonly Slot[] {
  if (request.status !== 'signing') return []
  const signed = liveSignatures(request).map(({ slot }) => slot)
  const missing = neededSlots(request, posts, at).filter((slot) => !signed.includes(slot))
  const stage = STAGES.find((slots) => slots.some((slot) => missing.includes(slot))) ?? []
  return stage.filter((slot) => missing.includes(slot))
}

/** What counts against the thresholds: before submission at least its own amount. */
export function weighedFenOf(request: ExpenseRequest): Fen {
  const { weighedFen, content } = currentRevision(request)
  return weighedFen ?? content.amountFen
}
