import type { EpochMs } from '../kernel'
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

/** POST /api/publication/:checkId/decision. Answers HeldAnswer. `reason`: what the reporter reads if it is not open. */
export interface PublicationBody {
  readonly isOpen: boolean
  readonly reason?: string
}
