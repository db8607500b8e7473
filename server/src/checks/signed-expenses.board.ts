import type { Reads } from '../platform/database/reads'
import { voucherName, type Finding } from './finding'

const LIMIT = 20

/** Five live signatures on the revision that was approved, each over that very content. */
const HAS_FIVE = `5 = (
  SELECT COUNT(DISTINCT s.slot) FROM expense_signatures s
  JOIN expense_revisions r ON r.expense_id = s.expense_id AND r.number = s.revision AND r.digest = s.digest
  WHERE s.expense_id = x.id AND s.revision = x.revision AND s.voided_at IS NULL
    AND s.slot IN ('handler', 'witness', 'supervisor', 'director', 'approver'))`

const APPROVED = "('approved', 'paid', 'posted', 'published')"

/** Approved without five signatures, or in the book without an approved expense behind it. */
export async function unsignedExpenses(reads: Reads, bookId: string): Promise<readonly Finding[]> {
  const expenses = await reads.query<{ id: string }>(
    `SELECT x.id FROM expenses x WHERE x.book_id = ? AND x.status IN ${APPROVED} AND NOT (${HAS_FIVE})
     ORDER BY x.id LIMIT ${LIMIT}`,
    [bookId],
  )
  const entries = await reads.query<{ id: string; position: number; month: string; voucher: number }>(
    `SELECT e.id, e.position, e.month, e.voucher FROM ledger_entries e
     WHERE e.book_id = ? AND e.source_type = 'expense'
       AND NOT EXISTS (SELECT 1 FROM ledger_entries b WHERE b.reverses_id = e.id)
       AND NOT EXISTS (
         SELECT 1 FROM expenses x
         WHERE x.id = e.source_ref AND x.book_id = e.book_id AND x.status IN ${APPROVED} AND ${HAS_FIVE})
     ORDER BY e.position LIMIT ${LIMIT}`,
    [bookId],
  )
  return [
    ...expenses.map(({ id }): Finding => ({
      kind: 'signatures-missing', about: id, position: null, words: '有一笔批准了的开支，五个签名不全。',
    })),
    ...entries.map(({ id, position, month, voucher }): Finding => ({
      kind: 'signatures-missing', about: id, position: Number(position),
      words: `${voucherName({ month, voucher })}记的开支，没有五个人的签名。`,
    })),
  ]
}
