import type { CalendarDate, EpochMs } from '../kernel'
import type { FileBytes } from './content'

/** Money has left cash or bank. */
export interface Payment {
  readonly paidOn: CalendarDate
  /** Bank slip, or the payee's receipt for cash. */
  readonly proof: FileBytes
  /** The bank's number of the transfer; "" for cash. */
  readonly reference: string
  readonly by: string
  readonly at: EpochMs
}

/** The ledger entry that carries it. */
export interface Posting {
  readonly entryId: string
  readonly at: EpochMs
  /** The mirrored entry 红字冲销; `null`: it stands. */
  readonly reversed: { readonly entryId: string; readonly at: EpochMs } | null
}

/** The one posting that stands; `null`: none was made yet, or it was reversed. */
export function livePosting({ postings }: { readonly postings: readonly Posting[] }): Posting | null {
  return postings.find(({ reversed }) => reversed === null) ?? null
}
