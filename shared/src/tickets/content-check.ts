import type { EpochMs } from '../kernel'

/** What is looked at: words by one question, pictures and recordings by one that is answered later. */
export type CheckKind = 'words' | 'photo' | 'voice'

/**
 * to-ask; asked: the answer comes by itself; held: a person of the sub-district says; open, withheld: he has said.
 */
export type CheckState = 'to-ask' | 'asked' | 'held' | 'open' | 'withheld'

/**
 * Why a person must look: what the checker thinks; or unasked: he knows nobody who could be asked about; silent: he
 * did not answer in time.
 */
export type HeldWhy = 'review' | 'risky' | 'unasked' | 'silent'

/** One text, picture or recording that waits to be seen by all. What passes by itself leaves none. */
export interface ContentCheck {
  /** Of the ticket, message or file it is about. */
  readonly id: string
  readonly kind: CheckKind
  readonly ticketId: string
  /** `null`: of the ticket itself. */
  readonly messageId: string | null
  readonly subDistrictId: string
  readonly state: CheckState
  /** When to ask (again), or when the answer is late; `null`: time does nothing more. */
  readonly dueAt: EpochMs | null
  readonly createdAt: EpochMs
  /** Failed in a row. */
  readonly attempts: number
  /** How often the checker took it. */
  readonly asked: number
  readonly traceId: string | null
  readonly why: HeldWhy | null
  readonly heldAt: EpochMs | null
  readonly decidedAt: EpochMs | null
  readonly decidedBy: string | null
}

/** The reporter's own words before the village: not looked at yet, there to read, or kept back. */
export type PublicationView = 'waiting' | 'open' | 'withheld'
