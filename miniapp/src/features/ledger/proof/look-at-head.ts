import type { ConsistencyAnswer, HeadAnswer } from '@huiying/shared/ledger'
import type { Digest } from '@huiying/shared/proof'
import { ApiError } from '@/platform/api-error'
import { checkHead, type CheckedHead, type HeadFault } from './checked-head'
import { parseDigests } from './digests'
import { mayReplace, rememberedOf, standingOf, type HeadStanding, type RememberedHead } from './remembered-head'

export interface HeadSource {
  head(): Promise<HeadAnswer>
  consistency(from: number, to: number): Promise<ConsistencyAnswer>
}

/** Where a phone keeps the last head of one book. */
export interface HeadMemory {
  read(): RememberedHead | null
  keep(head: RememberedHead): void
}

/** `known`: what the phone remembered before it looked. */
export type HeadLook =
  | { readonly kind: 'fault'; readonly fault: HeadFault; readonly known: RememberedHead | null }
  | {
      readonly kind: 'seen'
      readonly head: CheckedHead
      readonly standing: HeadStanding
      readonly known: RememberedHead | null
    }

/**
 * The newest head, its signatures, and whether it continues the one this phone remembers; then it remembers this one.
 * One that does not continue it is never kept: the next look says so again.
 * @throws ApiError when nothing could be asked just now
 */
export async function lookAtHead(source: HeadSource, memory: HeadMemory, seenAt: number): Promise<HeadLook> {
  const known = memory.read()
  const head = checkHead(await source.head())
  if (typeof head === 'string') return { kind: 'fault', fault: head, known }
  const standing = standingOf(known, head, await proofFrom(source, known, head))
  if (mayReplace(standing)) memory.keep(rememberedOf(head, seenAt))
  return { kind: 'seen', head, standing, known }
}

/** An honest server can always prove a longer book. One that says no has no proof, and is seen as having none. */
async function proofFrom(
  source: HeadSource, known: RememberedHead | null, head: CheckedHead,
): Promise<readonly Digest[]> {
  if (known === null || known.size >= head.size || known.size === 0) return []
  try {
    return parseDigests((await source.consistency(known.size, head.size)).hashes) ?? []
  } catch (error) {
    if (error instanceof ApiError && !error.passing && error.status !== 401) return []
    throw error
  }
}
