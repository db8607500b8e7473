import type { EpochMs } from '../kernel'

interface OfPart {
  readonly partId: string
  /** The department. */
  readonly unitId: string
}

/** What can have happened to what a department was called for. Words are in the messages the ids point to. */
export type PartFact =
  | (OfPart & { readonly type: 'ticket.part-called'; readonly messageId: string; readonly reportDueAt: EpochMs })
  | (OfPart & { readonly type: 'ticket.part-reported'; readonly met: boolean })
  | (OfPart & { readonly type: 'ticket.part-overdue'; readonly dueAt: EpochMs })
  | (OfPart & { readonly type: 'ticket.part-refused'; readonly messageId: string })
  | (OfPart & { readonly type: 'ticket.part-reviewed'; readonly messageId: string; readonly isExcused: boolean })
  | (OfPart & { readonly type: 'ticket.part-closed'; readonly messageId: string })
