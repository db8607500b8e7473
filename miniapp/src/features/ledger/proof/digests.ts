import { parseHex, type Digest } from '@huiying/shared/proof'

const LENGTH = 32

/** `null` when one of them is no SHA-256 in lower-case hex. */
export function parseDigests(texts: readonly string[]): readonly Digest[] | null {
  const digests = texts.map(parseHex)
  return digests.every((digest): digest is Digest => digest !== null && digest.length === LENGTH) ? digests : null
}
