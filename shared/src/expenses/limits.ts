import type { Fen } from '../kernel'

/** Characters as a reader counts them. */
export const PURPOSE_LIMIT = 100
export const STATEMENT_LIMIT = 2_000
export const PAYEE_NAME_LIMIT = 60
export const ITEM_NAME_LIMIT = 60
export const QUANTITY_LIMIT = 30
export const EXPENSE_REASON_LIMIT = 200
export const PAYMENT_REFERENCE_LIMIT = 60

export const ITEMS_LIMIT = 50
export const VOUCHERS_LIMIT = 30

/** A hundred million yuan: more is a slip of the finger, in any village. */
export const AMOUNT_LIMIT_FEN: Fen = 10_000_000_000
