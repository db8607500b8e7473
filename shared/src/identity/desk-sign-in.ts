import { DomainError, HOUR_MS, MINUTE_MS, type EpochMs } from '../kernel'
import type { PostKind } from './post'
import type { Viewer } from './viewer'

/**
 * A browser that wants to be let in. It shows a code of six digits; who is signed in on a phone types it, sees which
 * browser asks, and says yes. The browser fetches its session with a secret that nobody else ever saw.
 */
export interface DeskSignIn {
  readonly id: string
  /** SHA-256 of what the browser proves itself with, in hex. */
  readonly secretHash: string
  /** Six digits; `null` once typed: a code is good for one phone. */
  readonly code: string | null
  /** The kind of browser in words, never what it sent of itself. */
  readonly browser: string
  readonly askedAt: EpochMs
  readonly expiresAt: EpochMs
  /** Whose phone the code was typed on; `null`: nobody's yet. */
  readonly accountId: string | null
  readonly decidedAt: EpochMs | null
  readonly isApproved: boolean | null
}

/** Wrong codes of one account, counted from the first one on. */
export interface WrongCodes {
  readonly accountId: string
  readonly firstAt: EpochMs
  readonly count: number
}

export const DESK_CODE_LIFE_MS = 3 * MINUTE_MS
/** After its end the browser may still fetch what was confirmed in the last moment. */
export const DESK_FETCH_GRACE_MS = MINUTE_MS
/** A working day; a desk is left alone more easily than a phone. */
export const DESK_SESSION_LIFE_MS = 12 * HOUR_MS
export const WRONG_CODES_LIMIT = 5
export const WRONG_CODES_SPAN_MS = 15 * MINUTE_MS
/** At once, in the whole product: one guess among a million codes hits none of them 999 times in 1,000. */
export const LIVE_CODES_LIMIT = 1_000

/** Whoever holds a post other than resident; a resident's screen is the phone. */
export function mayWorkAtDesk(person: { readonly posts: readonly { readonly kind: PostKind }[] }): boolean {
  return person.posts.some(({ kind }) => kind !== 'resident')
}

/** How many wrong codes count at the instant: after the span nothing is held against anybody. */
export function wrongCodesAt(wrong: WrongCodes | null, now: EpochMs): number {
  return wrong === null || now >= wrong.firstAt + WRONG_CODES_SPAN_MS ? 0 : wrong.count
}

/** @throws desk.no-post, desk.codes-over with the minutes to wait */
export function checkMayTypeCode(viewer: Viewer, wrong: WrongCodes | null, now: EpochMs): void {
  if (!mayWorkAtDesk(viewer)) throw new DomainError('desk.no-post')
  if (wrong === null || wrongCodesAt(wrong, now) < WRONG_CODES_LIMIT) return
  const minutes = Math.ceil((wrong.firstAt + WRONG_CODES_SPAN_MS - now) / MINUTE_MS)
  throw new DomainError('desk.codes-over', { minutes })
}

/** One more wrong code; a new span begins where the last one is over. */
export function withWrongCode(wrong: WrongCodes | null, accountId: string, now: EpochMs): WrongCodes {
  const count = wrongCodesAt(wrong, now)
  return wrong === null || count === 0 ? { accountId, firstAt: now, count: 1 } : { ...wrong, count: count + 1 }
}

/** The code is typed: from now on the browser belongs to this phone, and the code to nobody. */
export function takeCode(signIn: DeskSignIn, viewer: Viewer): DeskSignIn {
  return { ...signIn, code: null, accountId: viewer.accountId }
}

/** @throws desk.no-post, desk.over when it is another phone's, decided by now, or its time is up */
export function decideDesk(signIn: DeskSignIn | null, viewer: Viewer, isApproved: boolean, now: EpochMs): DeskSignIn {
  if (!mayWorkAtDesk(viewer)) throw new DomainError('desk.no-post')
  const isHis = signIn !== null && signIn.accountId === viewer.accountId
  if (!isHis || signIn.decidedAt !== null || now >= signIn.expiresAt) throw new DomainError('desk.over')
  return { ...signIn, decidedAt: now, isApproved }
}

export type DeskState = 'waiting' | 'typed' | 'approved' | 'declined' | 'over'

/** What the browser is told. */
export function deskStateAt(signIn: DeskSignIn | null, now: EpochMs): DeskState {
  if (signIn === null) return 'over'
  if (signIn.isApproved === false) return 'declined'
  if (signIn.isApproved === true) return now < signIn.expiresAt + DESK_FETCH_GRACE_MS ? 'approved' : 'over'
  if (now >= signIn.expiresAt) return 'over'
  return signIn.accountId === null ? 'waiting' : 'typed'
}
