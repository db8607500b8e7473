import fc from 'fast-check'
import { hexOf, parseHex } from './hex'

describe('hex', () => {
  it('writes two lower-case digits a byte', () => {
    expect(hexOf(Uint8Array.of(0, 1, 15, 16, 171, 255))).toBe('00010f10abff')
  })

  it.each(['0', 'abc', 'AB', '0x', 'zz', ' 00', '00\n', '0１'])('refuses %j', (text) => {
    expect(parseHex(text)).toBeNull()
  })

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => {
      expect(parseHex(hexOf(bytes))).toEqual(bytes)
    }))
  })
})
