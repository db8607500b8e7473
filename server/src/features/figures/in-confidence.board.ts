import type { Viewer } from '@huiying/shared/identity'
import { handlesInConfidence } from '@huiying/shared/tickets'
import type { Scalar } from '../../platform/database/column'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { ticketTable } from '../tickets/ticket.table'

/** A condition over tickets `t` with its values. */
export interface Condition {
  readonly sql: string
  readonly params: readonly Scalar[]
}

export function allOf(...conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    params: conditions.flatMap(({ params }) => params),
  }
}

/**
 * Of what was said in confidence, only what the viewer handles. The few there are within `scope` are looked at one by
 * one, by the rule that every page goes by.
 */
export async function knownTo(reads: Reads, viewer: Viewer, ...scopes: readonly Condition[]): Promise<Condition> {
  const found = await Promise.all(scopes.map((scope) => reads.query<RawRow>(
    `SELECT ${ticketTable.columnListOf('t')} FROM tickets t WHERE t.visibility = 'confidential' AND (${scope.sql})`,
    scope.params,
  )))
  const known = found.flat().map(ticketTable.fromRaw).filter((ticket) => handlesInConfidence(viewer, ticket))
  const ids = [...new Set(known.map(({ id }) => id))]
  if (ids.length === 0) return { sql: "t.visibility <> 'confidential'", params: [] }
  return { sql: `t.visibility <> 'confidential' OR t.id IN (${placeholders(ids.length)})`, params: ids }
}

/** Half-open. */
export function raisedWithin(
  subDistrictId: string,
  span: { readonly fromAt: number; readonly toAt: number },
): Condition {
  return {
    sql: 't.sub_district_id = ? AND t.submitted_at >= ? AND t.submitted_at < ?',
    params: [subDistrictId, span.fromAt, span.toAt],
  }
}

/** Raised earlier and still open. */
export function stillOpenFromBefore(subDistrictId: string, at: number): Condition {
  return {
    sql: "t.sub_district_id = ? AND t.status IN ('submitted', 'in-progress') AND t.submitted_at < ?",
    params: [subDistrictId, at],
  }
}
