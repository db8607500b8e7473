import fc from 'fast-check'
import { shortFingerprint } from './short-fingerprint'
import { hexOf } from './hex'
import { flipped } from './testing/merkle-vectors'
import { bytes, sha256 } from './testing/node-primitives'

const anyRoot = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('shortFingerprint', () => {
  it('is the root taken as one number, its last twelve figures in three groups', () => {
    fc.assert(fc.property(anyRoot, (root) => {
      const figures = `${BigInt(`0x${hexOf(root)}`) % 10n ** 12n}`.padStart(12, '0')
      expect(shortFingerprint(root)).toBe(`${figures.slice(0, 4)}-${figures.slice(4, 8)}-${figures.slice(8)}`)
    }))
    expect(shortFingerprint(new Uint8Array(32))).toBe('0000-0000-0000')
  })

  it('changes with any bit of the root', () => {
    const root = sha256(bytes('00'))
    const all = Array.from({ length: 256 }, (_, bit) => shortFingerprint(flipped(root, bit)))
    expect(new Set([shortFingerprint(root), ...all]).size).toBe(257)
  })

  it('is there for roots only', () => {
    expect(() => shortFingerprint(bytes('00'))).toThrow(RangeError)
  })
})
