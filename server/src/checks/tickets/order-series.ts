import type { Reads } from '../../platform/database/reads'

interface SeriesRow {
  readonly subDistrictId: string
  readonly year: number
  readonly kept: number | null
  readonly numbers: number
  readonly different: number
  readonly first: number
  readonly last: number
}

const ORDERS = {
  order_numbers: `SELECT o.sub_district_id, o.year, o.sequence FROM supervision_orders o JOIN tickets t ON t.id = o.ticket_id
    WHERE t.visibility <> 'confidential' UNION ALL SELECT sub_district_id, year, sequence FROM roster_orders`,
  confidential_order_numbers: `SELECT o.sub_district_id, o.year, o.sequence FROM supervision_orders o
    JOIN tickets t ON t.id = o.ticket_id WHERE t.visibility = 'confidential'`,
} as const

/**
 * Series of order numbers that are not 1, 2, 3 … up to the last one given out, in words. Counted in one statement,
 * which is of one instant, so that an order issued meanwhile differs from nothing.
 */
export async function brokenOrderSeries(reads: Reads): Promise<readonly string[]> {
  const broken: string[] = []
  for (const [table, orders] of Object.entries(ORDERS)) {
    const rows = await reads.query<SeriesRow>(
      `SELECT s.sub_district_id AS subDistrictId, s.year AS year, MAX(n.last_number) AS kept, COUNT(*) AS numbers,
         COUNT(DISTINCT s.sequence) AS different, MIN(s.sequence) AS first, MAX(s.sequence) AS last
       FROM (${orders}) s LEFT JOIN ${table} n ON n.sub_district_id = s.sub_district_id AND n.year = s.year
       GROUP BY s.sub_district_id, s.year ORDER BY s.sub_district_id, s.year`,
      [],
    )
    for (const { subDistrictId, year, ...counted } of rows) {
      const { kept, numbers, different, first, last } = counted
      // A driver may give sums as text.
      const isWhole = [kept, different, last].every((one) => Number(one) === Number(numbers)) && Number(first) === 1
      if (isWhole) continue
      const which = `${table} of ${subDistrictId} ${year}`
      broken.push(`${which}: ${different} numbers on ${numbers} orders, ${first} to ${last}, kept ${kept}`)
    }
  }
  return broken
}
