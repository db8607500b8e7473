import type { SigningChallenge } from '@huiying/shared/expenses'
import type { Work } from '../../platform/database/work'
import { challengeTable } from './challenge.table'

/**
 * Locked, so that of two acts with one nonce the second finds it used. Which slots there are is the paper's own
 * business; `spendChallenge` compares them, so the name of another paper's slot passes nowhere.
 */
export async function challengeByNonce<Slot extends string>(
  work: Work,
  nonce: string,
): Promise<SigningChallenge<Slot> | null> {
  const found = await work.findOne(challengeTable, { nonce }, { lock: true })
  return found as SigningChallenge<Slot> | null
}

/** Adds a new one; of a used one, writes down that it is. */
export function keepChallenge(work: Work, challenge: SigningChallenge): void {
  if (challenge.usedAt === null) work.insert(challengeTable, challenge)
  else work.update(challengeTable, challenge)
}
