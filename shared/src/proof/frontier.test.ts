import fc from 'fast-check'
import { appendLeaf, EMPTY_FRONTIER, frontierOf, growFrontier, headOfFrontier, restoreFrontier } from './frontier'
import { hexOf } from './hex'
import { rootOf, rootOfRange } from './merkle-tree'
import { LEAVES, leavesOf, ROOTS } from './testing/merkle-vectors'
import { sha256 } from './testing/node-primitives'

describe('a frontier', () => {
  it('has the root of the whole log after each of the known entries', () => {
    let frontier = EMPTY_FRONTIER
    const roots = [headOfFrontier(sha256, frontier).root]
    for (const leaf of LEAVES) {
      frontier = appendLeaf(sha256, frontier, leaf)
      roots.push(headOfFrontier(sha256, frontier).root)
    }
    expect(roots.map(hexOf)).toEqual(ROOTS)
    expect(frontier.size).toBe(8)
  })

  it('is the same whether kept in memory or stored between two appends', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.nat(300), (size, pause) => {
      const leaves = leavesOf(size)
      const before = frontierOf(sha256, leaves.slice(0, pause))
      const restored = restoreFrontier(before.size, before.peaks)
      const after = leaves.slice(pause).reduce((frontier, leaf) => appendLeaf(sha256, frontier, leaf), restored)
      expect(headOfFrontier(sha256, after)).toEqual({ size, root: rootOf(sha256, leaves) })
    }))
  })

  it('costs no more hashes than the log is high, and appending leaves the one before as it was', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), (size) => {
      const leaves = leavesOf(size + 1)
      const frontier = frontierOf(sha256, leaves.slice(0, size))
      const peaks = frontier.peaks.map(hexOf)
      let hashes = 0
      const counted = (bytes: Uint8Array): Uint8Array => {
        hashes++
        return sha256(bytes)
      }
      headOfFrontier(counted, appendLeaf(counted, frontier, leaves[size] ?? new Uint8Array(32)))
      expect(hashes).toBeLessThanOrEqual(Math.ceil(Math.log2(size + 1)) + 1)
      expect(frontier.peaks.map(hexOf)).toEqual(peaks)
    }))
  })

  it('says of each leaf which subtrees it completes: all there are, each once, each with the hash of its leaves', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 90 }), (size) => {
      const leaves = leavesOf(size)
      const found = new Set<string>()
      let frontier = EMPTY_FRONTIER
      for (const leaf of leaves) {
        const growth = growFrontier(sha256, frontier, leaf)
        for (const { level, index, hash } of growth.completed) {
          const span = 2 ** level
          expect((index + 1) * span).toBeLessThanOrEqual(size)
          const range = { from: index * span, to: (index + 1) * span }
          expect(hexOf(hash)).toBe(hexOf(rootOfRange(sha256, leaves, range)))
          found.add(`${level}/${index}`)
        }
        frontier = growth.frontier
      }
      let wanted = 0
      for (let span = 1; span <= size; span *= 2) wanted += Math.floor(size / span)
      expect(found.size).toBe(wanted)
    }))
  })

  it('is refused when it was stored with too few peaks, too many, or something else', () => {
    const { peaks } = frontierOf(sha256, LEAVES.slice(0, 7))
    expect(peaks.length).toBe(3)
    expect(() => restoreFrontier(6, peaks)).toThrow(RangeError)
    expect(() => restoreFrontier(7, peaks.slice(1))).toThrow(RangeError)
    expect(() => restoreFrontier(7, peaks.map((peak) => peak.slice(1)))).toThrow(RangeError)
    expect(() => restoreFrontier(-1, [])).toThrow(RangeError)
    expect(restoreFrontier(0, [])).toEqual(EMPTY_FRONTIER)
  })
})
