import { addDays } from '@huiying/shared/kernel'
import { postEntry } from '@huiying/shared/ledger'
import { bookInHand } from '../../src/features/ledger/public'
import type { UnitOfWork } from '../../src/platform/database/unit-of-work'

/** The accountant of Liushu. */
const ACCOUNTANT = {
  accountId: 'account-qian', personId: 'qian',
  posts: [{
    id: 'p-qian', personId: 'qian', kind: 'accountant' as const, unitId: 'liushu', villageId: 'liushu',
    subDistrictId: 'qingxi', charge: null, fromAt: 0, toAt: null,
  }],
}

/** Income as the product posts it, with sums, money and log; by the real rules. */
export async function postIncome(unitOfWork: UnitOfWork, bookId: string, count: number): Promise<void> {
  await unitOfWork.run(async (work) => {
    const book = await bookInHand(work, bookId)
    if (book === null) throw new Error('no book')
    let state = book.state
    const entries = []
    for (let at = 0; at < count; at += 1) {
      const position = state.entryCount
      const amountFen = 1_000 + position
      const { next } = postEntry(ACCOUNTANT, state, {
        entryId: `${bookId}-e${position}`, month: '2026-08', on: addDays('2026-08-01', position % 31),
        purpose: `卖菜第 ${position} 回`, counterparty: null, source: { type: 'income', contractId: null },
        lines: [{ account: '101', side: 'debit', amountFen }, { account: '501', side: 'credit', amountFen }],
        vouchers: [],
      }, work.now)
      state = next.state
      entries.push(next.entry)
    }
    book.write({ next: state, entries, facts: [], by: 'qian' })
  })
}

