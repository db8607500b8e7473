import type { SeatedPost } from '../../identity'
import { currentRevision, type ExpenseRequest } from '../expense'
import type { Slot } from '../slots'
import { openSlots } from '../stages'
import type { TriedAct, Village } from './any-village'
import { naiveHoldsSlot, naiveIsComplete, naiveMaySign, type NaiveState } from './naive-signing'
import { CADRE, DIRECTOR, HANDLER, POSTS, SECRETARY, SUPERVISOR, WITNESS } from './samples'

/** What walks have seen, so that a property that never gets anywhere is found out. */
export interface Seen {
  approved: number
  oneShoulder: number
  reviewed: number
  refused: number
  voided: number
  back: number
}

export function nothingSeen(): Seen {
  return { approved: 0, oneShoulder: 0, reviewed: 0, refused: 0, voided: 0, back: 0 }
}

/** What an act makes of the naive state. `request` only says whose turn it is, for where a walk goes. */
export function naively(
  state: NaiveState, tried: TriedAct, village: Village, at: number, request: ExpenseRequest, seen: Seen,
): NaiveState {
  const slot = slotOf(tried, request, village, at)
  const personId = whoIs(tried, slot, request, village)
  const isOpen = state.phase === 'signing' || state.phase === 'refused'
  if (tried.kind === 'withdraw') return isOpen ? { ...state, phase: 'withdrawn' } : state
  if (tried.isStale) return state
  if (tried.kind === 'edit') {
    if (!isOpen) return state
    seen.voided += state.signers.size > 0 ? 1 : 0
    return { ...state, phase: 'signing', signers: new Map() }
  }
  if (tried.kind === 'take-back') return takenBack(state, slot, personId, village.posts, at, seen)
  if (!naiveMaySign(state, slot, personId, village, at)) {
    seen.refused += 1
    return state
  }
  if (tried.kind === 'refuse') return { ...state, phase: 'refused', signers: new Map() }
  const signers = new Map([...state.signers, [slot, personId] as const])
  const isComplete = naiveIsComplete({ ...state, signers }, village, at)
  if (isComplete) {
    seen.approved += 1
    seen.reviewed += signers.has('reviewer') ? 1 : 0
    seen.oneShoulder += signers.get('director') === signers.get('approver') ? 1 : 0
  }
  return { ...state, phase: isComplete ? 'approved' : 'signing', signers }
}

/** Where a walk goes, not where it may go. */
export function slotOf(tried: TriedAct, request: ExpenseRequest, village: Village, at: number): Slot {
  const [next] = openSlots(request, village.posts, at)
  return tried.isNext && tried.kind !== 'take-back' ? next ?? tried.slot : tried.slot
}

export function whoIs(tried: TriedAct, slot: Slot, request: ExpenseRequest, village: Village): string {
  if (tried.personId !== null) return tried.personId
  const { handlerId, witnessId } = currentRevision(request).content
  const cast: Readonly<Record<Slot, string | null>> = { ...village.cast, handler: handlerId, witness: witnessId }
  return cast[slot] ?? 'nobody'
}

function takenBack(
  state: NaiveState, slot: Slot, personId: string, posts: readonly SeatedPost[], at: number, seen: Seen,
): NaiveState {
  const isHis = state.signers.get(slot) === personId && naiveHoldsSlot(state.content, slot, personId, posts, at)
  if (state.phase !== 'signing' || !isHis) return state
  seen.back += 1
  const order = [['handler', 'witness'], ['supervisor'], ['reviewer'], ['director'], ['approver']]
  const stage = (one: Slot): number => order.findIndex((slots) => slots.includes(one))
  const standing = [...state.signers].filter(([one]) => one !== slot && stage(one) <= stage(slot))
  return { ...state, signers: new Map(standing) }
}

const PLAIN: Village = {
  posts: POSTS, relatives: [], changes: {},
  cast: {
    handler: HANDLER, witness: WITNESS, supervisor: SUPERVISOR, reviewer: CADRE, director: DIRECTOR,
    approver: SECRETARY,
  },
}
const NEXT: TriedAct = { kind: 'sign', slot: 'handler', isNext: true, personId: null, isStale: false }

/** Out of turn, taken back, changed, and signed to the end: few walks by chance see all of these. */
export const SCRIPTED_WALK: [village: Village, acts: TriedAct[]] = [PLAIN, [
  { ...NEXT, slot: 'approver', isNext: false }, NEXT, { ...NEXT, kind: 'take-back' }, NEXT, { ...NEXT, kind: 'edit' },
  ...Array.from({ length: 5 }, () => NEXT),
]]
