import type { ExpenseFormAnswer, ExpenseListAnswer, ExpensePolicyAnswer, ExpenseView } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import type { FileUrlSigner } from '../files/public'
import { expenseForm } from './expense-form.board'
import { expenseList, type ListQuestion } from './expense-list.board'
import { expenseView } from './expense-view.board'
import { expensePolicyAnswer } from './policy.board'

/** The screens of this room for cadres, each as of now. */
export class ExpenseBoards {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly signer: FileUrlSigner,
  ) {}

  async view(viewer: Viewer, expenseId: string): Promise<ExpenseView> {
    return expenseView(this.reads, this.signer, viewer, expenseId, await this.clock.now())
  }

  async list(viewer: Viewer, question: ListQuestion): Promise<ExpenseListAnswer> {
    return expenseList(this.reads, viewer, question, await this.clock.now())
  }

  async form(viewer: Viewer, villageId: string, bookId: string | null): Promise<ExpenseFormAnswer> {
    return expenseForm(this.reads, this.signer, viewer, { villageId, bookId }, await this.clock.now())
  }

  async policy(viewer: Viewer): Promise<ExpensePolicyAnswer> {
    return expensePolicyAnswer(this.reads, viewer, await this.clock.now())
  }
}
