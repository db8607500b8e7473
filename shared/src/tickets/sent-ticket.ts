import type { ConfidenceView } from './confidence-wire'
import type { TicketView } from './wire'

/** Answer to POST /api/tickets: what the phone says at once, short enough for a weak network. */
export interface SentTicket
  extends Pick<TicketView, 'id' | 'now' | 'village' | 'kind' | 'visibility' | 'submittedAt' | 'responseDueAt'> {
  /** Whom it is @-ed to; his name is in the directory. */
  readonly addresseeId: string | null
  /** Of a confidential one where it lies, and whom it is kept from; `null` for the others. */
  readonly confidence: Omit<ConfidenceView, 'aboutPerson' | 'regarding'> | null
}
