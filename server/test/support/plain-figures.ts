import type { Fact } from '@huiying/shared/facts'
import type { Reads } from '../../src/platform/database/reads'

/**
 * The figures a second time, slow and plain: one matter after the other, from what the journal says was done and when,
 * with an `if` for every sentence of the handbook. It shares nothing with the product's but the names.
 */
export interface PlainFigures {
  [measure: string]: { [inClass: string]: number }
}

interface Row {
  readonly id: string
  readonly village_id: string
  readonly sub_district_id: string
  readonly kind: string
  readonly topic_id: string | null
  readonly visibility: string
  readonly about: string | null
  readonly about_person_id: string | null
  readonly hidden_from: string | null
  readonly merged_into_id: string | null
  readonly response_due_at: number
}
interface Happened {
  readonly at: number
  readonly subject_id: string
  readonly body: string
}
interface Due {
  readonly ticket_id: string
  readonly number: number
  readonly closure_due_at: number
}
interface Said {
  readonly ticket_id: string
  readonly result: string | null
  readonly cycle: number | null
  readonly is_answered: number | null
  readonly is_settled: number | null
}

/** A matter as its history tells it. */
export interface PlainMatter {
  readonly ticketId: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly kind: string
  readonly topicId: string | null
  readonly isConfidential: boolean
  readonly about: string | null
  /** People it is kept from by name. */
  readonly keptFrom: string
  raisedAt: number
  responseDueAt: number
  answeredAt: number | null
  withdrawnAt: number | null
  isMerged: boolean
  rounds: PlainRound[]
  said: Said | null
}
interface PlainRound {
  startedAt: number
  dueAt: number
  closedAt: number | null
  outcome: string | null
  isRejected: boolean
  rating: string | null
  isFiled: boolean
}

export async function plainMatters(reads: Reads): Promise<readonly PlainMatter[]> {
  const tickets = await reads.query<Row>(
    `SELECT id, village_id, sub_district_id, kind, topic_id, visibility, about, about_person_id,
       hidden_from, merged_into_id, response_due_at
     FROM tickets`, [],
  )
  const journal = await reads.query<Happened>('SELECT at, subject_id, body FROM journal ORDER BY id', [])
  const dues = await reads.query<Due>('SELECT ticket_id, number, closure_due_at FROM ticket_cycles', [])
  const callbacks = await reads.query<Said>(
    'SELECT ticket_id, result, cycle, is_answered, is_settled FROM callbacks', [],
  )
  const matters: PlainMatter[] = []
  for (const ticket of tickets) {
    const facts = journal.filter((entry) => entry.subject_id === ticket.id)
    const ownDues = dues.filter((one) => one.ticket_id === ticket.id)
    const said = callbacks.find((one) => one.ticket_id === ticket.id) ?? null
    matters.push(matterOf(ticket, facts, ownDues, said))
  }
  return matters
}

function matterOf(ticket: Row, facts: readonly Happened[], dues: readonly Due[], said: Said | null): PlainMatter {
  const matter: PlainMatter = {
    ticketId: ticket.id, villageId: ticket.village_id, subDistrictId: ticket.sub_district_id, kind: ticket.kind,
    topicId: ticket.topic_id, isConfidential: ticket.visibility === 'confidential', about: ticket.about,
    keptFrom: `${ticket.about_person_id ?? ''} ${ticket.hidden_from ?? ''}`,
    raisedAt: 0, responseDueAt: Number(ticket.response_due_at), answeredAt: null, withdrawnAt: null,
    isMerged: ticket.merged_into_id !== null, rounds: [], said,
  }
  const begin = (startedAt: number): void => {
    const number = matter.rounds.length + 1
    const dueAt = Number(dues.find((one) => Number(one.number) === number)?.closure_due_at)
    matter.rounds.push({
      startedAt, dueAt, closedAt: null, outcome: null, isRejected: false, rating: null, isFiled: false,
    })
  }
  for (const entry of facts) {
    const fact = JSON.parse(entry.body) as Fact
    const at = Number(entry.at)
    const round = matter.rounds[matter.rounds.length - 1]
    if (fact.type === 'ticket.submitted') {
      matter.raisedAt = at
      begin(at)
    }
    if (fact.type === 'ticket.responded') matter.answeredAt = at
    if (fact.type === 'ticket.withdrawn') matter.withdrawnAt = at
    if (round === undefined) continue
    if (fact.type === 'ticket.closed') {
      round.closedAt = at
      round.outcome = fact.outcome
    }
    if (fact.type === 'ticket.rated') round.rating = fact.rating
    if (fact.type === 'ticket.filed-unrated') round.isFiled = true
    if (fact.type === 'ticket.rejected') {
      round.isRejected = true
      begin(at)
    }
  }
  return matter
}

