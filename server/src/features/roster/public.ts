import type { EpochMs } from '@huiying/shared/kernel'
import { onDutyAt } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { postsAtVillage } from '../identity/public'

export { cadreCards } from './directory.board'

/** Ids of the people who sit in the village at the instant; never empty as long as it has a secretary or a director. */
export async function whoIsOnDuty(reads: Reads, villageId: string, at: EpochMs): Promise<readonly string[]> {
  return onDutyAt(await postsAtVillage(reads, villageId, at, ['on-duty', 'secretary', 'director']), at)
}
