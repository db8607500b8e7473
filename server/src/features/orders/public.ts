import { chinaClockFace } from '@huiying/shared/kernel'
import type { Work } from '../../platform/database/work'
import { lockUnit } from '../villages/public'
import { confidentialOrderNumberTable, orderNumberTable } from './order-number.table'

/** The number of a supervision order 督办单, in words and as figures. */
export interface OrderNumber {
  readonly number: string
  readonly year: number
  readonly sequence: number
}

/** Numbers taken within a work: `keep` writes down how far the series went, after all reads. */
export interface TakenNumbers {
  readonly numbers: readonly OrderNumber[]
  keep(): void
}

/** Orders about what a village does not know of count apart, or the village's next number would tell of them. */
export type OrderSeries = 'open' | 'confidential'

const SERIES = {
  open: { table: orderNumberTable, sign: '督' },
  confidential: { table: confidentialOrderNumberTable, sign: '督密' },
} as const

/**
 * The next numbers of a series of the sub-district, without gaps within the year; the sub-district's row is the lock
 * two servers meet at.
 */
export async function takeOrderNumbers(
  work: Work,
  subDistrictId: string,
  count: number,
  series: OrderSeries = 'open',
): Promise<TakenNumbers> {
  const { table, sign } = SERIES[series]
  await lockUnit(work, subDistrictId)
  const { year } = chinaClockFace(work.now)
  const known = await work.findOne(table, { subDistrictId, year })
  const last = known?.lastNumber ?? 0
  const numbers = Array.from({ length: count }, (_, index) => {
    const sequence = last + index + 1
    return { number: `${sign}〔${year}〕${sequence}号`, year, sequence }
  })
  const next = { subDistrictId, year, lastNumber: last + count }
  const keep = (): void => {
    if (known === null) work.insert(table, next)
    else work.update(table, next)
  }
  return { numbers, keep }
}
