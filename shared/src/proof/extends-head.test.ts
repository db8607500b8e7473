import fc from 'fast-check'
import { consistencyProof, type Head } from './consistency'
import { extendsHead } from './extends-head'
import { rootOf } from './merkle-tree'
import { flipped, leavesOf } from './testing/merkle-vectors'
import { sha256 } from './testing/node-primitives'

const headOf = (leaves: readonly Uint8Array[]): Head => ({ size: leaves.length, root: rootOf(sha256, leaves) })

describe('extendsHead', () => {
  it('says grown of an honest log, forked of one in which a known leaf was changed, whatever was added', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }))
    fc.assert(fc.property(sizes, fc.nat(), ([size, more], pick) => {
      const leaves = leavesOf(size + more)
      const known = headOf(leaves.slice(0, size))
      const forged = leaves.map((leaf, at) => (at === pick % size ? flipped(leaf, pick) : leaf))
      const proofOf = (all: readonly Uint8Array[]) => consistencyProof(sha256, all, size)
      expect(extendsHead(sha256, known, headOf(leaves), proofOf(leaves))).toBe(more === 0 ? 'same' : 'grown')
      expect(extendsHead(sha256, known, headOf(forged), proofOf(forged))).toBe('forked')
      expect(extendsHead(sha256, known, headOf(forged), proofOf(leaves))).toBe('forked')
      expect(extendsHead(sha256, known, headOf(leaves.slice(0, size - 1)), [])).toBe('shrunk')
    }))
  })

  it('a log brought back from an older copy and filled again is found out', () => {
    const [seen, again] = [leavesOf(10), [...leavesOf(7), ...leavesOf(5, 9)]]
    expect(extendsHead(sha256, headOf(seen), headOf(again.slice(0, 7)), [])).toBe('shrunk')
    expect(extendsHead(sha256, headOf(seen), headOf(again.slice(0, 10)), [])).toBe('forked')
    expect(extendsHead(sha256, headOf(seen), headOf(again), consistencyProof(sha256, again, 10))).toBe('forked')
  })

  it('takes nonsense for no growth', () => {
    const known = headOf(leavesOf(4))
    expect(extendsHead(sha256, known, { size: NaN, root: known.root }, [])).toBe('forked')
    expect(extendsHead(sha256, known, { size: 5, root: new Uint8Array(0) }, [])).toBe('forked')
  })
})
