import type { WorkCalendar } from '../calendar'
import type { CalendarDate, EpochMs } from '../kernel'
import type { OpenHours, ServiceKind } from './open-hours'
import type { SlaTerms } from './policy'

/**
 * GET /api/villages/:villageId/promise, and part of the first screen — by when somebody answers what is said now
 * (`promisedAt`), so that it is known before it is sent.
 */
export interface PromiseView {
  readonly responseMs: number
  /** `null`: every hour counts, for every kind. */
  readonly service: { readonly kinds: readonly ServiceKind[]; readonly hours: OpenHours } | null
}

/** GET /api/promise — the terms a sub-district works by, for its staff, leaders and admin. */
export interface PromiseAnswer {
  readonly now: EpochMs
  readonly subDistrictName: string
  readonly inForce: PolicyView
  /** Set, and not begun; the next first. */
  readonly planned: readonly PolicyView[]
  /** What held before, the latest first; ≤ 20. */
  readonly past: readonly PolicyView[]
  /** Set, and another set for the same day before it began; the latest first; ≤ 20. */
  readonly replaced: readonly PolicyView[]
  /** The version set last; 0: none. */
  readonly latestVersion: number
  /** Days off, for the examples. */
  readonly calendar: WorkCalendar
  readonly maySet: boolean
}

export interface PolicyView {
  /** 0: the handbook's, never changed. */
  readonly version: number
  readonly firstOn: CalendarDate
  readonly terms: SlaTerms
  /** `null` where nobody set it. */
  readonly setBy: string | null
  readonly setAt: EpochMs | null
}

/** PUT /api/promise — by staff or the admin of the sub-district. Answers PromiseAnswer. */
export interface PromiseBody {
  readonly firstOn: CalendarDate
  /** `null`: back to the handbook's. */
  readonly terms: SlaTerms | null
  /** The `latestVersion` one has seen. */
  readonly basedOnVersion: number
}
