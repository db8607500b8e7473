import type { SealSlot } from '@huiying/shared/seal'
import { openPage } from '@/features/identity'

/** The register of the village, and the requests for whom they are work. */
export function sealsUrl(villageId: string): string {
  return `/packages/seal/index/index?village=${encodeURIComponent(villageId)}`
}

export function sealUrl(id: string): string {
  return `/packages/seal/paper/index?id=${encodeURIComponent(id)}`
}

export function signSealUrl(id: string, slot: SealSlot): string {
  return `/packages/seal/sign/index?id=${encodeURIComponent(id)}&slot=${slot}`
}

/** A new one for the village. */
export function newSealUrl(villageId: string): string {
  return `/packages/seal/draft/index?village=${encodeURIComponent(villageId)}`
}

/** A change of one that is there. */
export function sealDraftUrl(id: string): string {
  return `/packages/seal/draft/index?id=${encodeURIComponent(id)}`
}

export const openSeals = (villageId: string): void => openPage(sealsUrl(villageId))
export const openSeal = (id: string): void => openPage(sealUrl(id))
export const openSignSeal = (id: string, slot: SealSlot): void => openPage(signSealUrl(id, slot))
