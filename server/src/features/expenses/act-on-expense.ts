import { type ExpenseDecision, type ExpenseRequest, type SigningGround } from '@huiying/shared/expenses'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { Work } from '../../platform/database/work'
import { RefusalWithMore } from '../../platform/http/problem'
import { lockUnit } from '../villages/public'
import { ExpenseRepository } from './expense.repository'
import { signingGroundOf } from './signing-ground'
import { staleChanges } from './stale-changes'
import { mayReadExpense } from './who-reads'

/** An expense of which this unit of work holds the lock, before somebody who may see it. */
export interface ExpenseInHand {
  readonly request: ExpenseRequest
  /** With the posts that still hold: one may have ended while the act waited its turn. */
  readonly viewer: Viewer
  readonly personId: string
  readonly ground: SigningGround
  readonly expenses: ExpenseRepository
}

/** `desk`: what is compared with the sub-district's other expenses goes one after the other. */
export type Serialised = 'desk' | 'expense'

/** @throws expense.not-found, also for whoever may not see it */
export async function expenseInHand(
  work: Work,
  viewer: Viewer,
  expenseId: string,
  serialised: Serialised = 'expense',
): Promise<ExpenseInHand> {
  if (serialised === 'desk') await takeDesk(work, expenseId)
  const expenses = new ExpenseRepository(work)
  const request = await expenses.load(expenseId)
  const current = viewerLater(viewer, work.now)
  if (request === null || current.personId === null || !mayReadExpense(current, request)) {
    throw new DomainError('expense.not-found')
  }
  const ground = await signingGroundOf(work, request, work.now)
  return { request, viewer: current, personId: current.personId, ground, expenses }
}

/**
 * Runs a rule; where it finds that its caller saw something else, the refusal says what has changed. Before any write.
 */
export async function decided<Decided>(
  work: Work,
  request: ExpenseRequest,
  shownRevision: number,
  rule: () => Decided,
): Promise<Decided> {
  try {
    return rule()
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'expense.stale') throw error
    const changes = await staleChanges(work, request, shownRevision, work.now)
    throw new RefusalWithMore({ code: 'expense.stale', details: error.details }, { changes })
  }
}

/** Stores what was decided of the expense in hand. */
export async function stored(
  { request, expenses, personId }: ExpenseInHand,
  { next, facts }: ExpenseDecision,
): Promise<() => void> {
  return expenses.prepare({ before: request, next, facts, by: personId })
}

/** Thresholds, budgets and vouchers are judged over the whole sub-district: its row is what submissions meet at. */
async function takeDesk(work: Work, expenseId: string): Promise<void> {
  const [row] = await work.query<{ readonly sub_district_id: string }>(
    'SELECT sub_district_id FROM expenses WHERE id = ?', [expenseId],
  )
  if (row !== undefined) await lockUnit(work, row.sub_district_id)
}
