import type { PersonTag } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import type { RerouteReason, TicketFact, TimelineStep } from '@huiying/shared/tickets'
import { jsonOf } from '../../platform/database/own-sql'

/** What of the journal a timeline is made of. */
export interface JournalRow {
  readonly at: number
  readonly by_person: string | null
  readonly body: string
}

/** Lateness happened when it fell due, and a matter went over when the shift did, whenever it was noticed. */
export function timelineStep(
  row: JournalRow,
  hiddenPersonId: string | null,
  tag: (id: string | null) => PersonTag | null,
): TimelineStep {
  const fact = factOf(row)
  const way = wayOf(fact)
  return {
    at: happenedAt(fact) ?? Number(row.at),
    type: fact.type,
    who: row.by_person === hiddenPersonId ? null : tag(row.by_person),
    cycle: 'cycle' in fact ? fact.cycle : null,
    ...(way === null ? {} : { from: tag(way.from), to: tag(way.to), why: way.why }),
  }
}

function happenedAt(fact: TicketFact): EpochMs | null {
  if (fact.type === 'ticket.response-overdue' || fact.type === 'ticket.closure-overdue') return fact.dueAt
  if (fact.type === 'ticket.part-overdue') return fact.dueAt
  return fact.type === 'ticket.rerouted' ? fact.at : null
}

interface Way {
  readonly from: string | null
  readonly to: string | null
  readonly why: RerouteReason
}

/** For a step that went from one to another. */
export function wayOf(fact: TicketFact): Way | null {
  return fact.type === 'ticket.rerouted' ? { from: fact.fromPersonId, to: fact.toPersonId, why: fact.why } : null
}

export function factOf(row: JournalRow): TicketFact {
  return jsonOf(row.body)
}
