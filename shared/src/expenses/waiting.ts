import { DAY_MS, type EpochMs } from '../kernel'
import { about, type ExpenseDecision } from './act-checks'
import type { ExpenseRequest } from './expense'
import { holdersOf } from './one-shoulder'
import type { Slot } from './slots'
import { openSlots } from './stages'
import type { SigningGround } from './standing'
import { whoWillSign, type NobodyReason } from './who-will-sign'

/** A signature, or what the accountant does after approval. */
export type WaitingStep = Slot | 'payment' | 'posting'

export interface Waiting {
  /** Handler and witness may be asked at once. */
  readonly on: readonly {
    readonly step: WaitingStep
    readonly personIds: readonly string[]
    /** `null`: somebody can. */
    readonly nobody: NobodyReason | null
  }[]
  readonly sinceAt: EpochMs
  /** Whole days gone by. */
  readonly days: number
}

/** "正在办，在谁手上，几天了", for all to see; `null`: it waits for nobody. */
export function waitingOn(request: ExpenseRequest, ground: SigningGround, now: EpochMs): Waiting | null {
  const { waitingSinceAt: sinceAt } = request
  if (sinceAt === null) return null
  return { on: stepsOf(request, ground, now), sinceAt, days: Math.max(0, Math.floor((now - sinceAt) / DAY_MS)) }
}

/** A wake-up that an expense wants; one at a time. */
export interface ExpenseTimer {
  readonly kind: 'expense.remind'
  readonly dueAt: EpochMs
}

/** Computed from the state alone; stored with it in the same transaction. */
export function timersOfExpense({ waitingSinceAt, remindedCount, terms }: ExpenseRequest): readonly ExpenseTimer[] {
  if (waitingSinceAt === null) return []
  return [{ kind: 'expense.remind', dueAt: waitingSinceAt + terms.remindFirstMs + remindedCount * terms.remindEachMs }]
}

/**
 * What a due timer asks for. A clock that slept for a week reminds once, and counts what was missed; one that comes
 * early, or after somebody has signed, does nothing.
 */
export function remindOfExpense(request: ExpenseRequest, ground: SigningGround, now: EpochMs): ExpenseDecision {
  const [timer] = timersOfExpense(request)
  const waiting = waitingOn(request, ground, now)
  if (timer === undefined || waiting === null || now < timer.dueAt) return { next: request, facts: [] }
  const { remindFirstMs, remindEachMs } = request.terms
  const count = Math.floor((now - waiting.sinceAt - remindFirstMs) / remindEachMs) + 1
  const personIds = [...new Set(waiting.on.flatMap((step) => step.personIds))]
  const next: ExpenseRequest = { ...request, remindedCount: count }
  return { next, facts: [{ ...about(request), type: 'expense.reminded', personIds, count, days: waiting.days }] }
}

function stepsOf(request: ExpenseRequest, ground: SigningGround, now: EpochMs): Waiting['on'] {
  if (request.status === 'signing') {
    const open = openSlots(request, ground.posts, now)
    return whoWillSign(request, ground, now)
      .filter(({ slot }) => open.includes(slot))
      .map(({ slot, personIds, nobody }) => ({ step: slot, personIds, nobody }))
  }
  const accountants = holdersOf('accountant', request.villageId, ground.posts, now)
  const step = request.status === 'approved' ? 'payment' : 'posting'
  return [{ step, personIds: accountants, nobody: accountants.length === 0 ? 'no-holder' : null }]
}
