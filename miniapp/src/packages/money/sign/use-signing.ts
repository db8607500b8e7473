import type { ExpenseView, Slot, StaleChange } from '@huiying/shared/expenses'
import { askForChallenge, signExpense } from '@/features/expenses/api'
import { useSignature, type Signature } from '@/features/signing/use-signature'
import type { ApiError } from '@/platform/api-error'
import { withPatience } from './not-your-turn'

export interface Signing extends Omit<Signature<ExpenseView>, 'stale'> {
  /** What has changed since he looked; `null`: nothing has. */
  readonly changes: readonly StaleChange[] | null
}

/** One signature on a paper. @param expense as it stood on the screen from the first moment on */
export function useSigning(expense: ExpenseView, slot: Slot): Signing {
  const shown = { revision: expense.revision, digest: expense.digest }
  const { stale, ...signature } = useSignature<ExpenseView>({
    askForChallenge: () => withPatience(() => askForChallenge(expense.id, { slot, shown }), expense, slot),
    sign: (body, key) => withPatience(() => signExpense(expense.id, { slot, shown, ...body }, key), expense, slot),
    isStale: ({ code }) => code === 'expense.stale',
  })
  return { ...signature, changes: stale === null ? null : changesIn(stale) }
}

function changesIn({ problem }: ApiError): readonly StaleChange[] {
  return Array.isArray(problem['changes']) ? problem['changes'] as readonly StaleChange[] : []
}
