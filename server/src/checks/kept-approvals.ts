import { approvalOf } from '@huiying/shared/expenses'
import { voucherName } from '@huiying/shared/ledger'
import { expensesBy } from '../features/expenses/expenses-by'
import { digestOf } from '../features/signing/public'
import { placeholders } from '../platform/database/own-sql'
import type { Reads } from '../platform/database/reads'
import type { Finding } from './finding'

const PAGE = 200
/** More of them say no more: whoever looks begins with the first. */
const LIMIT = 20

interface PaidRow {
  readonly id: string
  readonly position: number
  readonly month: string
  readonly voucher: number
  readonly expense_id: string
  readonly approval: string | null
}

/**
 * Entries whose expense is not what its leaf was made of: another content, another signer, another hour. The leaf has
 * the digest of them all, and nobody can change a leaf.
 */
export async function changedApprovals(reads: Reads, bookId: string): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (let after = -1; findings.length < LIMIT; ) {
    const rows = await reads.query<PaidRow>(
      `SELECT id, position, month, voucher, source_ref AS expense_id, source_approval AS approval FROM ledger_entries
       WHERE book_id = ? AND source_type = 'expense' AND position > ? ORDER BY position LIMIT ${PAGE}`,
      [bookId, after],
    )
    if (rows.length === 0) break
    const ids = [...new Set(rows.map((row) => row.expense_id))]
    const expenses = await expensesBy(reads, `e.id IN (${placeholders(ids.length)})`, ids)
    for (const { id, position, expense_id: expenseId, approval, ...place } of rows) {
      const expense = expenses.find((one) => one.id === expenseId)
      if (expense !== undefined && digestOf(approvalOf(expense)) === approval) continue
      const words = `${voucherName(place)}记的开支，签字或内容和记账时不一样。`
      findings.push({ kind: 'signatures-missing', about: id, position: Number(position), words })
    }
    after = Number(rows[rows.length - 1]?.position ?? 0)
  }
  return findings.slice(0, LIMIT)
}
