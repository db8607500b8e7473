import type { CadreCard, DutyHole, PersonTag } from '../identity'
import type { EpochMs } from '../kernel'
import type { BookInHome } from '../ledger'
import type { PromiseView } from '../sla'
import type { UnitBrief } from '../villages'
import type { TicketStatus } from './ticket'
import type { PhotoView, TicketRow } from './wire'

/** GET /api/home — the villager's first screen in one round trip. */
export interface HomeAnswer {
  readonly now: EpochMs
  readonly village: UnitBrief
  readonly onDuty: readonly CadreCard[]
  readonly hole: DutyHole | null
  /** By when somebody answers what is said now. */
  readonly promise: PromiseView
  readonly latest: TicketRow | null
  readonly openOfMine: number
  /** None where the village keeps no book yet, or the viewer may not read it. */
  readonly books: readonly BookInHome[]
}

/**
 * GET /api/entries/:entryId/questions — what was asked about an entry, with the answers, oldest first; for whoever may
 * read the book. What was said for the handlers alone is left out for all others.
 */
export interface EntryQuestionsAnswer {
  readonly now: EpochMs
  /** ≤ 50. */
  readonly questions: readonly EntryQuestion[]
}
export interface EntryQuestion {
  readonly ticketId: string
  readonly askedAt: EpochMs
  /** `null`: hidden from neighbours. */
  readonly askedBy: string | null
  /** Empty where it was spoken. */
  readonly words: string
  readonly hasVoice: boolean
  readonly status: TicketStatus
  readonly responseDueAt: EpochMs
  readonly answers: readonly {
    readonly by: PersonTag | null
    readonly at: EpochMs
    readonly words: string
    readonly photos: readonly PhotoView[]
  }[]
  readonly mine: boolean
}
