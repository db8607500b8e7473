import type { SealSlot } from './seal-request'

interface About {
  /** The request for the seal. */
  readonly subjectId: string
  readonly villageId: string
  readonly personId: string
}

/** What can have happened to a request for the seal. */
export type SealFact =
  | (About & { readonly type: 'seal.drafted' })
  /** `voided`: whose signatures on the revision before count no more. */
  | (About & { readonly type: 'seal.changed'; readonly revision: number; readonly voided: readonly string[] })
  | (About & { readonly type: 'seal.submitted'; readonly revision: number })
  | (About & { readonly type: 'seal.signed'; readonly revision: number; readonly slot: SealSlot; readonly isApproved: boolean })
  | (About & { readonly type: 'seal.refused'; readonly revision: number; readonly slot: SealSlot })
  | (About & { readonly type: 'seal.taken-back'; readonly revision: number; readonly slot: SealSlot })
  | (About & { readonly type: 'seal.withdrawn' })
  | (About & { readonly type: 'seal.used'; readonly year: number; readonly number: number; readonly copies: number })
