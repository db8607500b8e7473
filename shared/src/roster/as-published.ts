import type { EpochMs } from '../kernel'
import { cellKey, type DutySlot } from './duty-slot'
import type { RosterMonth } from './roster-month'

export interface Published {
  readonly month: Pick<RosterMonth, 'publishedAt'>
  /**
   * Whom the cells changed after publishing were published with, by cell key: `beforeId` of the first such change.
   * `null`: a hole, or no cell.
   */
  readonly publishedWith: ReadonlyMap<string, string | null>
}

/**
 * A coming day that is back to what everybody was told says nothing any more. A cell that came only after publishing
 * has its own instant, and is no published hole when it is emptied.
 */
export function isAsPublished(slot: DutySlot, { month, publishedWith }: Published, now: EpochMs): boolean {
  if (slot.publishedAt === null || slot.fromAt < now || publishedWith.get(cellKey(slot)) !== slot.personId) return false
  return slot.personId !== null || slot.publishedAt === month.publishedAt
}
