import type { EpochMs } from '../kernel'
import { isSameName, postHolds, type SeatedPost } from '../identity'
import { currentRevision, liveSignatures, type ExpenseRequest } from './expense'
import { holdersOf, holdersOfAny, oneShoulderOf } from './one-shoulder'
import { areRelatives, type Kinship } from './relatives'
import { isNamedSlot, SLOT_POSTS, type Slot } from './slots'

/** What decides who may sign: posts of the village with their spans, and the register of close relatives. */
export interface SigningGround {
  readonly posts: readonly SeatedPost[]
  readonly relatives: readonly Kinship[]
}

/**
 * Why somebody may not sign a slot. `no-post`: it is not his (any more). `accountant`: keeps the book, or filed this.
 * `receipt-missing`: the handler would be repaid without a third party's receipt. `not-independent`: the supervisor
 * leads the village himself, or is a close relative of one who does (Organic Law of Villagers' Committees).
 */
export type Block =
  | 'no-post' | 'accountant' | 'payee' | 'payee-relative' | 'receipt-missing' | 'handler' | 'witness' | 'signed-elsewhere'
  | 'not-independent'

/** Who would sign the slot by name or post, blocked or not. */
export function namedFor(
  request: ExpenseRequest,
  slot: Slot,
  posts: readonly SeatedPost[],
  at: EpochMs,
): readonly string[] {
  const { handlerId, witnessId } = currentRevision(request).content
  if (!isNamedSlot(slot)) return holdersOf(SLOT_POSTS[slot], request.villageId, posts, at)
  const named = slot === 'handler' ? handlerId : witnessId
  return named === null ? [] : [named]
}

/** Why the person may not sign the slot at the instant; `null`: he may, once it is open. */
export function blockOf(
  request: ExpenseRequest,
  slot: Slot,
  personId: string,
  ground: SigningGround,
  at: EpochMs,
): Block | null {
  const { posts } = ground
  const { handlerId, witnessId } = currentRevision(request).content
  if (!holdsSlot(request, slot, personId, posts, at)) return 'no-post'
  if (keepsBook(request, personId, posts, at)) return 'accountant'
  if (slot !== 'handler' && personId === handlerId) return 'handler'
  if (slot !== 'witness' && personId === witnessId) return 'witness'
  const tie = tieToPayee(request, slot, personId, ground.relatives)
  if (tie !== null) return tie
  if (slot === 'supervisor' && !isIndependent(request.villageId, personId, ground, at)) return 'not-independent'
  return hasSignedElsewhere(request, slot, personId, posts, at) ? 'signed-elsewhere' : null
}

/** By name or post alone: enough to take one's own signature back. */
export function holdsSlot(
  request: ExpenseRequest,
  slot: Slot,
  personId: string,
  posts: readonly SeatedPost[],
  at: EpochMs,
): boolean {
  if (!namedFor(request, slot, posts, at).includes(personId)) return false
  return !isNamedSlot(slot) || belongsAt(request.villageId, personId, posts, at)
}

/** Handler and witness are of the village: a resident is enough, an admin is none. */
function belongsAt(villageId: string, personId: string, posts: readonly SeatedPost[], at: EpochMs): boolean {
  return posts.some((post) =>
    post.personId === personId && post.villageId === villageId && post.kind !== 'admin' && postHolds(post, at))
}

/** The accountant of today, and whoever filed this as accountant: the hand that keeps the book signs nothing. */
function keepsBook(request: ExpenseRequest, personId: string, posts: readonly SeatedPost[], at: EpochMs): boolean {
  return holdersOf('accountant', request.villageId, posts, at).includes(personId)
    || request.revisions.some(({ savedBy }) => savedBy === personId)
}

function tieToPayee(
  request: ExpenseRequest,
  slot: Slot,
  personId: string,
  relatives: readonly Kinship[],
): Block | null {
  const { kind, personId: payeeId } = currentRevision(request).content.payee
  if (payeeId === null) return null
  if (payeeId !== personId) return areRelatives(relatives, payeeId, personId) ? 'payee-relative' : null
  // A firm of his own is no outlay to be repaid.
  if (slot !== 'handler' || kind === 'firm') return 'payee'
  return hasThirdPartyReceipt(request) ? null : 'receipt-missing'
}

/** 垫付报销: what the handler advanced shows on an invoice or receipt that somebody else gave out. */
function hasThirdPartyReceipt(request: ExpenseRequest): boolean {
  const { payee, vouchers } = currentRevision(request).content
  return vouchers.some(({ kind, issuerName }) =>
    kind !== 'photo' && issuerName !== null && issuerName.trim() !== '' && !isSameName(issuerName, payee.name))
}

function isIndependent(villageId: string, personId: string, { posts, relatives }: SigningGround, at: EpochMs): boolean {
  const leaders = holdersOfAny(['secretary', 'director', 'committee-member', 'accountant'], villageId, posts, at)
  return !leaders.some((leader) => leader === personId || areRelatives(relatives, leader, personId))
}

/** One person, one slot; under 一肩挑 he signs director and approver, in two acts. */
function hasSignedElsewhere(
  request: ExpenseRequest,
  slot: Slot,
  personId: string,
  posts: readonly SeatedPost[],
  at: EpochMs,
): boolean {
  const elsewhere = liveSignatures(request).filter((one) => one.personId === personId && one.slot !== slot)
  const maySignBoth = oneShoulderOf(request.villageId, posts, at) === personId
  return elsewhere.some((one) => !(maySignBoth && isLastTwo(slot) && isLastTwo(one.slot)))
}

export function isLastTwo(slot: Slot): boolean {
  return slot === 'director' || slot === 'approver'
}
