import { id, int } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** The last number given out; supervision orders of every kind count in one series. */
export interface OrderNumbers {
  readonly subDistrictId: string
  readonly year: number
  readonly lastNumber: number
}

export const orderNumberTable = defineTable<OrderNumbers>({
  name: 'order_numbers',
  columns: { subDistrictId: id(), year: int(), lastNumber: int() },
  primaryKey: ['subDistrictId', 'year'],
})
