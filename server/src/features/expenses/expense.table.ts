import type { CalendarDate, EpochMs, Fen } from '@huiying/shared/kernel'
import type {
  Ending, ExpenseContent, ExpenseStatus, ExpenseTerms, Payment, Posting, RevisionEnd, SignatureLevel, Slot,
} from '@huiying/shared/expenses'
import { code, fen, id, instant, int, json, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** An expense without its revisions. What lists need of the current revision stands here too. */
export interface StoredExpense {
  readonly id: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly bookId: string
  readonly status: ExpenseStatus
  readonly policyVersion: number
  readonly terms: ExpenseTerms
  readonly createdAt: EpochMs
  readonly waitingSinceAt: EpochMs | null
  readonly remindedCount: number
  readonly approvedAt: EpochMs | null
  readonly payment: Payment | null
  readonly postings: readonly Posting[]
  readonly ended: Ending | null
  readonly version: number
  readonly revision: number
  readonly amountFen: Fen
  readonly purpose: string
  readonly accountCode: string
  readonly incurredOn: CalendarDate
  readonly submittedAt: EpochMs | null
  readonly payeeName: string
  readonly payeePersonId: string | null
  readonly payeeKey: string | null
  readonly decisionId: string | null
  readonly handlerId: string | null
  readonly witnessId: string | null
}

export const expenseTable = defineTable<StoredExpense>({
  name: 'expenses',
  columns: {
    id: id(), villageId: id(), subDistrictId: id(), bookId: id(), status: code<ExpenseStatus>(12), policyVersion: int(),
    terms: json(), createdAt: instant(), waitingSinceAt: nullable(instant()), remindedCount: int(),
    approvedAt: nullable(instant()), payment: nullable(json()), postings: json(), ended: nullable(json()),
    version: int(), revision: int(),
    amountFen: fen(), purpose: text(100), accountCode: code(12), incurredOn: code(10), submittedAt: nullable(instant()),
    payeeName: text(60), payeePersonId: nullable(id()), payeeKey: nullable(code(64)), decisionId: nullable(id()),
    handlerId: nullable(id()), witnessId: nullable(id()),
  },
  primaryKey: ['id'],
  indices: [
    ['villageId', 'status', 'createdAt'], ['subDistrictId', 'status', 'waitingSinceAt'],
    ['payeeKey'], ['decisionId'], ['handlerId', 'status'], ['witnessId', 'status'],
  ],
})

export interface StoredRevision {
  readonly expenseId: string
  readonly number: number
  readonly content: ExpenseContent
  readonly digest: string
  readonly savedAt: EpochMs
  readonly savedBy: string
  readonly submittedAt: EpochMs | null
  readonly weighedFen: Fen | null
  readonly over: RevisionEnd | null
}

/** A trigger refuses another content or digest under the same number, and deletion. */
export const revisionTable = defineTable<StoredRevision>({
  name: 'expense_revisions',
  columns: {
    expenseId: id(), number: int(), content: json(), digest: code(64), savedAt: instant(), savedBy: id(),
    submittedAt: nullable(instant()), weighedFen: nullable(fen()), over: nullable(json()),
  },
  primaryKey: ['expenseId', 'number'],
})

export interface StoredSignature {
  readonly nonce: string
  readonly expenseId: string
  readonly revision: number
  readonly slot: Slot
  readonly personId: string
  readonly digest: string
  readonly at: EpochMs
  readonly level: SignatureLevel
  readonly drawingId: string
  readonly drawingSha256: string
  readonly voidedAt: EpochMs | null
  readonly voidedHow: 'taken-back' | 'earlier-taken-back' | null
}

/** Triggers refuse deletion and every change but voiding. */
export const signatureTable = defineTable<StoredSignature>({
  name: 'expense_signatures',
  columns: {
    nonce: code(64), expenseId: id(), revision: int(), slot: code<Slot>(16), personId: id(), digest: code(64),
    at: instant(),
    level: code<SignatureLevel>(8), drawingId: id(), drawingSha256: code(64), voidedAt: nullable(instant()),
    voidedHow: nullable(code<'taken-back' | 'earlier-taken-back'>(24)),
  },
  primaryKey: ['nonce'],
  indices: [['expenseId', 'revision'], ['personId', 'at']],
  uniques: [['drawingSha256']],
})

/** Every voucher and proof of payment of every submitted revision: what hints and duplicates are found by. */
export interface StoredVoucher {
  readonly expenseId: string
  readonly fileId: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly sha256: string
  readonly invoiceKey: string | null
  readonly invoiceCode: string | null
  readonly invoiceNumber: string | null
  readonly alikeHash: string | null
  readonly addedAt: EpochMs
}

export const voucherTable = defineTable<StoredVoucher>({
  name: 'expense_vouchers',
  columns: {
    expenseId: id(), fileId: id(), villageId: id(), subDistrictId: id(), sha256: code(64),
    invoiceKey: nullable(code(64)),
    invoiceCode: nullable(code(32)), invoiceNumber: nullable(code(32)), alikeHash: nullable(code(16)),
    addedAt: instant(),
  },
  primaryKey: ['expenseId', 'fileId'],
  indices: [['subDistrictId', 'sha256'], ['subDistrictId', 'invoiceKey'], ['subDistrictId', 'addedAt']],
})

/**
 * What a live expense keeps others from using; gone when it lets go. The key is why two halves of a race cannot both
 * win.
 */
export interface VoucherClaim {
  readonly subDistrictId: string
  /** "file:" and the hash, or "invoice:" and the key. */
  readonly claim: string
  readonly expenseId: string
}

export const voucherClaimTable = defineTable<VoucherClaim>({
  name: 'voucher_claims',
  columns: { subDistrictId: id(), claim: code(96), expenseId: id() },
  primaryKey: ['subDistrictId', 'claim'],
  indices: [['expenseId']],
})
