import type { EpochMs } from '../kernel'

/** Who met it too, and what became one with what. Each lies with the ticket it names first. */
export type TogetherFact =
  | { readonly type: 'ticket.followed'; readonly personId: string }
  | { readonly type: 'ticket.unfollowed'; readonly personId: string }
  /** Its own clock stands still; that other one speaks for it. */
  | { readonly type: 'ticket.merged'; readonly intoTicketId: string; readonly personId: string }
  /** The other one's side of it, with the deadlines as they are from now on: the earlier ones of both. */
  | {
      readonly type: 'ticket.took-in'
      readonly otherTicketId: string
      readonly responseDueAt: EpochMs
      readonly closureDueAt: EpochMs
    }
  /** It stands for itself again, by its own deadlines. `withdrawn`: the main one was. */
  | { readonly type: 'ticket.came-apart'; readonly fromTicketId: string; readonly how: 'reporter' | 'handler' | 'withdrawn' }
  | { readonly type: 'ticket.let-go'; readonly otherTicketId: string }
