import { DomainError, inForceOn, type CalendarDate } from '../kernel'

/** How many are called back, of a thousand: data with a version and a first day, like every promise. */
export interface CallbackPolicy {
  readonly subDistrictId: string
  readonly version: number
  readonly firstOn: CalendarDate
  readonly sharePermille: number
}

export const DEFAULT_SHARE_PERMILLE = 100

/** In force on a day; a sub-district that has set none has the default share. */
export function callbackPolicyOn(
  policies: readonly CallbackPolicy[],
  subDistrictId: string,
  on: CalendarDate,
): CallbackPolicy {
  return inForceOn(policies, subDistrictId, on) ??
    { subDistrictId, version: 0, firstOn: '2026-01-01', sharePermille: DEFAULT_SHARE_PERMILLE }
}

/** @throws figures.share-invalid */
export function checkShare(sharePermille: number): void {
  if (!Number.isInteger(sharePermille) || sharePermille < 0 || sharePermille > 1_000) {
    throw new DomainError('figures.share-invalid')
  }
}
