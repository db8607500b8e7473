import fc from 'fast-check'
import { consistencyProof, consistencyRanges, verifyConsistency, type Head } from './consistency'
import { hexOf } from './hex'
import { nodeHash, rootOf } from './merkle-tree'
import { flipped, LEAVES, leavesOf, ROOTS } from './testing/merkle-vectors'
import { bytes, sha256 } from './testing/node-primitives'

const FOUR = ROOTS[4] ?? ''
const headOf = (leaves: readonly Uint8Array[]): Head => ({ size: leaves.length, root: rootOf(sha256, leaves) })

describe('consistency', () => {
  it.each([
    [0, 8, []],
    [8, 8, []],
    [1, 8, [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]],
    [6, 8, [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      FOUR,
    ]],
    [2, 5, [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]],
  ])('from %d to %d: the known proof', (known, size, proof) => {
    expect(consistencyProof(sha256, LEAVES.slice(0, size), known).map(hexOf)).toEqual(proof)
  })

  it('holds between all sizes up to 64, and for no other known size', () => {
    const leaves = leavesOf(64)
    const heads = Array.from({ length: 65 }, (_, size) => headOf(leaves.slice(0, size)))
    for (let size = 0; size <= 64; size++) {
      const next = heads[size] ?? headOf([])
      for (let known = 0; known <= size; known++) {
        const proof = consistencyProof(sha256, leaves.slice(0, size), known)
        heads.forEach((head) => {
          const holds = verifyConsistency(sha256, head, next, proof)
          // No proof at all is the right one both from nothing and from the log itself.
          const isRight = head.size === known || (proof.length === 0 && (head.size === 0 || head.size === size))
          if (holds !== isRight) throw new Error(`${known} to ${size}, with ${head.size}: ${holds}`)
        })
      }
    }
  })

  it('holds for no other sizes than those it was made for, but where the path has the same shape', () => {
    const leaves = leavesOf(16)
    const heads = Array.from({ length: 17 }, (_, size) => headOf(leaves.slice(0, size)))
    for (const known of heads.slice(1, -1)) {
      for (const next of heads.slice(known.size + 1)) {
        const proof = consistencyProof(sha256, leaves.slice(0, next.size), known.size)
        for (let from = 1; from <= 20; from++) {
          for (let to = 1; to <= 20; to++) {
            const holds = verifyConsistency(sha256, { ...known, size: from }, { ...next, size: to }, proof)
            const isSameShape = shapeOf(from, to) === shapeOf(known.size, next.size)
            if (holds !== isSameShape) throw new Error(`${known.size} to ${next.size} as ${from} to ${to}: ${holds}`)
          }
        }
      }
    }
  })

  it('nothing is shown by a smaller head, not even one that was built over the known root', () => {
    const known = headOf(leavesOf(3))
    const sibling = sha256(bytes('00'))
    const next = { size: 2, root: nodeHash(sha256, known.root, sibling) }
    expect(verifyConsistency(sha256, known, next, [known.root, sibling])).toBe(false)
  })

  it('one bit anywhere undoes it, and so does a hash too many or too few', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 63 }), fc.integer({ min: 1, max: 40 }))
    fc.assert(fc.property(sizes, fc.nat(255), fc.nat(), ([knownSize, more], bit, where) => {
      const leaves = leavesOf(knownSize + more)
      const [known, next] = [headOf(leaves.slice(0, knownSize)), headOf(leaves)]
      const proof = consistencyProof(sha256, leaves, knownSize)
      const at = where % (proof.length + 2)
      const damaged = proof.map((hash, step) => (step === at ? flipped(hash, bit) : hash))
      const damagedKnown = at === proof.length ? { ...known, root: flipped(known.root, bit) } : known
      const damagedNext = at === proof.length + 1 ? { ...next, root: flipped(next.root, bit) } : next
      expect(verifyConsistency(sha256, known, next, proof)).toBe(true)
      expect(verifyConsistency(sha256, damagedKnown, damagedNext, damaged)).toBe(false)
      expect(verifyConsistency(sha256, known, next, [...proof, next.root])).toBe(false)
      expect(verifyConsistency(sha256, known, next, proof.slice(1))).toBe(false)
      expect(verifyConsistency(sha256, known, next, proof.slice(0, -1))).toBe(false)
      expect(verifyConsistency(sha256, known, next, [])).toBe(false)
    }))
  })

  it('no log in which a known leaf was changed has a proof of its own that holds', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }))
    fc.assert(fc.property(sizes, fc.nat(), ([knownSize, more], pick) => {
      const leaves = leavesOf(knownSize + more)
      const forged = leaves.map((leaf, at) => (at === pick % knownSize ? flipped(leaf, pick) : leaf))
      const proof = consistencyProof(sha256, forged, knownSize)
      expect(verifyConsistency(sha256, headOf(leaves.slice(0, knownSize)), headOf(forged), proof)).toBe(false)
    }))
  })

  it('answers nonsense with no', () => {
    const [empty, eight] = [headOf([]), headOf(LEAVES)]
    expect(verifyConsistency(sha256, empty, eight, [])).toBe(true)
    expect(verifyConsistency(sha256, empty, empty, [])).toBe(true)
    expect(verifyConsistency(sha256, eight, headOf(LEAVES.slice(0, 4)), [])).toBe(false)
    expect(verifyConsistency(sha256, { size: 0, root: eight.root }, eight, [])).toBe(false)
    expect(verifyConsistency(sha256, empty, eight, [eight.root])).toBe(false)
    for (const size of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
      expect(verifyConsistency(sha256, { size, root: eight.root }, eight, [eight.root])).toBe(false)
      expect(verifyConsistency(sha256, eight, { size, root: eight.root }, [eight.root])).toBe(false)
    }
    expect(verifyConsistency(sha256, { size: 8, root: bytes('') }, { size: 8, root: bytes('') }, [])).toBe(false)
    expect(() => consistencyRanges(9, 8)).toThrow(RangeError)
  })
})

/** Where the known root stands in the path, and on which side each hash that follows. */
function shapeOf(known: number, size: number): string | null {
  if (known >= size) return null
  const sides = consistencyRanges(known, size).map(({ from }) => (from >= known ? 'R' : 'L')).join('')
  return Number.isInteger(Math.log2(known)) ? `known ${sides}` : sides.slice(1)
}
