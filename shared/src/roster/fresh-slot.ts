import type { DutySlot } from './duty-slot'
import type { RosterTerms } from './policy'
import type { SlotSpan } from './shift'

export type SlotToMake = Pick<
  DutySlot,
  'id' | 'subDistrictId' | 'villageId' | 'month' | 'on' | 'seat' | 'personId' | 'source'
>

/** A slot of a draft that nobody has touched: its time to take over is counted from its beginning. */
export function freshSlot(
  { id, subDistrictId, villageId, month, on, seat, personId, source }: SlotToMake,
  { fromAt, toAt }: SlotSpan,
  { absentAfterMs }: Pick<RosterTerms, 'absentAfterMs'>,
): DutySlot {
  return {
    id, subDistrictId, villageId, month, on, seat, personId, source, fromAt, toAt,
    takeOverDueAt: fromAt + absentAfterMs, takenOverAt: null, isOnSite: null,
    publishedAt: null, changedAt: null, version: 1,
  }
}
