import {
  belongsTo, VILLAGE_HANDLER_POSTS, watchesSubDistrict, type CadreCard, type DirectoryAnswer, type DutyHole,
  type Viewer,
} from '@huiying/shared/identity'
import { chinaDateOf, DomainError, type EpochMs } from '@huiying/shared/kernel'
import { defaultAddresseeId, holeAt, onDutyAt, type VillageDuty } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { postsAtVillage } from '../identity/public'
import { unitOf, villageOf, type Village } from '../villages/public'
import { cardsOf } from './cadre-cards.board'
import { villageDutyOf } from './village-duty.board'

/**
 * Whom a resident may @, and who sits today.
 * @throws identity.village-not-found for whoever has nothing to do with the village
 */
export async function directoryOf(
  reads: Reads,
  viewer: Viewer,
  villageId: string,
  at: EpochMs,
): Promise<DirectoryAnswer> {
  const village = await visibleVillage(reads, viewer, villageId)
  const duty = await villageDutyOf(reads, villageId, { fromAt: at, toAt: at + 1 })
  const cadres = await cardsAt(reads, villageId, duty, at)
  const others = await postsAtVillage(reads, villageId, at, ['supervisor', 'accountant'])
  const alsoServing = await cardsOf(reads, villageId, others.map(({ personId }) => personId), [], at)
  return {
    village: { id: village.id, kind: village.kind, name: village.name },
    today: chinaDateOf(at),
    subDistrictName: (await unitOf(reads, village.subDistrictId))?.name ?? '',
    cadres,
    // Without a number: it is public for those who answer residents.
    alsoServing: alsoServing
      .filter(({ personId }) => !cadres.some((cadre) => cadre.personId === personId))
      .map(({ personId, name, posts }) => ({ personId, name, posts })),
    defaultAddresseeId: defaultAddresseeId(duty, at),
    hole: holeAt(duty, at),
  }
}

/** Whoever has the duty now, and whether he only stands in. */
export async function dutyInBrief(
  reads: Reads,
  villageId: string,
  at: EpochMs,
): Promise<{ readonly onDuty: readonly CadreCard[]; readonly hole: DutyHole | null }> {
  const duty = await villageDutyOf(reads, villageId, { fromAt: at, toAt: at + 1 })
  const cadres = await cardsAt(reads, villageId, duty, at)
  return { onDuty: cadres.filter((cadre) => cadre.onDuty), hole: holeAt(duty, at) }
}

/** The cadres who answer for the village, and whoever of the sub-district sits there now; the weightiest first. */
function cardsAt(reads: Reads, villageId: string, duty: VillageDuty, at: EpochMs): Promise<readonly CadreCard[]> {
  const onDuty = onDutyAt(duty, at)
  const answering = duty.posts.filter(({ kind }) => VILLAGE_HANDLER_POSTS.includes(kind))
  return cardsOf(reads, villageId, [...answering.map(({ personId }) => personId), ...onDuty], onDuty, at)
}

/**
 * For whoever lives or serves there, or watches over it.
 * @throws identity.village-not-found for everybody else
 */
export async function visibleVillage(reads: Reads, viewer: Viewer, villageId: string): Promise<Village> {
  const village = await villageOf(reads, villageId)
  if (village === null) throw new DomainError('identity.village-not-found')
  const isVisible = belongsTo(viewer, village.id) || watchesSubDistrict(viewer, village.subDistrictId)
  if (!isVisible) throw new DomainError('identity.village-not-found')
  return village
}
