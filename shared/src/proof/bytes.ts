/**
 * SHA-256, given from outside: Node has it built in, a phone brings its own. The answer has 32 bytes.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** 32 bytes that SHA-256 gave. */
export type Digest = Uint8Array

export const DIGEST_LENGTH = 32

export function isDigest(bytes: Uint8Array): boolean {
  return bytes.length === DIGEST_LENGTH
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Not in constant time: what is compared here is public. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
