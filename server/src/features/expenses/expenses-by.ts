import type { ExpenseRequest } from '@huiying/shared/expenses'
import type { Scalar } from '../../platform/database/column'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { expenseFrom } from './expense-rows'
import { expenseTable, revisionTable, signatureTable } from './expense.table'

/** Whole expenses without their locks, by a condition on `expenses e`; what follows WHERE may order and limit. */
export async function expensesBy(
  reads: Reads,
  where: string,
  params: readonly Scalar[],
): Promise<readonly ExpenseRequest[]> {
  const rows = await reads.query<RawRow>(`SELECT ${expenseTable.columnListOf('e')} FROM expenses e WHERE ${where}`, params)
  if (rows.length === 0) return []
  const stored = rows.map(expenseTable.fromRaw)
  const ids = stored.map(({ id }) => id)
  const among = placeholders(ids.length)
  const [revisions, signatures] = await Promise.all([
    reads.query<RawRow>(
      `SELECT ${revisionTable.columnList} FROM expense_revisions WHERE expense_id IN (${among}) ORDER BY number`, ids,
    ),
    reads.query<RawRow>(
      `SELECT ${signatureTable.columnList} FROM expense_signatures WHERE expense_id IN (${among}) ORDER BY at, nonce`, ids,
    ),
  ])
  const [ofThem, given] = [revisions.map(revisionTable.fromRaw), signatures.map(signatureTable.fromRaw)]
  return stored.map((one) => expenseFrom(one, ofThem, given))
}

export async function expenseById(reads: Reads, id: string): Promise<ExpenseRequest | null> {
  return (await expensesBy(reads, 'e.id = ?', [id]))[0] ?? null
}
