import { DomainError, type EpochMs } from '../kernel'
import type { PostKind, SeatedPost } from '../identity'
import { areRelatives, holdersOf, holdersOfAny, oneShoulderOf, type SigningGround } from '../expenses'
import { currentSealRevision, liveSealSignatures, SEAL_SLOTS, type SealRequest, type SealSlot } from './seal-request'

/** As with an expense; the other side of the contract stands where the payee stands there. */
export type SealBlock = 'no-post' | 'counterparty' | 'counterparty-relative' | 'signed-elsewhere' | 'not-independent'

export interface SealProspect {
  readonly slot: SealSlot
  readonly signedBy: string | null
  readonly personIds: readonly string[]
  readonly blocked: readonly { readonly personId: string; readonly block: SealBlock }[]
}

/** Said before submission; a slot without `personIds` is one nobody can sign. */
export function whoWillSignForSeal(request: SealRequest, ground: SigningGround, now: EpochMs): readonly SealProspect[] {
  return SEAL_SLOTS.map((slot) => {
    const signed = liveSealSignatures(request).find((signature) => signature.slot === slot)
    if (signed !== undefined) return { slot, signedBy: signed.personId, personIds: [signed.personId], blocked: [] }
    const judged = holdersOf(slot, request.villageId, ground.posts, now)
      .map((personId) => ({ personId, block: sealBlockOf(request, slot, personId, ground, now) }))
    return {
      slot,
      signedBy: null,
      personIds: judged.filter(({ block }) => block === null).map(({ personId }) => personId),
      blocked: judged.flatMap(({ personId, block }) => block === null ? [] : [{ personId, block }]),
    }
  })
}

/** Why the person may not sign the slot at the instant; `null`: he may. */
export function sealBlockOf(
  request: SealRequest,
  slot: SealSlot,
  personId: string,
  { posts, relatives }: SigningGround,
  at: EpochMs,
): SealBlock | null {
  const { villageId } = request
  if (!holdersOf(slot, villageId, posts, at).includes(personId)) return 'no-post'
  const otherSide = currentSealRevision(request).content.counterparty.personId
  if (otherSide === personId) return 'counterparty'
  if (otherSide !== null && areRelatives(relatives, otherSide, personId)) return 'counterparty-relative'
  if (slot === 'supervisor') {
    const leaders = holdersOfAny(['secretary', 'director', 'committee-member', 'accountant'], villageId, posts, at)
    if (leaders.some((one) => one === personId || areRelatives(relatives, one, personId))) return 'not-independent'
  }
  const elsewhere = liveSealSignatures(request).filter((one) => one.personId === personId && one.slot !== slot)
  // 一肩挑 is two signatures of one person here too, in two acts; what he signed as supervisor is never one of them.
  const maySignBoth = oneShoulderOf(villageId, posts, at) === personId
  return elsewhere.every((one) => maySignBoth && one.slot !== 'supervisor') ? null : 'signed-elsewhere'
}

/** Who asks for the seal and uses it: whoever works for the village. */
export const SEAL_FILER_POSTS: readonly PostKind[] = [
  'secretary', 'director', 'committee-member', 'specialist', 'accountant',
]

/** @throws seal.only-village */
export function mustBeFiler(villageId: string, personId: string, posts: readonly SeatedPost[], now: EpochMs): void {
  if (!holdersOfAny(SEAL_FILER_POSTS, villageId, posts, now).includes(personId)) throw new DomainError('seal.only-village')
}
