import fc from 'fast-check'
import { hexOf } from './hex'
import { inclusionProof, inclusionRanges, verifyInclusion } from './inclusion'
import { rootOf } from './merkle-tree'
import { flipped, LEAVES, leavesOf, ROOTS } from './testing/merkle-vectors'
import { bytes, sha256 } from './testing/node-primitives'

const [ONE = '', TWO = '', FOUR = ''] = [ROOTS[1], ROOTS[2], ROOTS[4]]

describe('inclusion', () => {
  it.each([
    [0, 1, []],
    [0, 8, [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]],
    [5, 8, [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      FOUR,
    ]],
    [2, 3, [TWO]],
    [1, 5, [
      ONE,
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]],
  ])('leaf %d of %d: the known proof', (index, size, known) => {
    const proof = inclusionProof(sha256, LEAVES.slice(0, size), index)
    expect(proof.map(hexOf)).toEqual(known)
  })

  it('every leaf of every log up to 64 is proven, at no other index and in no other size', () => {
    for (let size = 1; size <= 64; size++) {
      const leaves = leavesOf(size)
      const root = rootOf(sha256, leaves)
      leaves.forEach((leafHash, index) => {
        const proof = inclusionProof(sha256, leaves, index)
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
        for (let other = 0; other < size; other++) {
          const holds = verifyInclusion(sha256, { leafHash, index: other, size, root }, proof)
          if (holds !== (other === index)) throw new Error(`leaf ${index} of ${size} at ${other}: ${holds}`)
        }
      })
    }
  })

  it('a log of another size or length of proof is never taken for it', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 400 }))
    fc.assert(fc.property(sizes, fc.nat(), ([size, other], pick) => {
      const index = pick % size
      const leaves = leavesOf(size)
      const [leafHash = bytes(''), root] = [leaves[index], rootOf(sha256, leaves)]
      const proof = inclusionProof(sha256, leaves, index)
      const claim = { leafHash, index, size, root }
      expect(verifyInclusion(sha256, claim, proof)).toBe(true)
      // Where both sizes ask for a proof of the same shape, the signed head vouches for the size, not the path.
      const isSameShape = shapeOf(index, other) === shapeOf(index, size)
      expect(verifyInclusion(sha256, { ...claim, size: other }, proof)).toBe(isSameShape)
      expect(verifyInclusion(sha256, claim, [...proof, root])).toBe(false)
      expect(verifyInclusion(sha256, claim, [root, ...proof])).toBe(false)
      if (proof.length > 0) {
        expect(verifyInclusion(sha256, claim, proof.slice(1))).toBe(false)
        expect(verifyInclusion(sha256, claim, proof.slice(0, -1))).toBe(false)
        expect(verifyInclusion(sha256, claim, [proof[0]?.slice(1) ?? root, ...proof.slice(1)])).toBe(false)
      }
    }))
  })

  it('a leaf of a larger log is not passed off at any place of a smaller one, nor the other way round', () => {
    for (let size = 1; size <= 16; size++) {
      const leaves = leavesOf(size)
      const root = rootOf(sha256, leaves)
      leaves.forEach((leafHash, at) => {
        const proof = inclusionProof(sha256, leaves, at)
        for (let other = 1; other <= 20; other++) {
          for (let index = 0; index < other; index++) {
            const holds = verifyInclusion(sha256, { leafHash, index, size: other, root }, proof)
            const isSameShape = shapeOf(index, other) === shapeOf(at, size)
            if (holds !== isSameShape) throw new Error(`${at} of ${size} as ${index} of ${other}: ${holds}`)
          }
        }
      })
    }
  })

  it('one bit anywhere undoes it', () => {
    const size64 = fc.integer({ min: 1, max: 64 })
    fc.assert(fc.property(size64, fc.nat(), fc.nat(255), fc.nat(), (size, pick, bit, where) => {
      const index = pick % size
      const leaves = leavesOf(size)
      const [leafHash = bytes(''), root] = [leaves[index], rootOf(sha256, leaves)]
      const proof = inclusionProof(sha256, leaves, index)
      const claim = { leafHash, index, size, root }
      const at = where % (proof.length + 2)
      const damaged = proof.map((hash, step) => (step === at ? flipped(hash, bit) : hash))
      const claimed = {
        ...claim,
        leafHash: at === proof.length ? flipped(leafHash, bit) : leafHash,
        root: at === proof.length + 1 ? flipped(root, bit) : root,
      }
      expect(verifyInclusion(sha256, claimed, damaged)).toBe(false)
    }))
  })

  it('answers nonsense with no', () => {
    const [leafHash = bytes(''), root] = [LEAVES[0], bytes(ONE)]
    const holds = (index: number, size: number) => verifyInclusion(sha256, { leafHash, index, size, root }, [])
    expect(holds(0, 1)).toBe(true)
    const nowhere = [[0, 0], [1, 1], [-1, 1], [0, 2], [0.5, 1], [0, 1.5], [NaN, 1], [0, NaN], [0, Infinity]]
    for (const [index = 0, size = 1] of nowhere) expect(holds(index, size)).toBe(false)
    expect(verifyInclusion(sha256, { leafHash: bytes(''), index: 0, size: 1, root: bytes('') }, [])).toBe(false)
    expect(() => inclusionProof(sha256, LEAVES, 8)).toThrow(RangeError)
    expect(() => inclusionRanges(0, 0)).toThrow(RangeError)
  })

  it('works far beyond 32 bits: the ranges of a proof and the leaf cover the whole log', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 52 }), fc.maxSafeNat(), (size, pick) => {
      const index = pick % size
      const ranges = [...inclusionRanges(index, size), { from: index, to: index + 1 }].sort((a, b) => a.from - b.from)
      expect(ranges.length).toBeLessThanOrEqual(54)
      expect(ranges[0]?.from).toBe(0)
      expect(ranges[ranges.length - 1]?.to).toBe(size)
      ranges.slice(1).forEach((range, at) => expect(range.from).toBe(ranges[at]?.to))
    }))
  })
})

/** On which side each sibling stands, from the leaf up. */
function shapeOf(index: number, size: number): string | null {
  return index < size ? inclusionRanges(index, size).map(({ from }) => (from > index ? 'R' : 'L')).join('') : null
}
