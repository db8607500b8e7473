import { invoiceKey, isLiveExpense, vouchersOf, type ExpenseRequest, type InvoiceNumber, type VoucherInUse } from '@huiying/shared/expenses'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'

const FILE = 'file:'
const INVOICE = 'invoice:'

/** A document whose use by two is looked for. */
export interface ClaimedThing {
  readonly sha256: string
  readonly invoice: InvoiceNumber | null
}

/** What the expense keeps others of its sub-district from using: all of it from submission on, until it lets go. */
export function claimsOf(request: ExpenseRequest): readonly string[] {
  return isLiveExpense(request) ? [...new Set(vouchersOf(request).flatMap(claimsOn))] : []
}

/** Who in the sub-district holds any of these now. */
export async function vouchersInUse(
  reads: Reads,
  subDistrictId: string,
  things: readonly ClaimedThing[],
): Promise<readonly VoucherInUse[]> {
  const claims = things.flatMap(claimsOn)
  if (claims.length === 0) return []
  const rows = await reads.query<{ readonly claim: string; readonly expense_id: string; readonly village_id: string }>(
    `SELECT c.claim, c.expense_id, e.village_id FROM voucher_claims c JOIN expenses e ON e.id = c.expense_id
     WHERE c.sub_district_id = ? AND c.claim IN (${placeholders(claims.length)}) ORDER BY c.claim`,
    [subDistrictId, ...claims],
  )
  return rows.map((row) => ({
    expenseId: row.expense_id, villageId: row.village_id, isLive: true, ...thingOf(row.claim),
  }))
}

function claimsOn({ sha256, invoice }: ClaimedThing): readonly string[] {
  return invoice === null ? [FILE + sha256] : [FILE + sha256, INVOICE + invoiceKey(invoice)]
}

/** The key of an invoice is read back as its number; its own key is the same again. */
function thingOf(claim: string): ClaimedThing {
  if (claim.startsWith(FILE)) return { sha256: claim.slice(FILE.length), invoice: null }
  const [code = '', number = ''] = claim.slice(INVOICE.length).split('-')
  return { sha256: '', invoice: { code: code === '' ? null : code, number } }
}
