import type { EpochMs } from '../kernel'
import type { DutySlot, SlotSource } from './duty-slot'
import type { RosterTerms } from './policy'

export interface Replacement {
  /** The slot that ends now; `null` where it had not begun. */
  readonly ended: DutySlot | null
  /** What stands in the cell from now on: the same slot, or a new one for the rest of it. */
  readonly next: DutySlot
}

/**
 * Puts somebody else, or nobody, in a slot's place. A slot that has not begun is changed as it stands, and so is a
 * draft, which is nobody's shift yet; of one that runs, what was sat stays on record.
 */
export function replacePerson(
  slot: DutySlot,
  personId: string | null,
  source: SlotSource,
  newSlotId: string,
  terms: Pick<RosterTerms, 'absentAfterMs'>,
  now: EpochMs,
): Replacement {
  const isDraft = slot.publishedAt === null
  if (isDraft || now <= slot.fromAt) {
    const changedAt = isDraft ? null : now
    return { ended: null, next: { ...slot, personId, source, changedAt, takenOverAt: null, isOnSite: null } }
  }
  return {
    ended: { ...slot, toAt: now },
    next: {
      ...slot, id: newSlotId, personId, source, changedAt: now, fromAt: now, takeOverDueAt: now + terms.absentAfterMs,
      takenOverAt: null, isOnSite: null, version: 1,
    },
  }
}
