import { id, int } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** The last number given out; open supervision orders of every kind count in one series. */
export interface OrderNumbers {
  readonly subDistrictId: string
  readonly year: number
  readonly lastNumber: number
}

/** The same of orders about what was said in confidence. */
export const confidentialOrderNumberTable = defineTable<OrderNumbers>({
  name: 'confidential_order_numbers',
  columns: { subDistrictId: id(), year: int(), lastNumber: int() },
  primaryKey: ['subDistrictId', 'year'],
})

export const orderNumberTable = defineTable<OrderNumbers>({
  name: 'order_numbers',
  columns: { subDistrictId: id(), year: int(), lastNumber: int() },
  primaryKey: ['subDistrictId', 'year'],
})
