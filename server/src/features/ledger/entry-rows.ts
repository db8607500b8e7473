import { debitsOf, type Entry, type EntrySource, type Line } from '@huiying/shared/ledger'
import type { StoredEntry, StoredLine } from './entry.table'

/** An entry as the table keeps it; its lines go into theirs. */
export function storedEntry(entry: Entry): StoredEntry {
  const { lines, source, ...rest } = entry
  return { ...rest, ...storedSource(source), totalFen: debitsOf(lines), lineCount: lines.length }
}

export function storedLines({ bookId, position, lines }: Entry): readonly StoredLine[] {
  return lines.map((line, at) => ({ ...line, bookId, position, number: at + 1 }))
}

/** Exactly the entry that was posted, as it became a leaf. Lines in the order of their numbers. */
export function entryFrom(row: StoredEntry, lines: readonly Line[]): Entry {
  const { id, bookId, position, month, voucher, on, purpose, counterparty, vouchers, postedAt, postedBy } = row
  return {
    id, bookId, position, month, voucher, on, purpose, counterparty,
    source: sourceFrom(row),
    lines: lines.map(({ account, side, amountFen }) => ({ account, side, amountFen })),
    vouchers, postedAt, postedBy,
  }
}

type SourceColumns = Pick<
  StoredEntry, 'sourceType' | 'sourceRef' | 'sourceOf' | 'sourceMonth' | 'sourceVoucher' | 'sourceApproval' | 'reversesId'
>

function storedSource(source: EntrySource): SourceColumns {
  const bare = {
    sourceType: source.type, sourceRef: null, sourceOf: null, sourceMonth: null, sourceVoucher: null,
    sourceApproval: null, reversesId: null,
  }
  switch (source.type) {
    case 'expense':
      return { ...bare, sourceRef: source.expenseId, sourceApproval: source.approval }
    case 'income':
    case 'imported':
      return { ...bare, sourceRef: source.contractId }
    case 'reversal':
      return {
        ...bare, sourceRef: source.entryId, sourceOf: source.of, sourceMonth: source.month,
        sourceVoucher: source.voucher, reversesId: source.entryId,
      }
    case 'opening':
    case 'manual':
    case 'year-end':
      return bare
  }
}

function sourceFrom(row: StoredEntry): EntrySource {
  const { sourceType, sourceRef, sourceOf, sourceMonth, sourceVoucher, sourceApproval } = row
  switch (sourceType) {
    case 'expense':
      return { type: sourceType, expenseId: sourceRef ?? '', approval: sourceApproval ?? '' }
    case 'income':
    case 'imported':
      return { type: sourceType, contractId: sourceRef }
    case 'reversal':
      return {
        type: sourceType, entryId: sourceRef ?? '', month: sourceMonth ?? '', voucher: sourceVoucher ?? 0,
        of: sourceOf ?? 'manual',
      }
    case 'opening':
    case 'manual':
    case 'year-end':
      return { type: sourceType }
  }
}
