import type { EpochMs } from '@huiying/shared/kernel'
import type { RosterOrderCause } from '@huiying/shared/roster'
import { code, id, instant, int, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** A supervision order 督办单 about duty; numbered in one series with those about tickets. */
export interface RosterOrder {
  readonly id: string
  readonly number: string
  readonly subDistrictId: string
  readonly year: number
  readonly sequence: number
  /** `null`: it goes to a leader who owes a visit. */
  readonly villageId: string | null
  readonly cause: RosterOrderCause
  /** The slot, or "personId:2026-09" / "villageId:2026-09" for a visit owed. One order for each. */
  readonly about: string
  readonly personId: string | null
  readonly issuedBy: string
  readonly issuedAt: EpochMs
}

export const rosterOrderTable = defineTable<RosterOrder>({
  name: 'roster_orders',
  columns: {
    id: id(), number: code(32), subDistrictId: id(), year: int(), sequence: int(), villageId: nullable(id()),
    cause: code<RosterOrderCause>(16), about: code(64), personId: nullable(id()), issuedBy: id(), issuedAt: instant(),
  },
  primaryKey: ['id'],
  uniques: [['subDistrictId', 'year', 'sequence'], ['cause', 'about']],
})
