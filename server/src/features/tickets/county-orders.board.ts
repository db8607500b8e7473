import { watchedCountiesOf, type Viewer } from '@huiying/shared/identity'
import { compareText, type EpochMs } from '@huiying/shared/kernel'
import type { KeptTerms } from '@huiying/shared/sla'
import { handlesInConfidence, isWithCounty, type AboutWhom, type CountyOrdersAnswer } from '@huiying/shared/tickets'
import { jsonOf, placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { CLOSURE_DUE } from './ticket.table'

/** More than a county has at once; whoever may have more learns that there may be. */
const MOST_READ = 200
const MOST_ROWS = 50

/**
 * What is late longest in the sub-districts; what the county itself holds stands in its inbox. The bounded part first,
 * by an index that it is told of, and without JSON: where the database sorts that, it goes through a file.
 */
const lateOrders = (subDistricts: number, counties: number): string => `SELECT t.id AS ticketId, o.id, o.number,
    c.order_count AS orderCount,
    s.parent_id AS countyId, s.name AS subDistrictName, v.name AS villageName,
    t.closure_due_at AS closureDueAt, t.terms, t.visibility, t.village_id AS villageId,
    t.sub_district_id AS subDistrictId, t.about, t.about_person_id AS aboutPersonId, t.hidden_from AS hiddenFrom
  FROM (SELECT l.id FROM tickets l /*! FORCE INDEX (${CLOSURE_DUE}) */
    WHERE l.sub_district_id IN (${placeholders(subDistricts)}) AND l.status IN ('submitted', 'in-progress')
      AND l.merged_into_id IS NULL AND l.closure_due_at < ?
      AND l.holder_unit_id NOT IN (${placeholders(counties)})
    ORDER BY l.closure_due_at, l.id LIMIT ${MOST_READ + 1}) late
  JOIN tickets t ON t.id = late.id JOIN units s ON s.id = t.sub_district_id
  LEFT JOIN ticket_cycles c ON c.ticket_id = t.id AND c.closed_at IS NULL AND c.order_count > 0
  LEFT JOIN supervision_orders o ON o.ticket_id = t.id AND o.cycle = c.number
  JOIN units v ON v.id = t.village_id`

interface LateMatter {
  readonly ticketId: string
  /** The order's; `null`: none went out yet. */
  readonly id: string | null
  readonly number: string | null
  readonly orderCount: number
  readonly countyId: string
  readonly subDistrictName: string
  readonly villageName: string
  readonly closureDueAt: number
  readonly terms: string
  readonly visibility: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly about: AboutWhom | null
  readonly aboutPersonId: string | null
  readonly hiddenFrom: string | null
}

/** The orders that the county was told of; of what is confidential, as far as the viewer may know of it. */
export async function countyOrdersOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<CountyOrdersAnswer> {
  const counties = watchedCountiesOf(viewer)
  if (counties.length === 0) return { now, count: 0, isMore: false, rows: [] }
  const below = await reads.query<{ readonly id: string }>(
    `SELECT id FROM units WHERE kind = 'sub-district' AND parent_id IN (${placeholders(counties.length)})`, counties,
  )
  if (below.length === 0) return { now, count: 0, isMore: false, rows: [] }
  const found = await reads.query<LateMatter>(lateOrders(below.length, counties.length), [
    ...below.map(({ id }) => id), now, ...counties,
  ])
  const read = found.sort((one, other) =>
    Number(one.closureDueAt) - Number(other.closureDueAt) || compareText(one.ticketId, other.ticketId))
  const isLate = ({ terms, closureDueAt }: LateMatter): boolean =>
    isWithCounty(jsonOf<KeptTerms>(terms), Number(closureDueAt), now)
  const told = read.slice(0, MOST_READ).filter(isOrdered).filter((one) => isLate(one) && mayHear(viewer, one))
  return {
    now,
    count: told.length,
    isMore: read.slice(MOST_READ).some(isLate),
    rows: told.slice(0, MOST_ROWS).map(({ id, number, orderCount, subDistrictName, villageName }) =>
      ({ id, number, orderCount: Number(orderCount), subDistrictName, villageName })),
  }
}

function isOrdered(one: LateMatter): one is LateMatter & { readonly id: string; readonly number: string } {
  return one.id !== null && one.number !== null
}

/** As of whoever is told by a notice. */
function mayHear(viewer: Viewer, order: LateMatter): boolean {
  if (order.visibility !== 'confidential') return true
  const hiddenFrom = order.hiddenFrom === null ? null : jsonOf<readonly string[]>(order.hiddenFrom)
  return handlesInConfidence(viewer, { ...order, hiddenFrom, holderUnitId: order.countyId })
}
