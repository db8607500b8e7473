import { formatNoteKey, noteKey } from '@huiying/shared/proof'
import { loadConfig } from './platform/config'
import { sha256 } from './platform/crypto/sha-256'

/** Prints the line by which a witness, or whoever audits an export, knows this installation's signatures. */
function main(): void {
  const { origin, key } = loadConfig(process.env).ledger
  process.stdout.write(`${formatNoteKey(noteKey(sha256, origin, 'log', key.publicKey))}\n`)
}

try {
  main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
