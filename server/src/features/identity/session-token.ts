import { createHash, randomBytes } from 'node:crypto'

/** 256 bits of chance, readable in a header. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** All that is kept of a token: who reads the database cannot sign in with it. No salt: the token is chance itself. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
