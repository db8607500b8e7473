import { currentCycle, type Ticket, type TicketFact } from '@huiying/shared/tickets'

type Keys = { readonly [Type in TicketFact['type']]?: (fact: Extract<TicketFact, { readonly type: Type }>) => string }

const ofTicket = (): string => ''
const ofCycle = ({ cycle }: { readonly cycle: number }): string => ` of cycle ${cycle}`
const ofMove = ({ move }: { readonly move: number }): string => ` ${move}`
const ofExtension = ({ extensionId }: { readonly extensionId: string }): string => ` ${extensionId}`
const ofPart = ({ partId }: { readonly partId: string }): string => ` ${partId}`

/** The facts of which the state says how often they happened, and what each is counted under. */
const KEYS: Keys = {
  'ticket.submitted': ofTicket,
  'ticket.responded': ofTicket,
  'ticket.response-reminded': ofTicket,
  'ticket.response-overdue': ofTicket,
  'ticket.withdrawn': ofTicket,
  'ticket.closure-warned': ofCycle,
  'ticket.closure-overdue': ofCycle,
  'ticket.closed': ofCycle,
  'ticket.rated': ofCycle,
  'ticket.rejected': ofCycle,
  'ticket.filed-unrated': ofCycle,
  'ticket.order-issued': (order) => ` ${order.count}${ofCycle(order)}`,
  'ticket.moved': ofMove,
  'ticket.objected': ofMove,
  'ticket.objection-decided': ofMove,
  'ticket.extension-asked': ofExtension,
  'ticket.extension-decided': ofExtension,
  'ticket.part-called': ofPart,
  'ticket.part-reported': ofPart,
  'ticket.part-overdue': ofPart,
  'ticket.part-refused': ofPart,
  'ticket.part-closed': ofPart,
}

export const COUNTED_FACTS = Object.keys(KEYS) as readonly TicketFact['type'][]

/** What a fact is counted under; `null`: the state says nothing of how often it may be. */
export function factKey(fact: TicketFact): string | null {
  const key = KEYS[fact.type] as ((fact: TicketFact) => string) | undefined
  return key === undefined ? null : `${fact.type}${key(fact)}`
}

export interface OwedTimes {
  readonly least: number
  readonly most: number
}

/** By the key: how often each fact must be on record for a ticket in this state. What is not in here must not be. */
export function owedFacts(ticket: Ticket): ReadonlyMap<string, OwedTimes> {
  const owed = new Map<string, OwedTimes>()
  const between = (key: string, least: number, most: number): void => void owed.set(`ticket.${key}`, { least, most })
  const once = (key: string, isOwed: boolean): void => between(key, isOwed ? 1 : 0, isOwed ? 1 : 0)
  once('submitted', true)
  once('responded', ticket.respondedAt !== null)
  once('response-reminded', ticket.remindedAt !== null)
  once('response-overdue', ticket.responseMissedAt !== null)
  once('withdrawn', ticket.status === 'withdrawn')
  const last = currentCycle(ticket).number
  for (const cycle of ticket.cycles) {
    const which = ofCycle({ cycle: cycle.number })
    once(`closure-overdue${which}`, cycle.closureMissedAt !== null)
    once(`closed${which}`, cycle.closedAt !== null)
    once(`rated${which}`, cycle.rating !== null)
    once(`rejected${which}`, cycle.rejected)
    for (let count = 1; count <= cycle.orderCount; count += 1) once(`order-issued ${count}${which}`, true)
    // Filed in silence it may be rated or rejected all the same, as long as the resident may speak.
    const isFiled = ticket.status === 'unrated' && cycle.number === last
    between(`filed-unrated${which}`, isFiled ? 1 : 0, cycle.closedAt === null ? 0 : 1)
    // Whoever was granted more time is warned once more.
    const granted = ticket.extensions.filter((one) => one.cycle === cycle.number && one.isGranted === true).length
    between(`closure-warned${which}`, ticket.warnedCycle === cycle.number ? 1 : 0, 1 + granted)
  }
  for (const { number, objectedAt, ruledAt } of ticket.moves) {
    once(`moved ${number}`, true)
    once(`objected ${number}`, objectedAt !== null)
    once(`objection-decided ${number}`, ruledAt !== null)
  }
  for (const { id, decidedAt } of ticket.extensions) {
    once(`extension-asked ${id}`, true)
    once(`extension-decided ${id}`, decidedAt !== null)
  }
  for (const { id, reportedAt, refusedAt, closedAt, reportMissedAt, reviewedAt } of ticket.parts) {
    once(`part-called ${id}`, true)
    once(`part-reported ${id}`, reportedAt !== null)
    once(`part-refused ${id}`, refusedAt !== null)
    once(`part-closed ${id}`, closedAt !== null)
    // Sent back by the leader it has a new clock, and may miss that too; only the later mark stays.
    between(`part-overdue ${id}`, reportMissedAt === null ? 0 : 1, reportMissedAt === null ? 0 : reviewedAt === null ? 1 : 2)
  }
  return owed
}
