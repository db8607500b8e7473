import { createHash } from 'node:crypto'

/** What `shared/proof` wants to be given. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
