import { postHolds, type SeatedPost } from '@huiying/shared/identity'
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

/** Who may hold what, read for the whole hour. */
export interface Seats {
  /** By village. */
  readonly duties: ReadonlyMap<string, VillageDuty>
  /** The departments' people, the longest there first. */
  readonly officers: readonly SeatedPost[]
}

/**
 * Whom each ticket is with, by ticket. In a village: who answered, or as long as nobody has, whoever sits there now. In
 * a department: the one of its people who answered, else the first of them. With the sub-district itself: nobody.
 */
export function holdersOf(
  found: readonly Held[], { duties, officers }: Seats, now: EpochMs,
): ReadonlyMap<string, string> {
  const villagesAtWork = new Map<string, VillageDuty>()
  const dutyNow = (villageId: string): VillageDuty | undefined => {
    const duty = duties.get(villageId)
    const known = villagesAtWork.get(villageId) ?? (duty === undefined ? undefined : dutyAt(duty, now))
    if (known !== undefined) villagesAtWork.set(villageId, known)
    return known
  }
  // Many wait in a village for the same one: he is looked for once, through all who have a post there.
  const sitting = new Map<string, string | undefined>()
  const inVillage = ({ ticket, row }: Held): string | undefined => {
    if (row.responded_by !== null) return row.responded_by
    const addresseeId = row.holder_unit_id === ticket.villageId ? row.addressee_id : null
    const asked = `${row.holder_unit_id} ${addresseeId ?? ''}`
    if (!sitting.has(asked)) {
      const duty = dutyNow(row.holder_unit_id)
      sitting.set(asked, duty === undefined ? undefined : holderAt(duty, addresseeId, now)?.personId)
    }
    return sitting.get(asked)
  }
  const inDepartment = ({ row }: Held): string | undefined => {
    const own = officers.filter((post) => post.unitId === row.holder_unit_id && postHolds(post, now))
    return (own.find(({ personId }) => personId === row.responded_by) ?? own[0])?.personId
  }
  return new Map(found.flatMap((held): readonly (readonly [string, string])[] => {
    const kind = held.unit?.kind
    const personId = kind === 'village' ? inVillage(held) : kind === 'department' ? inDepartment(held) : undefined
    return personId === undefined ? [] : [[held.ticket.id, personId]]
  }))
}
