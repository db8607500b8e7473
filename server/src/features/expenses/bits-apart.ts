/** In how many bits two 64-bit hashes, 16 hex digits each, differ. */
export function bitsApart(one: string, other: string): number {
  return onesIn(half(one, 0) ^ half(other, 0)) + onesIn(half(one, 8) ^ half(other, 8))
}

function half(hash: string, from: number): number {
  return parseInt(hash.slice(from, from + 8), 16)
}

/** Of 32 bits, by adding neighbours up: tens of thousands of pictures are compared at once. */
function onesIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
