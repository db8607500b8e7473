import type { EpochMs } from '../kernel'

/**
 * GET /api/county/orders — for the county's staff and leaders: orders of its sub-districts that went on so long that it
 * is told (handbook §2). Number, village and how often; nobody's words, and nothing that leads to the matter.
 */
export interface CountyOrdersAnswer {
  readonly now: EpochMs
  readonly count: number
  /** No more were looked at than a county has at once: there may be more than were counted. */
  readonly isMore: boolean
  /** Longest late first, as many as a phone shows. */
  readonly rows: readonly CountyOrderRow[]
}

export interface CountyOrderRow {
  /** The order's own. */
  readonly id: string
  /** "督〔2026〕17号" */
  readonly number: string
  /** How often it went out. */
  readonly orderCount: number
  readonly subDistrictName: string
  readonly villageName: string
}
