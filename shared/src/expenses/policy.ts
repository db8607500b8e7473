import { DAY_MS, DomainError, HOUR_MS, inForceOn, MINUTE_MS, type CalendarDate, type Fen } from '../kernel'

/** Handbook §4, "policy": per sub-district, with a version and a first day. A request keeps what it started under. */
export interface ExpensePolicy {
  readonly subDistrictId: string
  readonly version: number
  readonly firstOn: CalendarDate
  readonly terms: ExpenseTerms
}

export interface ExpenseTerms {
  /** From this amount on the stationed cadre reviews. */
  readonly reviewFromFen: Fen
  /** The same where secretary and director are one person. */
  readonly reviewFromOneShoulderFen: Fen
  /** From this amount on it rests on a passed decision. */
  readonly decisionFromFen: Fen
  /** Cash only below this amount. */
  readonly cashBelowFen: Fen
  /** Same payee and purpose within so many days are added up. */
  readonly addUpDays: number
  /** Whoever holds it up is reminded after this, */
  readonly remindFirstMs: number
  /** and then each time after this. */
  readonly remindEachMs: number
  /** How long a challenge may be signed. */
  readonly challengeMs: number
  /** Pictures whose 64-bit perceptual hashes differ in at most so many bits look alike. */
  readonly alikeBits: number
}

export const DEFAULT_EXPENSE_TERMS: ExpenseTerms = {
  reviewFromFen: 500_000,
  reviewFromOneShoulderFen: 100_000,
  decisionFromFen: 2_000_000,
  cashBelowFen: 50_000,
  addUpDays: 30,
  remindFirstMs: DAY_MS,
  remindEachMs: DAY_MS,
  challengeMs: 10 * MINUTE_MS,
  alikeBits: 8,
}

/** The policy in force on a day; a sub-district that has set none keeps the handbook's, as version 0. */
export function expensePolicyOn(
  policies: readonly ExpensePolicy[],
  subDistrictId: string,
  on: CalendarDate,
): ExpensePolicy {
  return inForceOn(policies, subDistrictId, on) ??
    { subDistrictId, version: 0, firstOn: '2026-01-01', terms: DEFAULT_EXPENSE_TERMS }
}

/**
 * A sub-district may be stricter or laxer, not absurd: 一肩挑 never makes it laxer, and nobody is rung up by the minute.
 * @throws expense.policy-invalid
 */
export function checkExpenseTerms(terms: ExpenseTerms): void {
  const isSound = isWithin(terms.reviewFromFen, 0, MOST_FEN)
    && isWithin(terms.reviewFromOneShoulderFen, 0, terms.reviewFromFen)
    && isWithin(terms.decisionFromFen, 0, MOST_FEN)
    && isWithin(terms.cashBelowFen, 0, MOST_FEN)
    && isWithin(terms.addUpDays, 0, 366)
    && isWithin(terms.remindFirstMs, HOUR_MS, 30 * DAY_MS)
    && isWithin(terms.remindEachMs, HOUR_MS, 30 * DAY_MS)
    && isWithin(terms.challengeMs, MINUTE_MS, HOUR_MS)
    && isWithin(terms.alikeBits, 0, 64)
  if (!isSound) throw new DomainError('expense.policy-invalid')
}

const MOST_FEN: Fen = 10_000_000_000

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && least <= value && value <= most
}
