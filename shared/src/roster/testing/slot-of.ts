import type { DutySlot, Seat } from '../duty-slot'
import { freshSlot } from '../fresh-slot'
import { DEFAULT_ROSTER_TERMS } from '../policy'
import { spanOf } from '../shift'

/**
 * A published slot of 柳树村 with the handbook's hours that nobody has taken over; another village is named in
 * `changes`. Its id says which cell it is: "liushu-2026-09-15-lead".
 */
export function slotOf(
  personId: string | null,
  seat: Seat = 'lead',
  on = '2026-09-15',
  changes: Partial<DutySlot> = {},
): DutySlot {
  const villageId = changes.villageId ?? 'liushu'
  const id = `${villageId}-${on}-${seat}`
  const made = { id, subDistrictId: 'qingxi', villageId, month: on.slice(0, 7), on, seat, personId } as const
  const span = spanOf(seat, on, DEFAULT_ROSTER_TERMS)
  return { ...freshSlot({ ...made, source: 'generated' }, span, DEFAULT_ROSTER_TERMS), publishedAt: 1, ...changes }
}
