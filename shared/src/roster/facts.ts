import type { CalendarDate, EpochMs } from '../kernel'
import type { RosterOrderCause } from './book'
import type { Month, SlotSource } from './duty-slot'

interface About {
  /** The sub-district, the village, the slot, the leave or the swap, as the fact says. */
  readonly subjectId: string
}

/** What can have happened around the roster. */
export type RosterFact =
  /** `subjectId`: the sub-district. */
  | (About & { readonly type: 'roster.generated'; readonly month: Month; readonly holes: number })
  /** `subjectId`: the sub-district. */
  | (About & { readonly type: 'roster.month-published'; readonly month: Month; readonly holes: number })
  /** `subjectId`: the village. One for each, so that no reaction has to tell a whole sub-district. */
  | (About & { readonly type: 'roster.village-published'; readonly month: Month; readonly holes: number })
  /** A draft was edited. `subjectId`: the sub-district. */
  | (About & { readonly type: 'roster.draft-changed'; readonly month: Month; readonly cells: number })
  /**
   * Duty of a published month went from one to another; one fact for each pair, so that both are told once.
   * `subjectId`: the village. `at`: the instant from which the running slot is the other's; `null`: only coming days.
   */
  | (About & {
      readonly type: 'roster.duty-passed'
      readonly fromPersonId: string | null
      readonly toPersonId: string | null
      readonly days: readonly CalendarDate[]
      readonly why: SlotSource
      readonly at: EpochMs | null
    })
  /** A shift changed. `subjectId`: the village; `slotIds`: those that begin. */
  | (About & { readonly type: 'roster.shift-changed'; readonly at: EpochMs; readonly slotIds: readonly string[] })
  /** `subjectId`: the slot. `at`: the first instant it counts as absent. */
  | (About & { readonly type: 'roster.absent'; readonly villageId: string; readonly personId: string; readonly at: EpochMs })
  /** `subjectId`: the slot. */
  | (About & { readonly type: 'roster.taken-over'; readonly villageId: string; readonly personId: string; readonly isLate: boolean; readonly at: EpochMs })
  /** `subjectId`: the leave. */
  | (About & { readonly type: 'roster.leave-entered'; readonly personId: string; readonly fromOn: CalendarDate; readonly toOn: CalendarDate })
  | (About & { readonly type: 'roster.leave-cancelled'; readonly personId: string })
  /** `subjectId`: the swap. */
  | (About & { readonly type: 'roster.swap-asked' })
  | (About & { readonly type: 'roster.swap-answered'; readonly accepted: boolean })
  | (About & { readonly type: 'roster.swap-withdrawn' })
  /** `subjectId`: the village. */
  | (About & { readonly type: 'roster.note-left' })
  | (About & { readonly type: 'roster.book-written' })
  | (About & { readonly type: 'roster.marks-set' })
  /** Set, moved or taken away; where it stands the journal does not keep. */
  | (About & { readonly type: 'roster.centre-set' })
  /** `subjectId`: the order. `villageId` `null`: it goes to a leader who owes a visit. */
  | (About & { readonly type: 'roster.order-issued'; readonly villageId: string | null; readonly cause: RosterOrderCause })
  /** `subjectId`: the sub-district. */
  | (About & { readonly type: 'roster.policy-set'; readonly version: number })
