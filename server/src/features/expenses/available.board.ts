import type { Fen } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'

/** What each cash box and bank account may still be asked for, promises taken off. */
export async function availableByAccount(reads: Reads, bookId: string): Promise<ReadonlyMap<string, Fen>> {
  const rows = await reads.query<{ readonly account: string; readonly fen: Fen }>(
    'SELECT account, balance_fen - reserved_fen AS fen FROM ledger_money WHERE book_id = ? ORDER BY account', [bookId],
  )
  return new Map(rows.map(({ account, fen }) => [account, Number(fen)]))
}
