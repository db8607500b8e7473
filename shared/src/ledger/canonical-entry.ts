import type { Entry, EntrySource, Line } from './entry'

/**
 * An entry as the leaf of its book's log: fixed fields, strings and whole numbers only, nothing left out, so that
 * whoever has the entry can make the same bytes. `schema` grows when a field is added; old leaves stay as they are.
 */
export interface CanonicalEntry {
  readonly schema: 1
  readonly id: string
  readonly bookId: string
  readonly position: number
  readonly month: string
  readonly voucher: number
  readonly on: string
  readonly purpose: string
  /** '' where there is nobody. */
  readonly counterparty: string
  readonly source: CanonicalSource
  readonly lines: readonly Line[]
  readonly vouchers: readonly string[]
  readonly postedAt: number
  readonly postedBy: string
}

/** `ref`: the expense, contract or reversed entry behind it. '' and 0 where there is nothing. */
export interface CanonicalSource {
  readonly type: string
  readonly ref: string
  /** Of an expense: what was signed, and by whom; see `EntrySource`. */
  readonly approval: string
  readonly of: string
  readonly month: string
  readonly voucher: number
}

export function canonicalEntry(entry: Entry): CanonicalEntry {
  return {
    schema: 1,
    id: entry.id,
    bookId: entry.bookId,
    position: entry.position,
    month: entry.month,
    voucher: entry.voucher,
    on: entry.on,
    purpose: entry.purpose,
    counterparty: entry.counterparty ?? '',
    source: canonicalSource(entry.source),
    lines: entry.lines.map(({ account, side, amountFen }) => ({ account, side, amountFen })),
    vouchers: [...entry.vouchers],
    postedAt: entry.postedAt,
    postedBy: entry.postedBy,
  }
}

function canonicalSource(source: EntrySource): CanonicalSource {
  const bare = { type: source.type, ref: '', approval: '', of: '', month: '', voucher: 0 }
  switch (source.type) {
    case 'expense':
      return { ...bare, ref: source.expenseId, approval: source.approval }
    case 'income':
    case 'imported':
      return { ...bare, ref: source.contractId ?? '' }
    case 'reversal':
      return { ...bare, ref: source.entryId, of: source.of, month: source.month, voucher: source.voucher }
    case 'opening':
    case 'manual':
    case 'year-end':
      return bare
  }
}
