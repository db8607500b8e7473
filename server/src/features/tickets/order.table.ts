import type { EpochMs } from '@huiying/shared/kernel'
import { code, id, instant, int } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** A supervision order 督办单: one for each overdue cycle, repeated and counted under its number. */
export interface SupervisionOrder {
  readonly id: string
  /**
   * "督〔2026〕17号": counts without gaps within sub-district and year. "督密" is a series of its own: a gap in the open one
   * would tell a village that there is something it may not know.
   */
  readonly number: string
  readonly subDistrictId: string
  readonly year: number
  readonly sequence: number
  readonly ticketId: string
  readonly cycle: number
  readonly villageId: string
  readonly issuedAt: EpochMs
}

export const orderTable = defineTable<SupervisionOrder>({
  name: 'supervision_orders',
  columns: {
    id: id(),
    number: code(32),
    subDistrictId: id(),
    year: int(),
    sequence: int(),
    ticketId: id(),
    cycle: int(),
    villageId: id(),
    issuedAt: instant(),
  },
  primaryKey: ['id'],
  uniques: [['subDistrictId', 'number'], ['ticketId', 'cycle']],
})
