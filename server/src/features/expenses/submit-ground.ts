import {
  asOther, currentRevision, LIVE_STATUSES, type ExpenseRequest, type OtherExpense, type PassedDecision,
  type SubmitGround,
} from '@huiying/shared/expenses'
import { addDays, DAY_MS, type CalendarDate, type EpochMs, type Fen } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { expensesBy } from './expenses-by'
import { signingGroundOf } from './signing-ground'
import { vouchersInUse } from './voucher-claims'

/** What submission is measured against; whoever stores by it holds the desk. */
export async function submitGroundOf(reads: Reads, request: ExpenseRequest, now: EpochMs): Promise<SubmitGround> {
  const { content } = currentRevision(request)
  return {
    ...(await signingGroundOf(reads, request, now)),
    others: await othersAround(reads, request, now),
    vouchersInUse: await vouchersInUse(reads, request.subDistrictId, content.vouchers),
    decision: content.decisionId === null ? null : await decisionOf(reads, content.decisionId),
  }
}

/** Other live expenses of the village: within the days of the policy by either date, or on the same decision. */
export async function othersAround(
  reads: Reads,
  request: ExpenseRequest,
  now: EpochMs,
): Promise<readonly OtherExpense[]> {
  const { id, villageId, terms } = request
  const { incurredOn, decisionId } = currentRevision(request).content
  const others = await expensesBy(
    reads,
    `e.village_id = ? AND e.status IN (${placeholders(LIVE_STATUSES.length)}) AND e.id <> ?
     AND (e.submitted_at >= ? OR (e.incurred_on >= ? AND e.incurred_on <= ?) OR e.decision_id = ?) ORDER BY e.id`,
    [
      villageId, ...LIVE_STATUSES, id, now - terms.addUpDays * DAY_MS, addDays(incurredOn, -terms.addUpDays),
      addDays(incurredOn, terms.addUpDays), decisionId ?? '',
    ],
  )
  return others.map(asOther)
}

async function decisionOf(reads: Reads, id: string): Promise<PassedDecision | null> {
  const [row] = await reads.query<{ id: string; village_id: string; passed_on: CalendarDate; budget_fen: Fen }>(
    'SELECT id, village_id, passed_on, budget_fen FROM village_decisions WHERE id = ? AND voided_at IS NULL', [id],
  )
  if (row === undefined) return null
  return { id: row.id, villageId: row.village_id, passedOn: row.passed_on, budgetFen: Number(row.budget_fen) }
}
