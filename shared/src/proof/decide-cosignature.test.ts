import fc from 'fast-check'
import { consistencyProof, type Head } from './consistency'
import { decideCosignature, type CosignatureRequest, type WatchedLog } from './decide-cosignature'
import { rootOf } from './merkle-tree'
import { flipped, leavesOf } from './testing/merkle-vectors'
import { ed25519Verify, sha256 } from './testing/node-primitives'
import { checkpointText, logKey, ORIGIN, requestOf, signedByLog, signedByStranger } from './testing/world'

const headOf = (leaves: readonly Uint8Array[]): Head => ({ size: leaves.length, root: rootOf(sha256, leaves) })
const watched = (last: Head | null): WatchedLog => ({ origin: ORIGIN, keys: [logKey], last })
const decide = (last: Head | null, request: CosignatureRequest) =>
  decideCosignature({ sha256, verify: ed25519Verify }, watched(last), request)
const refusal = (reason: string, lastSize: number) => ({ kind: 'refuse', reason, lastSize })

describe('a witness', () => {
  const leaves = leavesOf(12)
  const last = headOf(leaves.slice(0, 7))

  it('co-signs growth, the same again, and the first head of a log', () => {
    expect(decide(last, requestOf(leaves, 7))).toEqual({ kind: 'cosign', head: headOf(leaves), text: checkpointText(leaves) })
    expect(decide(last, requestOf(leaves.slice(0, 7), 7))).toMatchObject({ kind: 'cosign', head: last })
    expect(decide(null, requestOf(leaves, 0))).toMatchObject({ kind: 'cosign', head: headOf(leaves) })
    expect(decide(null, requestOf([], 0))).toMatchObject({ kind: 'cosign', head: headOf([]) })
  })

  it('refuses, and says why', () => {
    const request = requestOf(leaves, 7)
    const forged = leaves.map((leaf, at) => (at === 3 ? flipped(leaf, 1) : leaf))
    expect(decide(last, { ...request, signedCheckpoint: 'hello\n' })).toEqual(refusal('unreadable', 7))
    expect(decide(last, { ...request, signedCheckpoint: signedByLog('hello\n') })).toEqual(refusal('unreadable', 7))
    expect(decide(last, { ...request, signedCheckpoint: signedByLog(checkpointText(leaves, 'other.example')) })).toEqual(refusal('other-log', 7))
    expect(decide(last, { ...request, signedCheckpoint: signedByStranger(checkpointText(leaves)) })).toEqual(refusal('not-signed', 7))
    expect(decide(last, { ...request, signedCheckpoint: request.signedCheckpoint.replace(/^12$/m, '13') })).toEqual(refusal('not-signed', 7))
    expect(decide(last, { ...request, oldSize: 13 })).toEqual(refusal('old-size-beyond', 7))
    expect(decide(last, { ...request, oldSize: 6 })).toEqual(refusal('old-size-stale', 7))
    expect(decide(last, requestOf(leaves.slice(0, 6), 6))).toEqual(refusal('old-size-stale', 7))
    expect(decide(last, requestOf(leaves, 0))).toEqual(refusal('old-size-stale', 7))
    expect(decide(last, { ...request, oldSize: NaN })).toEqual(refusal('old-size-stale', 7))
    expect(decide(null, request)).toEqual(refusal('old-size-stale', 0))
    expect(decide(last, requestOf(forged.slice(0, 7), 7))).toEqual(refusal('forked', 7))
    expect(decide(last, requestOf(forged, 7))).toEqual(refusal('not-proven', 7))
    expect(decide(last, { ...request, proof: [] })).toEqual(refusal('not-proven', 7))
    expect(decide(last, { ...request, proof: consistencyProof(sha256, leaves, 6) })).toEqual(refusal('not-proven', 7))
    expect(decide(null, { ...requestOf(leaves, 0), proof: request.proof })).toEqual(refusal('not-proven', 0))
  })

  it('never co-signs two heads of which one does not contain the other, whatever logs ask it in whatever order', () => {
    // Three books that part ways, and whoever holds the key asks from any of them, with any old size.
    const base = leavesOf(5)
    const books = [1, 2, 3].map((seed) => [...base, ...leavesOf(8, seed)])
    const ask = fc.record({ book: fc.nat(2), size: fc.nat(13), oldSize: fc.option(fc.nat(13), { nil: null, freq: 1 }) })
    fc.assert(fc.property(fc.array(ask, { maxLength: 12 }), (asks) => {
      let head: Head | null = null
      const signed: (readonly Uint8Array[])[] = []
      for (const { book, size, oldSize } of asks) {
        const some = (books[book] ?? []).slice(0, size)
        const from = Math.min(oldSize ?? lastSizeOf(head), size)
        const decision = decide(head, { ...requestOf(some, from), oldSize: oldSize ?? lastSizeOf(head) })
        if (decision.kind === 'refuse') continue
        head = decision.head
        signed.push(some)
      }
      signed.slice(1).forEach((next, at) => expect(next.slice(0, signed[at]?.length)).toEqual(signed[at]))
    }), { numRuns: 200 })
  })
})

function lastSizeOf(head: Head | null): number {
  return head?.size ?? 0
}