export function plainFigures(matters: readonly PlainMatter[], now: number): PlainFigures {
  const figures: PlainFigures = { state: {}, response: {}, closure: {}, satisfaction: {}, callback: {} }
  const add = (measure: string, inClass: string): void => {
    const counts = figures[measure] ?? {}
    counts[inClass] = (counts[inClass] ?? 0) + 1
    figures[measure] = counts
  }
  for (const matter of matters) {
    add('state', stateOf(matter, now))
    add('response', responseOf(matter, now))
    for (const [at, round] of matter.rounds.entries()) {
      add('closure', closureOf(matter, round, at + 1, now))
      if (matter.withdrawnAt === null) add('satisfaction', satisfactionOf(matter, round))
    }
    const call = callOf(matter)
    if (call !== null) add('callback', call)
  }
  return figures
}

function stateOf(matter: PlainMatter, now: number): string {
  if (matter.isMerged) return 'merged'
  if (matter.withdrawnAt !== null) return 'withdrawn'
  const last = matter.rounds[matter.rounds.length - 1]
  if (last === undefined) throw new Error(`no round: ${matter.ticketId}`)
  if (last.outcome !== null) return last.outcome
  const owesAnswer = matter.answeredAt === null && now > matter.responseDueAt
  return owesAnswer || now > last.dueAt ? 'open-late' : 'open'
}

function responseOf({ isMerged, answeredAt, responseDueAt, withdrawnAt, said }: PlainMatter, now: number): string {
  if (isMerged) return 'merged'
  if (answeredAt !== null && answeredAt > responseDueAt) return 'late'
  if (answeredAt !== null) return said?.result === 'spoke' && Number(said.is_answered) === 0 ? 'contradicted' : 'met'
  if (withdrawnAt !== null) return withdrawnAt > responseDueAt ? 'late' : 'withdrawn'
  return now > responseDueAt ? 'open-late' : 'running'
}

function closureOf(matter: PlainMatter, round: PlainRound, number: number, now: number): string {
  const { isMerged, withdrawnAt, said } = matter
  if (isMerged) return 'merged'
  if (round.isRejected) return 'rejected'
  if (round.closedAt !== null) {
    if (round.closedAt > round.dueAt) return 'late'
    const isDenied = said?.result === 'spoke' && Number(said.cycle) === number && Number(said.is_settled) === 0
    if (isDenied) return 'contradicted'
    return round.outcome === 'settled' ? 'met' : String(round.outcome)
  }
  if (withdrawnAt !== null) return withdrawnAt > round.dueAt ? 'late' : 'withdrawn'
  return now > round.dueAt ? 'open-late' : 'running'
}

function satisfactionOf({ isMerged }: PlainMatter, round: PlainRound): string {
  if (isMerged) return 'merged'
  if (round.rating !== null) return round.rating
  if (round.isRejected) return 'rejected'
  if (round.closedAt === null) return 'open'
  return round.isFiled ? 'unrated' : 'waiting'
}

function callOf({ isMerged, said, rounds }: PlainMatter): string | null {
  if (said === null || isMerged) return null
  const last = rounds[rounds.length - 1]
  if (said.result === null) return last !== undefined && last.closedAt !== null ? 'to-call' : null
  if (said.result !== 'spoke') return said.result
  return Number(said.is_answered) === 1 && Number(said.is_settled) === 1 ? 'confirmed' : 'denied'
}
