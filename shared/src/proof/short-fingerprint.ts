import { isDigest, type Digest } from './bytes'

/**
 * Twelve figures to read aloud and compare with the sheet on the wall: "3841-0926-5573". Every bit of the root has a
 * part in them.
 *
 * They carry 39.8 bits: a book changed by chance or in haste shows the same figures once in 10^12. Who sets out
 * to forge can try that many variants in hours, so this is for the eye; the whole root is in the QR code beside it.
 * @throws RangeError when it is no root
 */
export function shortFingerprint(root: Digest): string {
  if (!isDigest(root)) throw new RangeError('a root has 32 bytes')
  // The remainder stays below 10^12, so that the next step stays below 2^53.
  const remainder = root.reduce((rest, byte) => (rest * 256 + byte) % 1e12, 0)
  return `${remainder}`.padStart(12, '0').replace(/\B(?=(\d{4})+$)/g, '-')
}
