import type { ExpenseView } from '@huiying/shared/expenses'

export interface ActProps {
  readonly expense: ExpenseView
  readonly onChanged: (expense: ExpenseView) => void
  /** Somebody else was quicker: the paper is to be fetched anew. */
  readonly onOutdated: () => void
}

/** What the phone had on its screen. */
export function shownOf({ revision, digest }: Pick<ExpenseView, 'revision' | 'digest'>) {
  return { revision, digest }
}
