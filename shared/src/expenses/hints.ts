import { isSameName } from '../identity'
import type { Fen } from '../kernel'
import type { AlikePicture, VoucherInUse } from './duplicates'
import { invoiceKey } from './duplicates'
import { currentRevision, type ExpenseRequest } from './expense'
import { isSamePayee, type OtherExpense } from './thresholds'

/** What a signer is told to look at. None of them stops anything. */
export type Hint =
  | { readonly kind: 'payee-new' }
  | { readonly kind: 'payee-namesake'; readonly personId: string }
  | { readonly kind: 'amount-unusual'; readonly usualFen: Fen; readonly cases: number }
  | {
    readonly kind: 'account-shared'
    readonly payeeNames: readonly string[]
    /** Elsewhere in the sub-district there are more, which are not the viewer's to read. */
    readonly isElsewhere: boolean
  }
  | { readonly kind: 'attachment-elsewhere'; readonly fileId: string; readonly expenseIds: readonly string[] }
  | { readonly kind: 'picture-alike'; readonly fileId: string; readonly expenseIds: readonly string[] }

export interface HintGround {
  /** Approved expenses of the village, this one not among them. */
  readonly approved: readonly OtherExpense[]
  /** Expenses of the sub-district that pay to the same account; others do no harm. Drafts count for nothing. */
  readonly sameAccount: readonly SameAccount[]
  /** Vouchers of the sub-district with the same bytes or number, of expenses given up too. */
  readonly vouchers: readonly VoucherInUse[]
  readonly alike: readonly AlikePicture[]
  /** Who would sign, by name. */
  readonly signers: readonly { readonly personId: string; readonly name: string }[]
}

export interface SameAccount extends OtherExpense {
  /** Of this village, or of one whose expenses the viewer may open; of any other no name is told. */
  readonly isOpen: boolean
}

export function hintsFor(request: ExpenseRequest, ground: HintGround): readonly Hint[] {
  const { payee } = currentRevision(request).content
  const isNew = !ground.approved.some((other) => other.id !== request.id && isSamePayee(payee, other.content.payee))
  // Outside the register only the name tells; namesakes are common, so it is a hint and no refusal.
  const namesakes = payee.personId === null ? ground.signers.filter(({ name }) => isSameName(name, payee.name)) : []
  return [
    ...(isNew ? [{ kind: 'payee-new' } as const] : []),
    ...namesakes.map(({ personId }) => ({ kind: 'payee-namesake', personId } as const)),
    ...unusualAmount(request, ground.approved),
    ...sharedAccount(request, ground.sameAccount),
    ...attachmentsElsewhere(request, ground.vouchers),
    ...alikePictures(request, ground.alike),
  ]
}

/** Fewer earlier ones say nothing about what is usual. */
export const LEAST_CASES = 5

/**
 * Unusual: more than twice the median of the earlier ones on the same account of the chart, and more than five median
 * deviations above it. A median is moved by no single outlier, where a mean with its deviation would hide the next one;
 * the factor two keeps quiet where all were nearly equal. Of an even number the lower middle: whole fen.
 */
function unusualAmount(request: ExpenseRequest, approved: readonly OtherExpense[]): readonly Hint[] {
  const { accountCode, amountFen } = currentRevision(request).content
  const earlier = approved
    .filter((other) => other.id !== request.id && other.content.accountCode === accountCode)
    .map((other) => other.content.amountFen)
  if (earlier.length < LEAST_CASES) return []
  const usualFen = median(earlier)
  const deviationFen = median(earlier.map((one) => Math.abs(one - usualFen)))
  const isUnusual = amountFen > 2 * usualFen && amountFen > usualFen + 5 * deviationFen
  return isUnusual ? [{ kind: 'amount-unusual', usualFen, cases: earlier.length }] : []
}

function sharedAccount(request: ExpenseRequest, others: readonly SameAccount[]): readonly Hint[] {
  const { payee } = currentRevision(request).content
  const shared = others
    .filter(({ id, status }) => id !== request.id && status !== 'draft')
    .filter(({ content }) => payee.account !== null && content.payee.account?.key === payee.account.key)
    .filter(({ content }) => !isSameName(content.payee.name, payee.name))
  if (shared.length === 0) return []
  const payeeNames = [...new Set(shared.filter(({ isOpen }) => isOpen).map(({ content }) => content.payee.name))]
  return [{ kind: 'account-shared', payeeNames, isElsewhere: shared.some(({ isOpen }) => !isOpen) }]
}

function attachmentsElsewhere(request: ExpenseRequest, vouchers: readonly VoucherInUse[]): readonly Hint[] {
  return currentRevision(request).content.vouchers.flatMap(({ fileId, sha256, invoice }) => {
    const key = invoice === null ? null : invoiceKey(invoice)
    const same = vouchers.filter((other) =>
      other.expenseId !== request.id
        && (other.sha256 === sha256 || (key !== null && other.invoice !== null && invoiceKey(other.invoice) === key)))
    return elsewhere('attachment-elsewhere', fileId, same)
  })
}

function alikePictures(request: ExpenseRequest, alike: readonly AlikePicture[]): readonly Hint[] {
  return currentRevision(request).content.vouchers.flatMap(({ fileId }) =>
    elsewhere('picture-alike', fileId, alike.filter((other) =>
      other.fileId === fileId && other.expenseId !== request.id && other.distanceBits <= request.terms.alikeBits)))
}

function elsewhere(
  kind: 'attachment-elsewhere' | 'picture-alike',
  fileId: string,
  found: readonly { readonly expenseId: string }[],
): readonly Hint[] {
  const expenseIds = [...new Set(found.map(({ expenseId }) => expenseId))]
  return expenseIds.length === 0 ? [] : [{ kind, fileId, expenseIds }]
}

function median(amounts: readonly Fen[]): Fen {
  const sorted = [...amounts].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
