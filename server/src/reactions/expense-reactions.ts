import type { ExpenseFact } from '@huiying/shared/expenses'
import type { Fact } from '@huiying/shared/facts'
import { nobody, type Reaction } from './reaction'

type Of<Type extends ExpenseFact['type']> = Extract<Fact, { readonly type: Type }>

/** Who hears of what around an expense. */
export const EXPENSE_REACTIONS: { readonly [Type in ExpenseFact['type']]: Reaction<Of<Type>> } = {
  'expense.drafted': nobody,
  'expense.changed': nobody,
  'expense.submitted': nobody,
  'expense.signed': nobody,
  'expense.approved': nobody,
  'expense.refused': nobody,
  'expense.taken-back': nobody,
  'expense.withdrawn': nobody,
  'expense.cancelled': nobody,
  'expense.paid': nobody,
  'expense.posted': nobody,
  'expense.posting-reversed': nobody,
  'expense.published': nobody,
  'expense.reminded': nobody,
  'expense.decision-recorded': nobody,
  'expense.decision-voided': nobody,
  'expense.kinship-set': nobody,
  'expense.kinship-removed': nobody,
  'expense.voucher-masked': nobody,
}
