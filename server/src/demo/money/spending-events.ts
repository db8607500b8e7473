import { addDays, chinaDateOf, DAY_MS, type EpochMs } from '@huiying/shared/kernel'
import type { Slot } from '@huiying/shared/expenses'
import type { DemoEvent } from '../play'
import { daysAgo, instantOn, isOver } from './book-months'
import { ExpenseActing } from './expense-acting'
import { RUNNING, MORE_SAID, WHY_REFUSED } from './running-spending'

interface Manner {
  readonly isReviewed?: boolean
  /** Else the accountant has still to look over its voucher. */
  readonly isCovered?: boolean
}

/** All of an expense: signed within a day, paid and in the book the next morning. `null`: not by now. */
export function wholeExpense(
  expense: ExpenseActing,
  on: string,
  now: EpochMs,
  { isReviewed = false, isCovered = true }: Manner = {},
): readonly DemoEvent[] | null {
  const paidAt = instantOn(addDays(on, 1), 9.5)
  if (!isOver(paidAt, now)) return null
  const middle: readonly Slot[] = isReviewed ? ['supervisor', 'reviewer'] : ['supervisor']
  return [
    { at: instantOn(on, 9.2), run: () => drafted(expense) },
    { at: instantOn(on, 11), run: () => expense.sign('handler', 'witness') },
    { at: instantOn(on, 15.4), run: () => expense.sign(...middle) },
    { at: instantOn(on, 17.6), run: () => expense.sign('director', 'approver') },
    { at: paidAt, run: () => booked(expense, isCovered) },
  ]
}

/** Those under way, each stopped at its own step. */
export function runningExpenses(
  expenseOf: (plan: (typeof RUNNING)[keyof typeof RUNNING]) => ExpenseActing,
  now: EpochMs,
): readonly DemoEvent[] {
  const at = (days: number, hour: number, run: DemoEvent['run']): DemoEvent => ({ at: daysAgo(now, days, hour), run })
  const [draft, witness, supervisor, director, approver] = [
    RUNNING.draft, RUNNING.witness, RUNNING.supervisor, RUNNING.director, RUNNING.approver,
  ].map(expenseOf) as [ExpenseActing, ExpenseActing, ExpenseActing, ExpenseActing, ExpenseActing]
  const [refused, withdrawn, approved, paid] = [
    RUNNING.refused, RUNNING.withdrawn, RUNNING.approved, RUNNING.paid,
  ].map(expenseOf) as [ExpenseActing, ExpenseActing, ExpenseActing, ExpenseActing]
  const toApproval = async (expense: ExpenseActing): Promise<void> => {
    await expense.sign('supervisor')
    await expense.sign('director', 'approver')
  }
  return [
    at(7, 9, () => drafted(withdrawn)),
    at(6, 10, () => withdrawn.withdraw()),
    at(5, 9, () => drafted(refused)),
    at(5, 11, () => refused.sign('handler', 'witness')),
    at(5, 16, () => refused.refuse('supervisor', WHY_REFUSED)),
    at(4, 9, () => drafted(paid)),
    at(4, 11, () => paid.sign('handler', 'witness')),
    at(4, 15, () => toApproval(paid)),
    at(4, 9.5, () => drafted(supervisor)),
    at(4, 10, () => supervisor.sign('handler')),
    at(3, 9, async () => {
      await supervisor.explain(MORE_SAID)
      await supervisor.submit()
    }),
    { at: twoDaysBefore(now), run: () => supervisor.sign('handler', 'witness') },
    at(3, 10, () => drafted(approved)),
    at(3, 14, () => approved.sign('handler', 'witness')),
    at(3, 15, () => drafted(director)),
    at(3, 16.5, () => director.sign('handler', 'witness')),
    at(2, 9, () => toApproval(approved)),
    at(2, 10, () => director.sign('supervisor')),
    at(2, 16, () => director.sign('reviewer')),
    at(2, 9.5, () => drafted(approver)),
    at(2, 11.5, () => approver.sign('handler', 'witness')),
    at(1, 9, () => drafted(witness)),
    at(1, 9.6, () => approver.sign('supervisor', 'director')),
    at(1, 10, () => witness.sign('handler')),
    at(1, 10.5, () => paid.pay()),
    at(1, 16, () => draft.draft()),
  ]
}

/** Two whole days before now, in the daytime or the evening before. */
function twoDaysBefore(now: EpochMs): EpochMs {
  const on = chinaDateOf(now)
  const evening = instantOn(addDays(on, -3), 18)
  const morning = instantOn(addDays(on, -2), 8.5)
  return now - morning >= 2 * DAY_MS ? morning : evening
}

async function drafted(expense: ExpenseActing): Promise<void> {
  await expense.draft()
  await expense.submit()
}

async function booked(expense: ExpenseActing, isCovered: boolean): Promise<void> {
  await expense.pay()
  await expense.post()
  if (isCovered) await expense.mask()
}
