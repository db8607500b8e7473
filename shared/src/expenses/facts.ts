import type { Fen } from '../kernel'
import type { SignatureLevel } from './expense'
import type { Slot } from './slots'

interface About {
  /** The expense. */
  readonly subjectId: string
  readonly villageId: string
}

/** What can have happened to an expense. `opened`: the slots that wait for a signature from now on. */
export type ExpenseFact =
  | (About & { readonly type: 'expense.drafted'; readonly personId: string })
  /** `voided`: whose signatures on the revision before count no more. */
  | (About & { readonly type: 'expense.changed'; readonly personId: string; readonly revision: number; readonly voided: readonly string[] })
  | (About & { readonly type: 'expense.submitted'; readonly personId: string; readonly revision: number; readonly opened: readonly Slot[] })
  | (About & { readonly type: 'expense.signed'; readonly personId: string; readonly revision: number; readonly slot: Slot; readonly level: SignatureLevel; readonly opened: readonly Slot[] })
  | (About & { readonly type: 'expense.approved'; readonly revision: number; readonly amountFen: Fen })
  | (About & { readonly type: 'expense.refused'; readonly personId: string; readonly revision: number; readonly slot: Slot })
  /** `voided`: the slots of later stages that fell with it. */
  | (About & { readonly type: 'expense.taken-back'; readonly personId: string; readonly revision: number; readonly slot: Slot; readonly voided: readonly Slot[] })
  | (About & { readonly type: 'expense.withdrawn'; readonly personId: string })
  /** `releasedFen`: what the approval had reserved. */
  | (About & { readonly type: 'expense.cancelled'; readonly personId: string; readonly releasedFen: Fen })
  | (About & { readonly type: 'expense.paid'; readonly personId: string; readonly amountFen: Fen })
  | (About & { readonly type: 'expense.posted'; readonly entryId: string })
  /** Its entry was reversed: it waits for the right one. */
  | (About & { readonly type: 'expense.posting-reversed'; readonly entryId: string; readonly reversalId: string })
  | (About & { readonly type: 'expense.published' })
  /** `personIds` is empty where nobody can do it: then whoever watches is to hear. */
  | (About & { readonly type: 'expense.reminded'; readonly personIds: readonly string[]; readonly count: number; readonly days: number })
  | GroundFact

/** Of what expenses rest on: subjectId is the decision's, the register line's, or whose paper was masked. */
export type GroundFact =
  | (About & { readonly type: 'expense.decision-recorded' | 'expense.decision-voided'; readonly personId: string })
  | (About & { readonly type: 'expense.kinship-set' | 'expense.kinship-removed'; readonly personId: string })
  | (About & { readonly type: 'expense.voucher-masked' | 'expense.decision-masked'; readonly personId: string; readonly fileId: string; readonly boxes: number })
  /** Of the sub-district, which is the subject. */
  | { readonly type: 'expense.policy-set'; readonly subjectId: string; readonly version: number }
