import { randomBytes } from 'node:crypto'

/** Nobody guesses it, and no two are alike. */
export function newNonce(): string {
  return randomBytes(32).toString('base64url')
}
