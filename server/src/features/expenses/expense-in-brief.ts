import { waitingOn, type ExpenseRequest, type SigningGround, type Waiting } from '@huiying/shared/expenses'
import type { EpochMs } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'
import { expenseById } from './expenses-by'
import { signingGroundOf } from './signing-ground'

/** An expense as it stands now, for whoever is to be told of it. */
export interface ExpenseInBrief {
  readonly request: ExpenseRequest
  readonly ground: SigningGround
  readonly waiting: Waiting | null
}

export async function expenseInBrief(reads: Reads, id: string, now: EpochMs): Promise<ExpenseInBrief | null> {
  const request = await expenseById(reads, id)
  if (request === null) return null
  const ground = await signingGroundOf(reads, request, now)
  return { request, ground, waiting: waitingOn(request, ground, now) }
}
