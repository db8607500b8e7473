import type { EpochMs } from '../kernel'
import type { FileBytes, SignatureLevel } from '../expenses'
import type { SealContent } from './seal-content'

/** 三签字. They sign in any order: three consents of equal weight, none of which rests on another. */
export const SEAL_SLOTS = ['supervisor', 'director', 'secretary'] as const
export type SealSlot = (typeof SEAL_SLOTS)[number]

/**
 * draft, signing, refused and withdrawn as with an expense; approved — the seal may be used; used — on as many copies
 * as were approved.
 */
export const SEAL_STATUSES = ['draft', 'signing', 'approved', 'used', 'refused', 'withdrawn'] as const
export type SealStatus = (typeof SEAL_STATUSES)[number]

export interface SealRequest {
  readonly id: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly status: SealStatus
  /** All of them, oldest first; the last is the current one. */
  readonly revisions: readonly SealRevision[]
  readonly createdAt: EpochMs
  /** Since when it waits for signatures; `null`: it doesn't. */
  readonly waitingSinceAt: EpochMs | null
  readonly approvedAt: EpochMs | null
  readonly uses: readonly SealUse[]
  /** Optimistic lock; counts every stored change. */
  readonly version: number
}

export interface SealRevision {
  readonly number: number
  readonly content: SealContent
  readonly digest: string
  readonly savedAt: EpochMs
  readonly savedBy: string
  readonly signatures: readonly SealSignature[]
  readonly over: SealRevisionEnd | null
}

export type SealRevisionEnd =
  | { readonly how: 'changed'; readonly at: EpochMs; readonly by: string }
  | { readonly how: 'refused'; readonly at: EpochMs; readonly by: string; readonly slot: SealSlot; readonly reason: string }

export interface SealSignature {
  readonly slot: SealSlot
  readonly personId: string
  readonly revision: number
  readonly digest: string
  readonly at: EpochMs
  readonly level: SignatureLevel
  readonly strokes: FileBytes
  readonly nonce: string
  readonly takenBackAt: EpochMs | null
}

/** A line of the register 用章登记簿: numbered without gaps within village and year. */
export interface SealUse {
  readonly id: string
  readonly requestId: string
  readonly villageId: string
  /** In China, at the moment of use. */
  readonly year: number
  /** From 1. */
  readonly number: number
  readonly documentSha256: string
  readonly copies: number
  readonly by: string
  readonly at: EpochMs
}

export function currentSealRevision({ id, revisions }: Pick<SealRequest, 'id' | 'revisions'>): SealRevision {
  const revision = revisions[revisions.length - 1]
  if (revision === undefined) throw new Error(`seal request ${id} has no revision`)
  return revision
}

export function liveSealSignatures(request: Pick<SealRequest, 'id' | 'revisions'>): readonly SealSignature[] {
  const { over, signatures } = currentSealRevision(request)
  return over === null ? signatures.filter(({ takenBackAt }) => takenBackAt === null) : []
}

/** The slots that wait for a signature. */
export function openSealSlots(request: SealRequest): readonly SealSlot[] {
  if (request.status !== 'signing') return []
  const signed = liveSealSignatures(request).map(({ slot }) => slot)
  return SEAL_SLOTS.filter((slot) => !signed.includes(slot))
}

export function withSealRevision(request: SealRequest, revision: SealRevision): SealRequest {
  return { ...request, revisions: [...request.revisions.slice(0, -1), revision] }
}
