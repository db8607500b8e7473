import type { HeldWhy } from './content-check'

/** What happens on the way to being seen by all, where it does not pass by itself. */
export type PublicationFact =
  | { readonly type: 'ticket.publication-held'; readonly checkId: string; readonly why: HeldWhy }
  | {
      readonly type: 'ticket.publication-decided'
      readonly checkId: string
      readonly isOpen: boolean
      readonly personId: string
      /** Why not, or why after all, in words; `null`: it was open at once. */
      readonly messageId: string | null
    }
