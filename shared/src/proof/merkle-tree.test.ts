import fc from 'fast-check'
import { hexOf } from './hex'
import { leafHash, nodeHash, rootOf, splitOf } from './merkle-tree'
import { LEAVES, leavesOf, ROOTS } from './testing/merkle-vectors'
import { bytes, sha256 } from './testing/node-primitives'

describe('the Merkle tree of RFC 6962', () => {
  it('has the known roots over the known entries', () => {
    expect(ROOTS.map((_, size) => hexOf(rootOf(sha256, LEAVES.slice(0, size))))).toEqual(ROOTS)
  })

  it('tells an entry from a node: two hashes written down as an entry are not their node', () => {
    const [left, right] = [sha256(bytes('01')), sha256(bytes('02'))]
    const entry = Uint8Array.of(...left, ...right)
    expect(hexOf(leafHash(sha256, entry))).not.toBe(hexOf(nodeHash(sha256, left, right)))
    expect(hexOf(leafHash(sha256, bytes('')))).toBe(ROOTS[1])
  })

  it('splits at the largest power of two below the size, past 2^31 too', () => {
    expect([2, 3, 4, 5, 8, 9, 2 ** 31 + 1, 2 ** 40].map(splitOf)).toEqual([1, 2, 2, 4, 4, 8, 2 ** 31, 2 ** 39])
  })

  it('has another root when a leaf is changed, dropped, doubled or moved', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (size, pick) => {
      const leaves = leavesOf(size)
      const at = pick % size
      const next = (at + 1) % size
      const other = sha256(bytes('ff'))
      const swap = (leaf: Uint8Array, index: number) =>
        (index === at ? leaves[next] : index === next ? leaves[at] : leaf) ?? leaf
      const roots = [
        leaves, leaves.filter((_, index) => index !== at), [...leaves, ...leaves.slice(-1)],
        leaves.map((leaf, index) => (index === at ? other : leaf)), leaves.map(swap),
      ].map((some) => hexOf(rootOf(sha256, some)))
      expect(new Set(roots).size).toBe(roots.length)
    }))
  })
})
