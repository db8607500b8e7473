import { DomainError } from '../kernel'

/** What a sub-district may set about its villages' books. */
export interface LedgerTerms {
  /** How long a closed month hangs for all to read. */
  readonly noticeDays: number
  /** How much of a month's money may stand under "其他", in percent. */
  readonly otherLimitPercent: number
}

/** Handbook §5. */
export const DEFAULT_LEDGER_TERMS: LedgerTerms = { noticeDays: 7, otherLimitPercent: 5 }

const MIN_NOTICE_DAYS = 7
const MAX_NOTICE_DAYS = 60
const MAX_OTHER_PERCENT = 5

/**
 * A sub-district may ask for more openness, never for less.
 * @throws ledger.terms-invalid
 */
export function checkLedgerTerms({ noticeDays, otherLimitPercent }: LedgerTerms): void {
  if (!isWithin(noticeDays, MIN_NOTICE_DAYS, MAX_NOTICE_DAYS) || !isWithin(otherLimitPercent, 0, MAX_OTHER_PERCENT)) {
    throw new DomainError('ledger.terms-invalid', { minDays: MIN_NOTICE_DAYS, maxPercent: MAX_OTHER_PERCENT })
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
