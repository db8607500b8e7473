import { challengeContent, type ChallengeUse, type DigestOf } from '@huiying/shared/expenses'
import { canonicalBytes } from '@huiying/shared/proof'
import { createHash } from 'node:crypto'

/** SHA-256 of the canonical bytes, hex: what is shown, sent and signed. */
export const digestOf: DigestOf = (content) => createHash('sha256').update(canonicalBytes(content)).digest('hex')

/** What the phone's key is to sign for this one act, hex. */
export function challengeDigest(use: ChallengeUse<string>): string {
  return digestOf(challengeContent(use))
}
