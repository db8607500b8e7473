import { randomBytes } from 'node:crypto'

/** Nobody guesses it. */
export function newSeed(): string {
  return randomBytes(32).toString('base64url')
}
