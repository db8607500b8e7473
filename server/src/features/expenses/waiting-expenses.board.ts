import type { WaitingExpensesAnswer } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import { mayReadBook } from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import type { FileUrlSigner } from '../files/public'
import { villageOf } from '../villages/public'
import { expensesBy } from './expenses-by'
import { publicExpenses } from './public-expense.board'

const WAITING_LIMIT = 50

/**
 * "正在办，在谁手上，几天了", for every villager; who has waited longest comes first.
 * @throws identity.village-not-found for whoever may not read the village's book
 */
export async function waitingExpensesOf(
  reads: Reads,
  signer: FileUrlSigner,
  viewer: Viewer,
  villageId: string,
  now: EpochMs,
): Promise<WaitingExpensesAnswer> {
  const village = await villageOf(reads, villageId)
  if (village === null || !mayReadBook(viewer, { villageId, subDistrictId: village.subDistrictId })) {
    throw new DomainError('identity.village-not-found')
  }
  const requests = await expensesBy(
    reads,
    "e.village_id = ? AND e.status IN ('signing', 'approved', 'paid') ORDER BY e.waiting_since_at, e.id LIMIT ?",
    [villageId, WAITING_LIMIT],
  )
  const brief = { id: village.id, kind: village.kind, name: village.name }
  return { expenses: await publicExpenses(reads, signer, brief, requests, now) }
}
