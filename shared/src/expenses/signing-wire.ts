import type { CalendarDate, EpochMs } from '../kernel'
import type { ContentField } from './content'
import type { Slot } from './slots'

/** What the phone had on its screen. */
export interface ShownBody {
  readonly revision: number
  readonly digest: string
}

/**
 * A drawn signature: strokes of points, x and y in thousandths of the pad's width (y from 0 down to its height), t
 * in ms
 * since the pen first touched. 1–60 strokes, 8–3,000 points.
 */
export interface Strokes {
  /** The pad's height in thousandths of its width. */
  readonly height: number
  readonly strokes: readonly (readonly (readonly [x: number, y: number, t: number])[])[]
}

/** POST /api/expenses/:id/challenges — answers ChallengeAnswer; refusals as `mustBeAbleToSign`. */
export interface ChallengeBody {
  readonly slot: Slot
  readonly shown: ShownBody
}
export interface ChallengeAnswer {
  readonly nonce: string
  /** What SOTER is to sign: hex digest of revision, slot, person and nonce. */
  readonly challenge: string
  readonly expiresAt: EpochMs
}
/**
 * POST /api/expenses/:id/signatures. Answers ExpenseView. Refused with `expense.stale`: `changes` in the problem
 * body.
 */
export interface SignBody {
  readonly slot: Slot
  readonly shown: ShownBody
  readonly nonce: string
  readonly strokes: Strokes
  /** What wx.startSoterAuthentication gave: resultJSON and resultJSONSignature. */
  readonly soter?: { readonly json: string; readonly signature: string }
}
/** In the problem body of expense.stale, ready for the red before/after: texts as people read them. */
export interface StaleChange {
  readonly field: ContentField
  readonly before: string
  readonly after: string
}
/** POST /api/expenses/:id/refusal; /take-back without reason. Answer ExpenseView. */
export interface RefusalBody {
  readonly slot: Slot
  readonly shown: ShownBody
  readonly reason: string
}
/** POST /api/expenses/:id/cancellation */
export interface CancellationBody {
  readonly reason: string
  readonly returnedPhotoId?: string
}
/** POST /api/expenses/:id/payment */
export interface PaymentBody {
  readonly paidOn: CalendarDate
  readonly photoId: string
  readonly reference: string
}
/** POST /api/expenses/:id/posting — into the book, on a day of an open month; answers ExpenseView. */
export interface PostingBody {
  readonly on: CalendarDate
}
/**
 * PUT /api/expenses/:id/vouchers/:fileId/mask and, for the minutes,
 * PUT /api/decisions/:decisionId/photos/:fileId/mask — accountant; no boxes: looked at,
 * nothing to hide. Answers nothing.
 */
export interface MaskBody {
  readonly boxes: readonly {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }[]
}
