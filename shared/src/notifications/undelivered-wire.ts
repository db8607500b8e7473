import type { PersonTag } from '../identity'
import type { EpochMs } from '../kernel'

/**
 * GET /api/undelivered — matters of which nobody on duty could be told, for staff and leaders, or of what lies with the
 * county for its people, to call somebody. One leaves the list once somebody opens or answers it.
 */
export interface UndeliveredAnswer {
  readonly now: EpochMs
  readonly rows: readonly UndeliveredRow[]
}

export interface UndeliveredRow {
  readonly ticketId: string
  readonly villageName: string
  readonly isConfidential: boolean
  readonly words: string
  readonly hasVoice: boolean
  /** When the first of them was told, in the app at least. */
  readonly sinceAt: EpochMs
  /** By when somebody must answer; once answered, must finish. */
  readonly dueAt: EpochMs
  /** Everybody who was told, in that order. */
  readonly people: readonly UndeliveredPerson[]
}

/** none: no acceptance left, or no number; waiting: still being tried; sent: taken, and yet nobody has looked. */
export type ChannelState = 'none' | 'waiting' | 'sent' | 'refused' | 'failed'

export interface UndeliveredPerson {
  readonly person: PersonTag
  /** To call at once; `null`: we have none. */
  readonly phone: string | null
  readonly weChat: ChannelState
  readonly text: ChannelState
}
