import type { UnitKind } from './unit'

/** A unit as the phone names it. */
export interface UnitBrief {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
}

/** GET /api/villages?query= — to pick one's village when joining. */
export interface VillageSearchAnswer {
  readonly villages: readonly (UnitBrief & { readonly subDistrictName: string })[]
}
