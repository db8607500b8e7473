import fc from 'fast-check'
import { hexOf } from './hex'
import { rootOf, rootOfRange } from './merkle-tree'
import { completeSubtrees, joinSubtrees, rootOfParts } from './subtrees'
import { leavesOf } from './testing/merkle-vectors'
import { sha256 } from './testing/node-primitives'

const hashesOf = (leaves: readonly Uint8Array[], range: { from: number; to: number }) =>
  completeSubtrees(range).map(({ level, index }) =>
    rootOfRange(sha256, leaves, { from: index * 2 ** level, to: (index + 1) * 2 ** level }))

describe('the complete subtrees of a range', () => {
  it('cover it without gap or overlap, each at its own place', () => {
    fc.assert(fc.property(fc.nat(5_000), fc.nat(5_000), (from, length) => {
      let at = from
      for (const { level, index } of completeSubtrees({ from, to: from + length })) {
        expect(index * 2 ** level).toBe(at)
        at += 2 ** level
      }
      expect(at).toBe(from + length)
    }))
    expect(completeSubtrees({ from: 0, to: 1_000_000 })).toHaveLength(7)
  })

  it('joined from the right give the root of the whole log', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), (size) => {
      const leaves = leavesOf(size)
      expect(hexOf(joinSubtrees(sha256, hashesOf(leaves, { from: 0, to: size })))).toBe(hexOf(rootOf(sha256, leaves)))
    }))
  })
})

describe('a log in parts', () => {
  const parts = fc.tuple(fc.nat(120), fc.nat(120), fc.nat(120)).map((cuts) => [...cuts].sort((a, b) => a - b))

  it('has the root of the whole log, wherever it was cut', () => {
    fc.assert(fc.property(parts, ([from = 0, to = 0, size = 0]) => {
      const all = leavesOf(size)
      const cut = {
        from, to, size, leaves: all.slice(from, to),
        left: hashesOf(all, { from: 0, to: from }), right: hashesOf(all, { from: to, to: size }),
      }
      expect(hexOf(rootOfParts(sha256, cut) ?? new Uint8Array(0))).toBe(hexOf(rootOf(sha256, all)))
    }))
  })

  it('has another root with one leaf changed, and none when a part is missing or has the wrong length', () => {
    const all = leavesOf(21)
    const cut = {
      from: 5, to: 11, size: 21, leaves: all.slice(5, 11),
      left: hashesOf(all, { from: 0, to: 5 }), right: hashesOf(all, { from: 11, to: 21 }),
    }
    const changed = { ...cut, leaves: cut.leaves.map((leaf, at) => (at === 3 ? sha256(leaf) : leaf)) }
    expect(hexOf(rootOfParts(sha256, changed) ?? new Uint8Array(0))).not.toBe(hexOf(rootOf(sha256, all)))
    expect(rootOfParts(sha256, { ...cut, left: cut.left.slice(1) })).toBeNull()
    expect(rootOfParts(sha256, { ...cut, leaves: cut.leaves.slice(1) })).toBeNull()
    expect(rootOfParts(sha256, { ...cut, right: cut.right.map((hash) => hash.slice(1)) })).toBeNull()
    expect(rootOfParts(sha256, { ...cut, from: 12 })).toBeNull()
    expect(rootOfParts(sha256, { ...cut, size: 1.5 })).toBeNull()
  })
})
