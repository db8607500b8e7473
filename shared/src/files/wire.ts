/**
 * POST /api/files, multipart/form-data: `kind` (photo | voice), for a voice `durationMs`, then `file` last.
 * Answers UploadAnswer. Refusals: file.too-large, file.not-a-photo, file.not-a-voice, file.missing.
 */
export type UploadAnswer = PhotoAddress | VoiceAddress

/** Addresses are relative to the server, signed, and good for an hour at least. */
export interface PhotoAddress {
  readonly id: string
  readonly url: string
  readonly thumbUrl: string
}

export interface VoiceAddress {
  readonly id: string
  readonly url: string
  readonly durationMs: number
}
