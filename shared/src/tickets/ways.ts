import type { EpochMs } from '../kernel'

/**
 * transfer: sideways or down, to a village or a department. escalation: up, for a special meeting. ruling: the
 * sub-district decided on an objection, or took it to itself.
 */
export type MoveHow = 'transfer' | 'escalation' | 'ruling'

/** A ticket went from one unit to another (handbook §2, "Transfer"). Words are messages of the ticket. */
export interface Move {
  /** From 1; 1 is the first after the village that the reporter told. */
  readonly number: number
  readonly how: MoveHow
  readonly fromUnitId: string
  readonly toUnitId: string
  readonly at: EpochMs
  readonly by: string
  readonly messageId: string
  /** The receiver said once that it is not his: until it is decided he holds it all the same. */
  readonly objectedAt: EpochMs | null
  readonly objectedBy: string | null
  readonly objectionMessageId: string | null
  readonly ruledAt: EpochMs | null
  readonly ruledBy: string | null
  /** `true`: the objector was right, and a `ruling` follows. */
  readonly isUpheld: boolean | null
}

/** A promised date, granted by the sub-district before the deadline (handbook §2, "Extension"). */
export interface Extension {
  readonly id: string
  readonly cycle: number
  readonly askedAt: EpochMs
  readonly askedBy: string
  /** The honest interim answer: what was done, what is missing. */
  readonly messageId: string
  readonly promisedAt: EpochMs
  /** The deadline that it takes the place of. */
  readonly fromDueAt: EpochMs
  readonly decidedAt: EpochMs | null
  readonly decidedBy: string | null
  readonly isGranted: boolean | null
}

/** What one department was called for (handbook §2, "Whistle"). */
export interface Part {
  readonly id: string
  readonly unitId: string
  readonly calledAt: EpochMs
  readonly calledBy: string
  /** What is asked of it. */
  readonly messageId: string
  readonly reportDueAt: EpochMs
  readonly reportedAt: EpochMs | null
  readonly reportedBy: string | null
  /** The instant reporting in became overdue; the mark stays. */
  readonly reportMissedAt: EpochMs | null
  readonly refusedAt: EpochMs | null
  readonly refusedBy: string | null
  readonly refusalMessageId: string | null
  readonly reviewedAt: EpochMs | null
  readonly reviewedBy: string | null
  /** `true`: the leader let it go; `false`: it must come, and its clock began anew. */
  readonly isExcused: boolean | null
  readonly closedAt: EpochMs | null
  readonly closedBy: string | null
  readonly closureMessageId: string | null
}

/** Its department still owes something. */
export function isOpenPart(part: Pick<Part, 'closedAt' | 'isExcused'>): boolean {
  return part.closedAt === null && part.isExcused !== true
}
