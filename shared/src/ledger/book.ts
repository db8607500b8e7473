import type { Month } from './month'

/** A village has up to two legal bodies; each keeps a book of its own (handbook §5). */
export type LegalBody = 'collective' | 'village-committee'

export const LEGAL_BODY_NAMES: Readonly<Record<LegalBody, string>> = {
  collective: '村集体经济组织',
  'village-committee': '村民委员会',
}

/** 账套 */
export interface Book {
  readonly id: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly legalBody: LegalBody
  readonly name: string
  readonly chartVersion: number
  /** The first month it is kept here; nothing is dated before. */
  readonly firstMonth: Month
  readonly subAccounts: readonly SubAccount[]
}

/**
 * 明细科目: a bank account under 102, a road under 514. The code is the account's above with two more digits.
 */
export interface SubAccount {
  readonly code: string
  readonly name: string
  /** Off: it takes no new lines; what stands on it stays. */
  readonly isActive: boolean
}
