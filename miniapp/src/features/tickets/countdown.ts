import { formatLength, HOUR_MS, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { isOpen, type TicketRow, type TicketView } from '@huiying/shared/tickets'

/** What a clock needs to know; a row has it as it is, a whole ticket by `clockOf`. */
export type ClockFacts = Pick<TicketRow, 'status' | 'submittedAt' | 'responseDueAt' | 'respondedAt' | 'closureDueAt' | 'isMerged'>

export interface Countdown {
  /** What is waited for: a first answer, or the end of the matter. */
  readonly goal: 'answer' | 'finish'
  readonly tone: 'calm' | 'soon' | 'late'
  /** "还剩 42 分钟", "晚了 12 分钟" */
  readonly words: string
  readonly dueAt: EpochMs
  /** How much of the time is used up, 0 to 1, for a bar. */
  readonly used: number
}

/** From when on the rest of the time is called soon. */
const SOON_MS = { answer: 20 * MINUTE_MS, finish: 4 * HOUR_MS } as const

/** The clock that runs now; `null` when nobody owes anything. */
export function countdownOf(facts: ClockFacts, now: EpochMs): Countdown | null {
  if (!isOpen(facts) || facts.isMerged) return null
  const goal = facts.respondedAt === null ? 'answer' : 'finish'
  const dueAt = goal === 'answer' ? facts.responseDueAt : facts.closureDueAt
  const leftMs = dueAt - now
  const used = Math.min(1, Math.max(0, (now - facts.submittedAt) / Math.max(1, dueAt - facts.submittedAt)))
  // Met means at or before the due instant, so the due instant itself is not late.
  if (leftMs < 0) return { goal, tone: 'late', words: `晚了 ${formatLength(-leftMs)}`, dueAt, used: 1 }
  return { goal, tone: leftMs <= SOON_MS[goal] ? 'soon' : 'calm', words: `还剩 ${formatLength(leftMs)}`, dueAt, used }
}

export function clockOf(ticket: TicketView): ClockFacts {
  return { ...ticket, closureDueAt: ticket.cycle.closureDueAt, isMerged: ticket.together.main !== null }
}

/** "没人回，晚了 12 分钟": for a clock that is late. */
export function lateWords({ goal, words }: Countdown): string {
  return `${goal === 'answer' ? '没人回' : '没办完'}，${words}`
}

/**
 * "超过 1 小时": what was promised and not kept. Where another matter with an earlier deadline was merged in, the length
 * from its own sending was never promised to anybody.
 */
export function overTimeWords({ submittedAt, responseDueAt, timeline }: TicketView): string {
  const tookIn = timeline.some(({ type }) => type === 'ticket.took-in')
  return tookIn ? '过了说好的时间' : `超过 ${formatLength(responseDueAt - submittedAt)}`
}
