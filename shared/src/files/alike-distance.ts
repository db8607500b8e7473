/**
 * In how many of their 64 bits two pictures' hashes differ: 0 for the same picture, few for one that was cropped a
 * little or saved anew, about 32 for two that have nothing to do with each other.
 * @param one as of `StoredFile.alikeHash`: 16 hex digits
 * @throws TypeError where it is no such hash
 */
export function alikeDistance(one: string, other: string): number {
  if (!HASH.test(one) || !HASH.test(other)) throw new TypeError('no hash of a picture')
  return onesIn(half(one, 0) ^ half(other, 0)) + onesIn(half(one, 8) ^ half(other, 8))
}

const HASH = /^[0-9a-f]{16}$/i

function half(hash: string, from: number): number {
  return parseInt(hash.slice(from, from + 8), 16)
}

/** Of 32 bits, by adding neighbours up: tens of thousands of pictures are compared at once. */
function onesIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
