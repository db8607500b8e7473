import type { EpochMs } from '../kernel'
import type { CalendarFact } from '../calendar'
import type { ExpenseFact } from '../expenses'
import type { FigureFact } from '../figures'
import type { IdentityFact } from '../identity'
import type { LedgerFact } from '../ledger'
import type { RosterFact } from '../roster'
import type { SealFact } from '../seal'
import type { SlaFact } from '../sla'
import type { TicketFact, TopicFact } from '../tickets'
import type { CheckFact } from './check-facts'

/** Everything that can have happened. The journal keeps these; the reactions are exhaustive over them. */
export type Fact =
  | TicketFact
  | TopicFact
  | IdentityFact
  | RosterFact
  | SlaFact
  | CalendarFact
  | LedgerFact
  | ExpenseFact
  | SealFact
  | FigureFact
  | CheckFact
export type FactType = Fact['type']

/** What a fact is about: the ticket, or what its room calls its subject. */
export function subjectOf(fact: Fact): string {
  return 'ticketId' in fact ? fact.ticketId : fact.subjectId
}

/** A fact as the journal keeps it. `by` is the person who acted; `null`: time, or the product itself. */
export interface JournalEntry {
  readonly id: string
  readonly at: EpochMs
  readonly by: string | null
  readonly fact: Fact
}

export * from './check-facts'
export * from './error-codes'
export * from './error-words'
