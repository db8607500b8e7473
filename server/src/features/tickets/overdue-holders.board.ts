import type { EpochMs } from '@huiying/shared/kernel'
import { holderAt, type VillageDuty } from '@huiying/shared/roster'
import type { UnitBrief } from '@huiying/shared/villages'
import { dutyAt } from '../roster/public'
import type { CardRow, Running } from './overdue-columns.board'

/** A ticket on the board with the unit that has it. */
export interface Held {
  readonly ticket: Running
  readonly row: CardRow
  readonly unit: UnitBrief | null
}

/**
 * Whom each ticket is with in its village, by ticket: who answered, or as long as nobody has, whoever sits there now.
 * What lies with no village is with nobody.
 * @param duties of the whole hour, by village
 */
export function holdersOf(
  found: readonly Held[], duties: ReadonlyMap<string, VillageDuty>, now: EpochMs,
): ReadonlyMap<string, string> {
  const ofVillages = found.filter(({ unit }) => unit?.kind === 'village')
  const waiting = ofVillages.filter(({ row }) => row.responded_by === null).map(({ row }) => row.holder_unit_id)
  const dutiesNow = new Map([...new Set(waiting)].flatMap((id) => {
    const duty = duties.get(id)
    return duty === undefined ? [] : [[id, dutyAt(duty, now)] as const]
  }))
  return new Map(ofVillages.flatMap(({ ticket, row }): readonly (readonly [string, string])[] => {
    const duty = dutiesNow.get(row.holder_unit_id)
    const addresseeId = row.holder_unit_id === ticket.villageId ? row.addressee_id : null
    const sitting = duty === undefined ? null : holderAt(duty, addresseeId, now)?.personId
    const personId = row.responded_by ?? sitting ?? null
    return personId === null ? [] : [[ticket.id, personId]]
  }))
}
