import { noteKey, parseNoteKey, type NoteKey } from '@huiying/shared/proof'
import { sha256 } from '../platform/crypto/sha-256'

/**
 * Whose logs are co-signed. One line for each signer, a note key of use 'log': it stands for the log of its name, and
 * for all whose names begin with it and a slash, since every book is a log of its own under one key.
 */
export interface TrustedLogs {
  /** The keys that may sign for the log; none: it is not known here. */
  keysOf(origin: string): readonly NoteKey[]
}

/** Empty lines and those with # in front are passed over. @throws Error naming the line that is no key */
export function trustedLogs(lines: readonly string[]): TrustedLogs {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  const signers = written.map((line) => {
    const key = parseNoteKey(sha256, line)
    if (key?.use !== 'log') throw new Error(`no key of a log: ${line.slice(0, 80)}`)
    return key
  })
  return {
    keysOf: (origin) =>
      signers
        .filter(({ name }) => origin === name || origin.startsWith(`${name}/`))
        .map(({ publicKey }) => noteKey(sha256, origin, 'log', publicKey)),
  }
}
