import { DomainError } from '../kernel'
import type { ExpenseContent, FileBytes, InvoiceNumber } from './content'
import { currentRevision, isLiveExpense, type ExpenseRequest } from './expense'

/** A voucher, or a proof of payment, some expense of the sub-district rests on. */
export interface VoucherInUse {
  readonly expenseId: string
  readonly villageId: string
  /** Of the expense: refused, withdrawn and cancelled ones have let go of theirs. */
  readonly isLive: boolean
  readonly sha256: string
  readonly invoice: InvoiceNumber | null
}

/** A picture that looks like one of another expense; the server measures, the rule judges. */
export interface AlikePicture {
  readonly fileId: string
  readonly expenseId: string
  /** Bits in which the two 64-bit perceptual hashes differ. */
  readonly distanceBits: number
}

/** All that a request keeps others from using. */
export function vouchersOf(request: ExpenseRequest): readonly VoucherInUse[] {
  const about = { expenseId: request.id, villageId: request.villageId, isLive: isLiveExpense(request) }
  const { vouchers } = currentRevision(request).content
  const proofs = request.payment === null ? [] : [request.payment.proof]
  return [
    ...vouchers.map(({ sha256, invoice }) => ({ ...about, sha256, invoice })),
    ...proofs.map(({ sha256 }) => ({ ...about, sha256, invoice: null })),
  ]
}

/**
 * One invoice or image supports one live expense in the whole sub-district. What another village's is the sentence
 * doesn't say. @param inUse the caller holds a unique key on both, else two submissions race
 * @throws expense.invoice-used, expense.file-used
 */
export function mustBeUnused(
  { id, villageId }: Pick<ExpenseRequest, 'id' | 'villageId'>,
  { vouchers }: Pick<ExpenseContent, 'vouchers'>,
  inUse: readonly VoucherInUse[],
): void {
  const taken = inUse.filter((other) => other.isLive && other.expenseId !== id)
  for (const { sha256, invoice } of vouchers) {
    const key = invoice === null ? null : invoiceKey(invoice)
    const same = taken.find((other) => key !== null && other.invoice !== null && invoiceKey(other.invoice) === key)
    const expenseId = (other: VoucherInUse): string | null => other.villageId === villageId ? other.expenseId : null
    if (same !== undefined) {
      throw new DomainError('expense.invoice-used', { number: invoice?.number ?? '', expenseId: expenseId(same) })
    }
    mustBeUnusedFile({ sha256 }, villageId, taken)
  }
}

/** @throws expense.file-used */
export function mustBeUnusedFile(
  { sha256 }: Pick<FileBytes, 'sha256'>,
  villageId: string,
  inUse: readonly VoucherInUse[],
): void {
  const same = inUse.find((other) => other.isLive && other.sha256 === sha256)
  if (same === undefined) return
  throw new DomainError('expense.file-used', { expenseId: same.villageId === villageId ? same.expenseId : null })
}

/** The same invoice however it was typed: blanks, hyphens, wide digits, small letters. */
export function invoiceKey({ code, number }: InvoiceNumber): string {
  return `${plain(code ?? '')}-${plain(number)}`
}

function plain(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '')
}
