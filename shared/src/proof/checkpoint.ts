import { isDigest } from './bytes'
import { base64Of, parseBase64 } from './base64'
import type { Head } from './consistency'
import { isNoteText } from './note-text'

/** The head of one log as text to be signed (C2SP tlog-checkpoint). */
export interface Checkpoint extends Head {
  /** Names the log for good: "huiying.example/liushu/committee". Also the name of the key that signs it. */
  readonly origin: string
  /** Lines nobody can audit; ours has none, other people's are kept. */
  readonly extensions: readonly string[]
}

/**
 * Origin, size and root, a line each, as the text of a note.
 * @throws RangeError when it would not read back as the same checkpoint
 */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = [origin, `${size}`, base64Of(root), ...extensions].map((line) => `${line}\n`).join('')
  if (parseCheckpoint(text)?.extensions.length !== extensions.length) throw new RangeError('no checkpoint can say this')
  return text
}

/** The text of a note, not the signed note. Strict: what it accepts, `formatCheckpoint` writes byte for byte. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!isNoteText(text)) return null
  const lines = text.slice(0, -1).split('\n')
  const [origin = '', sizeText = '', rootText = '', ...extensions] = lines
  const size = /^(?:0|[1-9]\d{0,15})$/.test(sizeText) ? Number(sizeText) : NaN
  const root = parseBase64(rootText)
  if (lines.includes('') || !Number.isSafeInteger(size) || root === null || !isDigest(root)) return null
  return { origin, size, root, extensions }
}
