import type { Condition } from '../../platform/database/own-sql'

export function allOf(...conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    params: conditions.flatMap(({ params }) => params),
  }
}

/** Of tickets `t`; half-open. */
export function raisedWithin(
  subDistrictId: string,
  span: { readonly fromAt: number; readonly toAt: number },
): Condition {
  return {
    sql: 't.sub_district_id = ? AND t.submitted_at >= ? AND t.submitted_at < ?',
    params: [subDistrictId, span.fromAt, span.toAt],
  }
}

/** Raised earlier and still open; what was merged is open for ever, and its main one speaks for it. */
export function stillOpenFromBefore(subDistrictId: string, at: number): Condition {
  return {
    sql: `t.sub_district_id = ? AND t.status IN ('submitted', 'in-progress') AND t.merged_into_id IS NULL
      AND t.submitted_at < ?`,
    params: [subDistrictId, at],
  }
}
