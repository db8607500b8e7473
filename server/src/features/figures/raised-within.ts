import type { Scalar } from '../../platform/database/column'

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

/** Raised earlier and still open; what was merged is open for ever, and its main one speaks for it. */
export function stillOpenFromBefore(subDistrictId: string, at: number): Condition {
  return {
    sql: `t.sub_district_id = ? AND t.status IN ('submitted', 'in-progress') AND t.merged_into_id IS NULL
      AND t.submitted_at < ?`,
    params: [subDistrictId, at],
  }
}
