import type { EpochMs } from '../kernel'

/** A human being on a register. A WeChat account is bound to at most one person; a person may have several accounts. */
export interface Person {
  readonly id: string
  readonly name: string
  /** 11 digits; `null`: has none. Never leaves the server unmasked but through an act that is on record. */
  readonly phone: string | null
  /** The key a list names this person by, so that a second import finds him again. Unique. */
  readonly code: string
  readonly createdAt: EpochMs
}

/** Begins the code of somebody who joined through the app; the first list that names him gives him its own. */
export const JOINED_CODE_PREFIX = 'request-'

/** One WeChat user of one app id (or a demo sign-in). */
export interface Account {
  readonly id: string
  readonly appId: string
  readonly openId: string
  readonly unionId: string | null
  /** The number WeChat vouched for, kept also when no register knows it; 11 digits. */
  readonly phone: string | null
  /** `null` until the phone number matched a register or the village approved a request. */
  readonly personId: string | null
  readonly createdAt: EpochMs
}

/** A signed-in phone or browser. Only a hash of its token is kept. */
export interface Session {
  readonly tokenHash: string
  /** By which its owner names it; `null` for those opened before sessions were listed. */
  readonly id: string | null
  /** The kind of browser, for a desk confirmed on a phone; `null`: a phone. */
  readonly browser: string | null
  readonly accountId: string
  readonly createdAt: EpochMs
  readonly expiresAt: EpochMs
  readonly revokedAt: EpochMs | null
}

/** "I live here" from somebody the register did not know; the village says yes or no. */
export interface MembershipRequest {
  readonly id: string
  readonly accountId: string
  readonly villageId: string
  readonly name: string
  /** The number WeChat vouched for. */
  readonly phone: string
  readonly note: string
  readonly status: 'waiting' | 'approved' | 'declined'
  readonly createdAt: EpochMs
  readonly decidedBy: string | null
  readonly decidedAt: EpochMs | null
}
