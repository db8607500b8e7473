import type { LocalFile } from './local-file'

/** Long enough for a story told in one breath; the server takes no longer one. */
export const VOICE_MAX_MS = 60_000
/** Shorter than this was a slip of the finger. */
export const VOICE_MIN_MS = 800

/** A recording under way. */
export interface Recording {
  /** The recording, kept on the phone; `null` when it was too short. The same answer however often it is asked for. */
  readonly finish: () => Promise<LocalFile | null>
  readonly cancel: () => void
  /** Settles by itself when the longest time is reached, or when a call took the microphone away. */
  readonly ended: Promise<void>
}
