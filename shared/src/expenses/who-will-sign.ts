import type { EpochMs, Fen } from '../kernel'
import { signatureIn, type ExpenseRequest } from './expense'
import { oneShoulderOf } from './one-shoulder'
import { isLastTwo, blockOf, namedFor, type Block, type SigningGround } from './standing'
import { neededSlots } from './stages'
import { stageOf, type Slot } from './slots'

/**
 * Why nobody can sign a slot. `not-named`: the content names no handler or witness. `no-holder`: the post is vacant.
 * `all-blocked`: see `blocked`. `needed-elsewhere`: who could must sign another slot that nobody else can.
 */
export type NobodyReason = 'not-named' | 'no-holder' | 'all-blocked' | 'needed-elsewhere'

export interface SlotProspect {
  readonly slot: Slot
  /** From 0; a stage opens when the one before is complete. */
  readonly stage: number
  readonly signedBy: string | null
  /** Who may sign it as things stand; whoever has signed, where somebody has. */
  readonly personIds: readonly string[]
  readonly blocked: readonly { readonly personId: string; readonly block: Block }[]
  /** "Nobody can sign slot X"; `null`: somebody can. */
  readonly nobody: NobodyReason | null
}

/**
 * Who will sign what, said before submission and while it waits. @param weighedFen what counts against the thresholds,
 * where it is known better than by the request itself (before submission)
 */
export function whoWillSign(
  request: ExpenseRequest,
  ground: SigningGround,
  now: EpochMs,
  weighedFen?: Fen,
): readonly SlotProspect[] {
  const needed = neededSlots(request, ground.posts, now, weighedFen)
  const prospects = needed.map((slot) => prospectOf(request, slot, ground, now))
  if (prospects.some(({ nobody }) => nobody !== null)) return prospects
  const twice = oneShoulderOf(request.villageId, ground.posts, now)
  if (canAllBeFilled(prospects, twice)) return prospects
  return prospects.map((prospect) =>
    canAllBeFilled(prospects.filter((other) => other.stage <= prospect.stage), twice)
      ? prospect
      : { ...prospect, nobody: 'needed-elsewhere' })
}

function prospectOf(request: ExpenseRequest, slot: Slot, ground: SigningGround, now: EpochMs): SlotProspect {
  const signed = signatureIn(request, slot)
  const about = { slot, stage: stageOf(slot) }
  if (signed !== null) {
    return { ...about, signedBy: signed.personId, personIds: [signed.personId], blocked: [], nobody: null }
  }
  const named = namedFor(request, slot, ground.posts, now)
  const judged = named.map((personId) => ({ personId, block: blockOf(request, slot, personId, ground, now) }))
  const personIds = judged.filter(({ block }) => block === null).map(({ personId }) => personId)
  const blocked = judged.flatMap(({ personId, block }) => block === null ? [] : [{ personId, block }])
  return { ...about, signedBy: null, personIds, blocked, nobody: nobodyReason(slot, named.length, personIds.length) }
}

function nobodyReason(slot: Slot, named: number, able: number): NobodyReason | null {
  if (able > 0) return null
  if (named > 0) return 'all-blocked'
  return slot === 'handler' || slot === 'witness' ? 'not-named' : 'no-holder'
}

/**
 * Can each missing slot be given somebody of its own? Who has signed already is none of the candidates. At most six
 * slots with a handful of people: trying is enough.
 */
function canAllBeFilled(prospects: readonly SlotProspect[], twice: string | null): boolean {
  const missing = prospects.filter(({ signedBy }) => signedBy === null)
  const place = (index: number, taken: readonly { readonly slot: Slot; readonly personId: string }[]): boolean => {
    const prospect = missing[index]
    if (prospect === undefined) return true
    const { slot } = prospect
    return prospect.personIds.some((personId) => {
      const clashes = taken.some((other) =>
        other.personId === personId && !(personId === twice && isLastTwo(slot) && isLastTwo(other.slot)))
      return !clashes && place(index + 1, [...taken, { slot, personId }])
    })
  }
  return place(0, [])
}
