import { MINUTE_MS, type EpochMs } from '../kernel'
import type { NoticeKind } from './notice-data'

/**
 * What is part of somebody's duty to hear of: WeChat refuses it, or he accepted none, and a text goes to his phone at
 * once (handbook §2, "Delivery is part of the duty").
 */
const TEXTED: readonly NoticeKind[] = [
  'you-are-asked', 'response-reminder', 'response-overdue', 'closure-warning', 'closure-overdue', 'order-issued',
  'rejected', 'handed-to-you', 'part-called', 'part-refused', 'part-reviewed', 'part-overdue', 'hole-met',
  'undeliverable', 'caught-up',
]

export function isTexted(kind: NoticeKind): boolean {
  return TEXTED.includes(kind)
}

/** Who is told next: the others of the village committee and its stationed cadre; then whoever watches above. */
export type Rung = 'committee' | 'sub-district'

/** Staff and leaders themselves are told of what is overdue, and it stands on their board: nobody comes after them. */
const RUNGS: { readonly [Kind in NoticeKind]?: readonly Rung[] } = {
  'you-are-asked': ['committee', 'sub-district'],
  'response-reminder': ['sub-district'],
  'closure-warning': ['committee', 'sub-district'],
  rejected: ['committee', 'sub-district'],
  'handed-to-you': ['committee', 'sub-district'],
  'part-called': ['sub-district'],
  'part-reviewed': ['sub-district'],
  'order-issued': ['sub-district'],
}

/** Somebody must be reached with it, or the next one is told. */
export function climbs(kind: NoticeKind): boolean {
  return RUNGS[kind] !== undefined
}

/**
 * How long the people of one rung have. Two rungs are over within eight minutes, so that staff know within ten: a
 * provider that took a text is no proof that anybody reads it.
 */
export const RUNG_MS = 4 * MINUTE_MS

/** What began with a fact that somebody must be reached with. */
export interface Ladder {
  /** The journal entry that the notices come of. */
  readonly factId: string
  readonly ticketId: string
  readonly kind: NoticeKind
  /** Rungs that were climbed already. */
  readonly step: number
  readonly startedAt: EpochMs
  /** When the people of this rung have had their time. */
  readonly dueAt: EpochMs
}

/** How things stand with the people who were told so far. */
export interface Reach {
  /** What it was about no longer waits: answered, finished, withdrawn. */
  readonly isOver: boolean
  /** WeChat took a message, or somebody read the notice, looked at the matter or spoke to it. */
  readonly isReached: boolean
  /** There is somebody else of the committee. */
  readonly hasCommittee: boolean
}

/** The rung to climb now; `null`: the ladder is done with. */
export function nextRung(ladder: Pick<Ladder, 'kind' | 'step'>, reach: Reach): Rung | null {
  if (reach.isOver || reach.isReached) return null
  const rest = (RUNGS[ladder.kind] ?? []).slice(ladder.step)
  return rest.find((rung) => rung !== 'committee' || reach.hasCommittee) ?? null
}

export function ladderOf(factId: string, ticketId: string, kind: NoticeKind, now: EpochMs): Ladder {
  return { factId, ticketId, kind, step: 0, startedAt: now, dueAt: now + RUNG_MS }
}
