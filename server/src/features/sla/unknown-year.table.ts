import type { EpochMs } from '@huiying/shared/kernel'
import { id, instant, int } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** A year of which the admin was told that its days off are missing: once is enough. */
export interface UnknownYear {
  readonly subDistrictId: string
  readonly year: number
  readonly noticedAt: EpochMs
}

export const unknownYearTable = defineTable<UnknownYear>({
  name: 'sla_unknown_years',
  columns: { subDistrictId: id(), year: int(), noticedAt: instant() },
  primaryKey: ['subDistrictId', 'year'],
})
