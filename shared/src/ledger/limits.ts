/** Characters as a reader counts them. */
export const PURPOSE_LIMIT = 200
export const COUNTERPARTY_LIMIT = 60
export const ACCOUNT_NAME_LIMIT = 30
export const OBJECTION_LIMIT = 500

export const LINE_LIMIT = 100
export const VOUCHER_LIMIT = 100

/**
 * A billion yuan on one line; an entry of nothing but such lines, and nine of those, still fit below MAX_FEN.
 */
export const AMOUNT_LIMIT_FEN = 100_000_000_000
