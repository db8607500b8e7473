import { chinaDateOf, DAY_MS, startOfChinaDay } from '@huiying/shared/kernel'
import type { Entry } from '@huiying/shared/ledger'

/** A month of 2026 by number, from August on. */
const FIRST_AT = startOfChinaDay('2026-08-01')

/** The entry at a position: well formed, different from every other, and the same each time it is asked for. */
export function entryAt(bookId: string, position: number, changes: Partial<Entry> = {}): Entry {
  const on = chinaDateOf(FIRST_AT + (position % 31) * DAY_MS)
  const amountFen = 1_000 + position
  return {
    id: `${bookId}-e${position}`,
    bookId,
    position,
    month: '2026-08',
    voucher: position + 1,
    on,
    purpose: `修下水道第 ${position} 段`,
    counterparty: position % 2 === 0 ? '青溪建材店' : null,
    source: { type: 'income', contractId: null },
    lines: [
      { account: '101', side: 'debit', amountFen },
      { account: '511', side: 'credit', amountFen },
    ],
    vouchers: [`${position}`.padStart(64, '0')],
    postedAt: FIRST_AT + position,
    postedBy: 'qian',
    ...changes,
  }
}

export function entriesUpTo(bookId: string, size: number): readonly Entry[] {
  return Array.from({ length: size }, (_, position) => entryAt(bookId, position))
}
