import { DomainError } from '../kernel'
import type { FileKind } from './file-kind'

const MEGABYTE = 1024 * 1024

/** What a phone may send, in MB. A phone's own photo is 3–8 MB; a minute of speech is below 1 MB. */
export const UPLOAD_LIMIT_MB: Readonly<Record<FileKind, number>> = { photo: 12, voice: 2 }

export function uploadLimitBytes(kind: FileKind): number {
  return UPLOAD_LIMIT_MB[kind] * MEGABYTE
}

/** Longest side of a photo as kept: a bill's small print stays readable, a weak network still carries it. */
export const PHOTO_SIDE_PX = 1_600
export const THUMB_SIDE_PX = 320

/** A picture that unpacks to more is an attack on the server's memory: the largest phone sensors have 108 million. */
export const PHOTO_PIXELS = 120_000_000

export const VOICE_LIMIT_MS = 60_000

/** Sent but not yet used by anything, per account: four drafts' worth. */
export const UNCLAIMED_LIMIT = 40

/** An upload that no ticket or message took within this time was given up. */
export const UNCLAIMED_LIFE_MS = 24 * 60 * 60 * 1_000

/** @throws file.too-large */
export function mustFit(kind: FileKind, bytes: number): void {
  if (bytes > uploadLimitBytes(kind)) throw new DomainError('file.too-large', { limitMb: UPLOAD_LIMIT_MB[kind] })
}

/**
 * The length of a recording as the phone measured it. It is shown, not relied upon, so a second too many at
 * the end of the allowed minute is cut off instead of losing what an old man just said.
 * @throws file.not-a-voice when it is no length at all
 */
export function voiceLengthMs(measuredMs: number): number {
  if (!Number.isFinite(measuredMs) || measuredMs <= 0) throw new DomainError('file.not-a-voice')
  return Math.min(Math.max(1, Math.round(measuredMs)), VOICE_LIMIT_MS)
}
