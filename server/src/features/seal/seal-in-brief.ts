import type { EpochMs } from '@huiying/shared/kernel'
import { whoWillSignForSeal, openSealSlots, type SealRequest, type SealSlot } from '@huiying/shared/seal'
import type { Reads } from '../../platform/database/reads'
import { sealGroundOf } from './act-on-seal'
import { sealById } from './seals-by'

/** A request as it stands now, for whoever is to be told of it. */
export interface SealInBrief {
  readonly request: SealRequest
  /** Who can sign what is still open. */
  readonly open: readonly { readonly slot: SealSlot; readonly personIds: readonly string[] }[]
}

export async function sealInBrief(reads: Reads, id: string, now: EpochMs): Promise<SealInBrief | null> {
  const request = await sealById(reads, id)
  if (request === null) return null
  const slots = openSealSlots(request)
  const ground = await sealGroundOf(reads, request, now)
  const open = whoWillSignForSeal(request, ground, now).filter(({ slot }) => slots.includes(slot))
  return { request, open: open.map(({ slot, personIds }) => ({ slot, personIds })) }
}
