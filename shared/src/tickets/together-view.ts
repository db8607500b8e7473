import type { PersonTag } from '../identity'
import type { EpochMs } from '../kernel'
import type { ClosureOutcome } from './ticket'

/** Who met it too, and what it is one with. */
export interface TogetherView {
  /** Households that met it too, its reporter not counted; no names of them to neighbours. */
  readonly followers: number
  readonly isFollowing: boolean
  /** For handlers only, else none. */
  readonly people: readonly string[]
  /** For handlers only: what was merged into this one. */
  readonly merged: readonly {
    readonly ticketId: string
    readonly words: string
    readonly reporterName: string
    readonly submittedAt: EpochMs
    /** Nobody had answered it in time, before it was merged. */
    readonly responseMissed: boolean
  }[]
  /** The one that speaks for this one; for its reporter and those who handle it. */
  readonly main: MainView | null
}

export interface MainView {
  /** `null`: the viewer may not read it; then he hears its answers here. */
  readonly ticketId: string | null
  readonly mergedAt: EpochMs
  /** By when it is answered, and finished; `null` once that is done. */
  readonly answerDueAt: EpochMs | null
  readonly finishDueAt: EpochMs | null
  /** Whether it was answered, or finished, too late; the mark stays. */
  readonly responseMissed: boolean
  readonly closureMissed: boolean
  readonly closedAt: EpochMs | null
  readonly outcome: ClosureOutcome | null
  /** Until when "it is not the same" may be said; `null`: as long as it is open. */
  readonly apartUntil: EpochMs | null
  /** What was answered there since it was merged; never the other reporter's words. */
  readonly answers: readonly { readonly by: PersonTag | null; readonly at: EpochMs; readonly text: string }[]
}
