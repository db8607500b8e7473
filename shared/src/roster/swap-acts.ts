import { DomainError, type Decision, type EpochMs } from '../kernel'
import type { Post } from '../identity'
import { cellKey, type DutySlot } from './duty-slot'
import { seatRefusal, type AbsenceNow, type SeatRefusal } from './eligibility'
import type { RosterFact } from './facts'
import type { PlannedCell } from './generation'
import type { Swap } from './swap'

/** The two slots a swap is about, as they are now. */
export interface SwapSlots {
  readonly slot: DutySlot | null
  /** `null`: none in return, or it is not there. */
  readonly returnSlot: DutySlot | null
}

/** What decides whether two people may sit for each other. */
export interface SwapGround {
  /** The posts of the two in the sub-district. */
  readonly posts: readonly Post[]
  readonly leaves: readonly AbsenceNow[]
  /** Where the two sit on the days of both slots. */
  readonly planned: readonly PlannedCell[]
}

export type SwapWish = Pick<Swap, 'id' | 'slotId' | 'returnSlotId' | 'fromPersonId' | 'toPersonId'>

/**
 * "Will you sit for me?" @param asked swaps of the slot that wait for an answer
 * @throws roster.slot-not-found, roster.cell-over, roster.swap-same-person, roster.swap-asked-already,
 * roster.cannot-sit, roster.on-leave, roster.sits-elsewhere
 */
export function askSwap(
  wish: SwapWish,
  { slot, returnSlot }: SwapSlots,
  ground: SwapGround,
  asked: readonly Swap[],
  now: EpochMs,
): Decision<Swap, RosterFact> {
  const { fromPersonId, toPersonId, returnSlotId } = wish
  if (slot === null || slot.personId !== fromPersonId || slot.publishedAt === null) {
    throw new DomainError('roster.slot-not-found')
  }
  if (fromPersonId === toPersonId) throw new DomainError('roster.swap-same-person')
  const isReturnGone = returnSlot === null || returnSlot.personId !== toPersonId || returnSlot.publishedAt === null
  if (returnSlotId !== null && isReturnGone) throw new DomainError('roster.slot-not-found')
  if (isOver(slot, now) || (returnSlot !== null && isOver(returnSlot, now))) throw new DomainError('roster.cell-over')
  if (asked.some((swap) => swap.status === 'asked' && swap.slotId === slot.id && swap.fromPersonId === fromPersonId)) {
    throw new DomainError('roster.swap-asked-already')
  }
  const refusal = exchangeRefusal(wish, { slot, returnSlot }, ground, now)
  if (refusal !== null) throw new DomainError(refusal)
  return {
    next: { ...wish, subDistrictId: slot.subDistrictId, status: 'asked', askedAt: now, answeredAt: null, version: 1 },
    facts: [{ type: 'roster.swap-asked', subjectId: wish.id }],
  }
}

/**
 * Yes or no of whoever was asked. A yes counts only as long as both sit where they sat and may sit where they are to.
 * @throws roster.swap-not-found, roster.swap-over, roster.cannot-sit, roster.on-leave, roster.sits-elsewhere
 */
export function answerSwap(
  swap: Swap | null,
  personId: string,
  accepted: boolean,
  slots: SwapSlots,
  ground: SwapGround,
  now: EpochMs,
): Decision<Swap, RosterFact> {
  if (swap === null || swap.toPersonId !== personId) throw new DomainError('roster.swap-not-found')
  if (swap.status !== 'asked') throw new DomainError('roster.swap-over')
  if (accepted) {
    if (!isSwapOpen(swap, slots, now)) throw new DomainError('roster.swap-over')
    const refusal = exchangeRefusal(swap, slots, ground, now)
    if (refusal !== null) throw new DomainError(refusal)
  }
  return {
    next: { ...swap, status: accepted ? 'accepted' : 'declined', answeredAt: now },
    facts: [{ type: 'roster.swap-answered', subjectId: swap.id, accepted }],
  }
}

/** @throws roster.swap-not-found, roster.swap-over */
export function withdrawSwap(swap: Swap | null, personId: string, now: EpochMs): Decision<Swap, RosterFact> {
  if (swap === null || swap.fromPersonId !== personId) throw new DomainError('roster.swap-not-found')
  if (swap.status !== 'asked') throw new DomainError('roster.swap-over')
  return {
    next: { ...swap, status: 'withdrawn', answeredAt: now },
    facts: [{ type: 'roster.swap-withdrawn', subjectId: swap.id }],
  }
}

/** It waits for an answer, and both still sit where they sat when it was asked. */
export function isSwapOpen(swap: Swap, { slot, returnSlot }: SwapSlots, now: EpochMs): boolean {
  if (swap.status !== 'asked' || slot === null || slot.personId !== swap.fromPersonId || isOver(slot, now)) return false
  if (swap.returnSlotId === null) return true
  return returnSlot !== null && returnSlot.personId === swap.toPersonId && !isOver(returnSlot, now)
}

/** Why the two cannot sit for each other; `null`: they can. */
export function exchangeRefusal(
  { fromPersonId, toPersonId }: Pick<Swap, 'fromPersonId' | 'toPersonId'>,
  { slot, returnSlot }: SwapSlots,
  { posts, leaves, planned }: SwapGround,
  now: EpochMs,
): SeatRefusal | null {
  const sides = [
    ...(slot === null ? [] : [{ cell: slot, personId: toPersonId }]),
    ...(returnSlot === null ? [] : [{ cell: returnSlot, personId: fromPersonId }]),
  ]
  const moved = new Set(sides.map(({ cell }) => cellKey(cell)))
  const after: readonly PlannedCell[] = [
    ...planned.filter((cell) => !moved.has(cellKey(cell))),
    ...sides.map(({ cell: { villageId, on, seat }, personId }) => ({ villageId, on, seat, personId })),
  ]
  for (const { cell, personId } of sides) {
    const span = { fromAt: Math.max(now, cell.fromAt), toAt: cell.toAt }
    const refusal = seatRefusal({ cell, personId, span, posts, leaves, planned: after })
    if (refusal !== null) return refusal
  }
  return null
}

function isOver({ toAt }: DutySlot, now: EpochMs): boolean {
  return toAt <= now
}
