/** An instant: milliseconds since 1970-01-01T00:00:00Z, by the server's clock. */
export type EpochMs = number

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** A half-open span [fromAt, toAt); `toAt === null` has no end yet. */
export interface Span {
  readonly fromAt: EpochMs
  readonly toAt: EpochMs | null
}

/** One that ends. */
export interface BoundedSpan extends Span {
  readonly toAt: EpochMs
}

/** True at `fromAt`, false at `toAt`: an instant on the border belongs to the incoming span. */
export function spanHolds(span: Span, at: EpochMs): boolean {
  return span.fromAt <= at && (span.toAt === null || at < span.toAt)
}

/** The hour around the instant: what is known of the whole of it holds for every instant in it. */
export function hourOf(at: EpochMs): BoundedSpan {
  const fromAt = at - (at % HOUR_MS)
  return { fromAt, toAt: fromAt + HOUR_MS }
}
