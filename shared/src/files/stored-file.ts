import { DomainError, type EpochMs } from '../kernel'
import { UNCLAIMED_LIFE_MS } from './limits'
import type { FileKind } from './file-kind'

export interface StoredFile {
  readonly id: string
  readonly kind: FileKind
  readonly ownerAccountId: string
  /** Of the bytes as kept, found out by looking at them. */
  readonly mime: string
  /** Of the main variant, as kept. */
  readonly bytes: number
  /** Photos only. */
  readonly width: number | null
  readonly height: number | null
  /** Recordings only. */
  readonly durationMs: number | null
  /** Hex, of the main variant as kept. */
  readonly sha256: string
  /** Photos only: 64 bits in hex that stay nearly the same when the picture is cropped a little or saved anew. */
  readonly alikeHash: string | null
  readonly createdAt: EpochMs
  /** The ticket, expense or other paper that uses it; null until then. */
  readonly subjectId: string | null
}

/** What somebody wants to put on a ticket, an expense or another paper. */
export interface FileClaim {
  readonly accountId: string
  readonly subjectId: string
  readonly photoIds: readonly string[]
  readonly voiceId: string | null
}

/**
 * The files as they are once the paper has them, in the order asked for. A file that is somebody else's,
 * used already, of the other kind or named twice is refused like one that does not exist.
 * @throws file.not-found
 */
export function claimedFiles(files: readonly StoredFile[], claim: FileClaim): readonly StoredFile[] {
  const wanted = wantedFiles(claim)
  if (new Set(wanted.map(({ id }) => id)).size !== wanted.length) throw new DomainError('file.not-found')
  return wanted.map(({ id, kind }) => {
    const file = files.find((candidate) => candidate.id === id)
    if (file === undefined || file.kind !== kind) throw new DomainError('file.not-found')
    if (file.ownerAccountId !== claim.accountId || file.subjectId !== null) throw new DomainError('file.not-found')
    return { ...file, subjectId: claim.subjectId }
  })
}

export function wantedFiles(claim: FileClaim): readonly { readonly id: string; readonly kind: FileKind }[] {
  return [
    ...claim.photoIds.map((id) => ({ id, kind: 'photo' as const })),
    ...(claim.voiceId === null ? [] : [{ id: claim.voiceId, kind: 'voice' as const }]),
  ]
}

/** Created before this instant and still unclaimed: to be swept. */
export function givenUpBefore(now: EpochMs): EpochMs {
  return now - UNCLAIMED_LIFE_MS
}
