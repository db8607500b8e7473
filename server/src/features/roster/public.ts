import { postHolds, VILLAGE_COMMITTEE_POSTS, type PostKind } from '@huiying/shared/identity'
import { hourOf, spanHolds, type EpochMs } from '@huiying/shared/kernel'
import { holderAt, holeAt, onDutyAt, type Holding, type VillageDuty } from '@huiying/shared/roster'
import { keptRead, type Reads } from '../../platform/database/reads'
import type { Work } from '../../platform/database/work'
import { villageDutyOf } from './village-duty.board'

export { changeCells, refusedCells } from './change-cells'
export { dutyInBrief } from './directory.board'
export { holesOn, publishedSlotsById, swapInBrief, toldOfMonthHere } from './tellings.board'
export { rosterMonthOf } from './month.board'
export { monthCellsOf, type MonthCells } from './months'
export { rosterOrderInBrief } from './order-in-brief'
export { villageDutiesOf, villageDutyOf } from './village-duty.board'

/** What `villageDutyOf` finds for the instant of the work. */
export function dutyNow(work: Work, villageId: string): Promise<VillageDuty> {
  return dutyThere(work, villageId, work.now)
}

/** What `villageDutyOf` finds for an instant; of each hour read once, as long as nobody changes it. */
async function dutyThere(reads: Reads, villageId: string, at: EpochMs): Promise<VillageDuty> {
  const hour = hourOf(at)
  return dutyAt(await keptRead(reads, `duty ${villageId} ${hour.fromAt}`, () => villageDutyOf(reads, villageId, hour)), at)
}

/** Of what was read for longer, what holds at the instant. */
export function dutyAt({ slots, posts, leaves }: VillageDuty, now: EpochMs): VillageDuty {
  return {
    slots: slots.filter((slot) => spanHolds(slot, now)),
    posts: posts.filter((post) => postHolds(post, now)),
    leaves: leaves.filter((leave) => spanHolds(leave, now)),
  }
}

export interface OnDuty {
  /** Never empty as long as the village has a secretary, a director or a member. */
  readonly personIds: readonly string[]
  /** A published roster seats nobody of the committee at the instant: somebody must be called. */
  readonly isHole: boolean
}

/** Who sits in the village at the instant; where nobody does, the lead who stands in. */
export async function whoIsOnDuty(reads: Reads, villageId: string, at: EpochMs): Promise<OnDuty> {
  const duty = await dutyThere(reads, villageId, at)
  return { personIds: onDutyAt(duty, at), isHole: holeAt(duty, at) !== null }
}

/** Whom an unanswered grievance is with. */
export async function holderOf(
  reads: Reads,
  villageId: string,
  addresseeId: string | null,
  at: EpochMs,
): Promise<Holding | null> {
  return holderAt(await dutyThere(reads, villageId, at), addresseeId, at)
}

/** The village committee that can be reached: without those on leave, unless all are. */
export function committeeOf(reads: Reads, villageId: string, at: EpochMs): Promise<readonly string[]> {
  return presentHolders(reads, villageId, VILLAGE_COMMITTEE_POSTS, at)
}

/** The village's stationed cadre, on leave or not: there is exactly one. */
export function stationedCadreOf(reads: Reads, villageId: string, at: EpochMs): Promise<readonly string[]> {
  return presentHolders(reads, villageId, ['stationed-cadre'], at)
}

async function presentHolders(
  reads: Reads,
  villageId: string,
  kinds: readonly PostKind[],
  at: EpochMs,
): Promise<readonly string[]> {
  const { posts, leaves } = await dutyThere(reads, villageId, at)
  const away = new Set(leaves.filter((leave) => spanHolds(leave, at)).map(({ personId }) => personId))
  const holders = [...new Set(posts.filter(({ kind }) => kinds.includes(kind)).map(({ personId }) => personId))]
  const present = holders.filter((personId) => !away.has(personId))
  return present.length > 0 ? present : holders
}
