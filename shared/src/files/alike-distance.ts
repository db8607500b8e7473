/**
 * In how many of their 64 bits two pictures' hashes differ: 0 for the same picture, few for one that was cropped a
 * little or saved anew, about 32 for two that have nothing to do with each other.
 * @param one as of `StoredFile.alikeHash`: 16 hex digits
 */
export function alikeDistance(one: string, other: string): number {
  let bits = 0
  for (let at = 0; at < HASH_DIGITS; at++) bits += BITS_OF[digitAt(one, at) ^ digitAt(other, at)] ?? 0
  return bits
}

const HASH_DIGITS = 16
/** Ones in each of the 16 hex digits. */
const BITS_OF = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4]

function digitAt(hash: string, at: number): number {
  const digit = parseInt(hash.charAt(at), 16)
  if (Number.isNaN(digit) || hash.length !== HASH_DIGITS) throw new TypeError('no hash of a picture')
  return digit
}
