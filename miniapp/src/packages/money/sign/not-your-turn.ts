import type { ExpenseView, Slot } from '@huiying/shared/expenses'
import { SECOND_MS } from '@huiying/shared/kernel'
import { ApiError } from '@/platform/api-error'

const TRIES = 4
const PAUSE_MS = 0.7 * SECOND_MS

/**
 * Five sign at once, and the one before is a moment late: whoever comes right after waits a breath, and is told
 * nothing. Where more than the stage before is missing, waiting would be a lie.
 */
export async function withPatience<Answer>(
  act: () => Promise<Answer>,
  expense: Pick<ExpenseView, 'slots'>,
  slot: Slot,
  pauseMs = PAUSE_MS,
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act()
    } catch (error) {
      if (tries >= TRIES || !mayBeCompleting(error, expense, slot)) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs * tries))
    }
  }
}

/** Whether what is missing is only the stage right before. */
export function mayBeCompleting(error: unknown, { slots }: Pick<ExpenseView, 'slots'>, slot: Slot): boolean {
  if (!(error instanceof ApiError) || error.code !== 'expense.not-your-turn') return false
  const mine = slots.find((one) => one.slot === slot)?.stage
  const missing = slots.find((one) => one.slot === error.details['waitsFor'])?.stage
  if (mine === undefined || missing === undefined) return false
  const before = Math.max(...slots.map(({ stage }) => stage).filter((stage) => stage < mine))
  return missing === before
}
