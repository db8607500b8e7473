import type { EpochMs } from '@huiying/shared/kernel'
import { holderAt, type VillageDuty } from '@huiying/shared/roster'
import type { UnitBrief } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'
import { dutyAt, hourOf, villageDutiesOf } from '../roster/public'
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
 * @param known of villages whose duty has been read for the hour
 */
export async function holdersOf(
  reads: Reads, found: readonly Held[], known: ReadonlyMap<string, VillageDuty>, now: EpochMs,
): Promise<ReadonlyMap<string, string>> {
  const ofVillages = found.filter(({ unit }) => unit?.kind === 'village')
  const waiting = ofVillages.filter(({ row }) => row.responded_by === null).map(({ row }) => row.holder_unit_id)
  const duties = await dutiesNow(reads, waiting, known, now)
  return new Map(ofVillages.flatMap(({ ticket, row }): readonly (readonly [string, string])[] => {
    const duty = duties.get(row.holder_unit_id)
    const addresseeId = row.holder_unit_id === ticket.villageId ? row.addressee_id : null
    const sitting = duty === undefined ? null : holderAt(duty, addresseeId, now)?.personId
    const personId = row.responded_by ?? sitting ?? null
    return personId === null ? [] : [[ticket.id, personId]]
  }))
}

/** A village may have come to another sub-district with what it holds. */
async function dutiesNow(
  reads: Reads, villageIds: readonly string[], known: ReadonlyMap<string, VillageDuty>, now: EpochMs,
): Promise<ReadonlyMap<string, VillageDuty>> {
  const ids = [...new Set(villageIds)]
  const others = await villageDutiesOf(reads, ids.filter((id) => !known.has(id)), hourOf(now))
  return new Map(ids.flatMap((id) => {
    const duty = known.get(id) ?? others.get(id)
    return duty === undefined ? [] : [[id, dutyAt(duty, now)] as const]
  }))
}
