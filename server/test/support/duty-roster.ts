import {
  DEFAULT_ROSTER_TERMS, freshSlot, spanOf, type DutySlot, type Month, type RosterMonth, type RosterTerms, type Seat,
} from '@huiying/shared/roster'
import { startOfChinaDay } from '@huiying/shared/kernel'
import { monthTable } from '../../src/features/roster/month.table'
import { RosterRepository } from '../../src/features/roster/roster.repository'
import { slotTable } from '../../src/features/roster/slot.table'
import type { Database } from '../../src/platform/database/open-database'

/** [day, seat, who sits; `null`: a hole] */
export type SeatRow = readonly [on: string, seat: Seat, personId: string | null]

/**
 * A published slot of the small village's sub-district as the generator would have made it, with the handbook's hours.
 * Its id says which cell it is: "liushu-2026-09-14-lead".
 */
export function slotOf(
  villageId: string,
  [on, seat, personId]: SeatRow,
  changes: Partial<DutySlot> = {},
  terms: RosterTerms = DEFAULT_ROSTER_TERMS,
): DutySlot {
  const month = on.slice(0, 7)
  const id = `${villageId}-${on}-${seat}`
  const made = { id, subDistrictId: 'qingxi', month, villageId, on, seat, personId, source: 'generated' } as const
  return { ...freshSlot(made, spanOf(seat, on, terms), terms), publishedAt: startOfChinaDay(`${month}-01`), ...changes }
}

/** A month's row, published unless told otherwise, beginning with revision 1. */
export function monthOf(month: Month, changes: Partial<RosterMonth> = {}): RosterMonth {
  const publishedAt = startOfChinaDay(`${month}-01`)
  return {
    subDistrictId: 'qingxi', month, status: 'published', revision: 1, policyVersion: 0, terms: DEFAULT_ROSTER_TERMS,
    notes: [], generatedAt: publishedAt, publishedAt, publishedBy: 'sun', ...changes,
  }
}

/** Puts slots and the rows of their months into the database; a slot without `publishedAt` makes its month a draft. */
export async function settleRoster(database: Database, slots: readonly DutySlot[]): Promise<void> {
  await database.unitOfWork.run(async (work) => {
    for (const month of new Set(slots.map((slot) => slot.month))) {
      const isDraft = slots.some((slot) => slot.month === month && slot.publishedAt === null)
      const draft = { status: 'draft', publishedAt: null, publishedBy: null } as const
      work.insertIfAbsent(monthTable, monthOf(month, isDraft ? draft : {}))
    }
    work.insert(slotTable, ...slots)
  })
}

/** Sets the timer to the first border after now, as publishing does. */
export async function startRosterClock(database: Database, slots: readonly DutySlot[]): Promise<void> {
  await database.unitOfWork.run(async (work) => {
    const roster = new RosterRepository(work, database.ids)
    roster.wakeFor('qingxi', await roster.lockClock('qingxi'), slots)
  })
}
