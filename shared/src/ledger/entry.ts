import { sumFen, type CalendarDate, type EpochMs, type Fen } from '../kernel'
import { otherSide, type Side } from './chart'
import type { Month } from './month'

/** One side of one account. The amount is above zero; taking back is done on the other side. */
export interface Line {
  readonly account: string
  readonly side: Side
  readonly amountFen: Fen
}

/** Why an entry is in the book. */
export type EntrySource =
  /** An expense with its five signatures, paid. The only one that takes money out of the village's hands. */
  /**
   * `approval`: the digest (hex) of the revision that was signed and of its signatures, as `approvalOf` in the room of
   * expenses writes them: who changes either behind the product's back no longer fits the leaf.
   */
  | { readonly type: 'expense'; readonly expenseId: string; readonly approval: string }
  /** `contractId` where it is rent. */
  | { readonly type: 'income'; readonly contractId: string | null }
  /** The balances a book begins with. */
  | { readonly type: 'opening' }
  /** Whatever moves no money out: cash drawn from the bank, depreciation, what somebody owes. */
  | { readonly type: 'manual' }
  /** 年末结转: the profit and loss accounts go to 本年收益, that to 收益分配. */
  | { readonly type: 'year-end' }
  /**
   * What happened before the book was kept here, brought in from an older one: the only other way for money to leave,
   * and only as long as nothing of the book's own stands in it. `contractId` where it was rent.
   */
  | { readonly type: 'imported'; readonly contractId: string | null }
  /** 红字冲销: the mirrored entry. It says what it takes back, so that each can be read without the other. */
  | {
      readonly type: 'reversal'
      readonly entryId: string
      readonly month: Month
      readonly voucher: number
      readonly of: Exclude<EntrySourceType, 'reversal'>
    }

export type EntrySourceType = 'expense' | 'income' | 'opening' | 'manual' | 'year-end' | 'imported' | 'reversal'

/**
 * A posted entry 记账凭证. It is never changed and never deleted; all of it is a leaf of the book's log.
 *
 * Voucher numbers run per book and month, as vouchers are bound and numbered in practice (会计基础工作规范: 连续编号,
 * done month by month): a closed month has its last number for good, so that a missing sheet is seen on the wall, and
 * two open months do not wait for each other. The order of the whole book is `position`.
 */
export interface Entry {
  readonly id: string
  readonly bookId: string
  /** From 0, without gaps over the whole book: the leaf's index in its log. */
  readonly position: number
  readonly month: Month
  /** From 1, without gaps within book and month. */
  readonly voucher: number
  readonly on: CalendarDate
  /** The statement 说明: what for, in plain words; no number in it leads to a person. */
  readonly purpose: string
  /** Who was paid, or who paid; `null` where there is nobody. */
  readonly counterparty: string | null
  readonly source: EntrySource
  readonly lines: readonly Line[]
  /** SHA-256 of every voucher's original bytes, in hex, in the order shown. */
  readonly vouchers: readonly string[]
  readonly postedAt: EpochMs
  readonly postedBy: string
}

/** Where an entry stands. */
export interface EntryPlace {
  readonly entryId: string
  readonly month: Month
  readonly voucher: number
}

/** An entry with what came after it. The link is kept beside it: the entry itself stays as it was. */
export interface PostedEntry {
  readonly entry: Entry
  readonly reversedBy: EntryPlace | null
}

export function debitsOf(lines: readonly Line[]): Fen {
  return sumFen(lines.filter(({ side }) => side === 'debit').map(({ amountFen }) => amountFen))
}

export function creditsOf(lines: readonly Line[]): Fen {
  return sumFen(lines.filter(({ side }) => side === 'credit').map(({ amountFen }) => amountFen))
}

/** Debit counts up, credit down. */
export function signedFen({ side, amountFen }: Line): Fen {
  return side === 'debit' ? amountFen : -amountFen
}

/** Account by account what the lines add up to, debit up, credit down; in the order of their first line. */
export function netByAccount(lines: readonly Line[]): ReadonlyMap<string, Fen> {
  const nets = new Map<string, Fen>()
  for (const line of lines) nets.set(line.account, (nets.get(line.account) ?? 0) + signedFen(line))
  return nets
}

export function mirrored(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => ({ ...line, side: otherSide(line.side) }))
}

/** What a reversal takes back counts as what it takes back. */
export function sourceTypeOf(source: EntrySource): Exclude<EntrySourceType, 'reversal'> {
  return source.type === 'reversal' ? source.of : source.type
}
