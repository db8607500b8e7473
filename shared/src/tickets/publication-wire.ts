import type { EpochMs } from '../kernel'
import type { PersonTag } from '../identity'
import type { CheckKind, HeldWhy } from './content-check'
import type { PhotoView, VoiceView } from './wire'

/** GET /api/publication — 待看的内容: what a person of the sub-district must look at before all may see it. */
export interface HeldAnswer {
  readonly now: EpochMs
  /** Oldest first; at most `HELD_ROWS`. */
  readonly rows: readonly HeldRow[]
  readonly count: number
}
export const HELD_ROWS = 50

/**
 * GET /api/publication/withheld?cursor=… — what was not shown to all, the newest first: each of it may be put right, as
 * long as its reporter has not been forgotten.
 */
export interface WithheldAnswer {
  readonly now: EpochMs
  /** At most `PAGE_SIZE`. */
  readonly rows: readonly WithheldRow[]
  readonly nextCursor: string | null
}

export interface HeldRow {
  readonly id: string
  readonly ticketId: string
  readonly villageName: string
  readonly kind: CheckKind
  readonly side: 'reporter' | 'handler'
  readonly why: HeldWhy
  readonly heldAt: EpochMs
  /** Of a picture or a recording: what it came with. */
  readonly words: string
  readonly photo: PhotoView | null
  readonly voice: VoiceView | null
}

export interface WithheldRow extends HeldRow {
  readonly decidedAt: EpochMs
  readonly by: PersonTag | null
  /** As the reporter reads it. */
  readonly reason: string
}

/**
 * POST /api/publication/:checkId/decision. Answers HeldAnswer. `reason`: what the reporter reads if it is not open, or
 * is after all.
 */
export interface PublicationBody {
  readonly isOpen: boolean
  readonly reason?: string
}
