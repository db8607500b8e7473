import { chinaClockFace } from '@huiying/shared/kernel'
import type { Work } from '../../platform/database/work'
import { lockUnit } from '../villages/public'
import { orderNumberTable } from './order-number.table'

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

/**
 * The next numbers of the sub-district's one series, without gaps within the year; the sub-district's row is the lock
 * two servers meet at.
 */
export async function takeOrderNumbers(work: Work, subDistrictId: string, count: number): Promise<TakenNumbers> {
  await lockUnit(work, subDistrictId)
  const { year } = chinaClockFace(work.now)
  const known = await work.findOne(orderNumberTable, { subDistrictId, year })
  const last = known?.lastNumber ?? 0
  const numbers = Array.from({ length: count }, (_, index) => {
    const sequence = last + index + 1
    return { number: `督〔${year}〕${sequence}号`, year, sequence }
  })
  const next = { subDistrictId, year, lastNumber: last + count }
  const keep = (): void => {
    if (known === null) work.insert(orderNumberTable, next)
    else work.update(orderNumberTable, next)
  }
  return { numbers, keep }
}
