import type { CalendarDate, Fen } from '../kernel'
import { CASH, rootCodeOf } from '../ledger'

/** What a signature binds (handbook §4). A draft may be incomplete: empty text, 0, `null`. */
export interface ExpenseContent {
  readonly payee: Payee
  readonly amountFen: Fen
  /** The cash box or bank account of the book it is paid from, "101", "10201". */
  readonly payFrom: string
  /** The day it was spent, or is owed since. */
  readonly incurredOn: CalendarDate
  readonly purpose: string
  readonly statement: Statement
  readonly items: readonly ExpenseItem[]
  /** Of the chart of accounts, "513". */
  readonly accountCode: string
  readonly vouchers: readonly Voucher[]
  readonly handlerId: string | null
  readonly witnessId: string | null
  /** The decision it rests on 四议两公开; `null`: none. */
  readonly decisionId: string | null
}

export function isCash({ payFrom }: Pick<ExpenseContent, 'payFrom'>): boolean {
  return rootCodeOf(payFrom) === CASH
}

export interface Payee {
  readonly kind: 'person' | 'firm'
  readonly name: string
  /** On the register: the person himself; of a firm its owner. `null`: nobody the register knows. */
  readonly personId: string | null
  readonly account: PayeeAccount | null
}

/**
 * Where the money goes, without the number: content is kept for ever and shown to many. `key` is the server's keyed
 * digest of all digits. It binds them, tells two accounts apart and gives none away, which a bare hash would: most of
 * the digits are known.
 */
export interface PayeeAccount {
  /** "6222****0123" */
  readonly masked: string
  readonly key: string
}

/** 说明, in plain words, spoken or both. */
export interface Statement {
  readonly text: string
  readonly voice: FileBytes | null
}

/** A stored file together with the hash of its bytes: binding the id alone would bind nothing. */
export interface FileBytes {
  readonly fileId: string
  /** Hex. */
  readonly sha256: string
}

export interface ExpenseItem {
  readonly name: string
  /** As people write it: "3 袋". */
  readonly quantity: string
  readonly amountFen: Fen
}

export const VOUCHER_KINDS = ['invoice', 'receipt', 'photo'] as const
export type VoucherKind = (typeof VOUCHER_KINDS)[number]

export interface Voucher extends FileBytes {
  readonly kind: VoucherKind
  /** Who gave it out; `null` on a photo. */
  readonly issuerName: string | null
  readonly invoice: InvoiceNumber | null
}

/** Fully digital invoices have a number of 20 digits and no code. */
export interface InvoiceNumber {
  readonly code: string | null
  readonly number: string
}

/** The parts of the content as the screen names them, in its order. */
export const CONTENT_FIELDS = [
  'payee', 'amount', 'payFrom', 'date', 'purpose', 'statement', 'items', 'accountCode', 'vouchers', 'handler', 'witness',
  'decision',
] as const
export type ContentField = (typeof CONTENT_FIELDS)[number]
