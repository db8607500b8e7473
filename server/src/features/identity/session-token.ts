import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 bits of chance, readable in a header. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** All that is kept of a token: who reads the database cannot sign in with it. No salt: the token is chance itself. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Six digits, for a person to read off one screen and type on another. */
export function newDeskCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
