import fc from 'fast-check'
import { bytes as hex } from './testing/node-primitives'
import { isWellFormedText, parseUtf8, utf8Of } from './utf8'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })

describe('UTF-8', () => {
  it.each([
    ['', ''], ['a', '61'], ['\u007f', '7f'], ['\u0080', 'c280'], ['\u07ff', 'dfbf'], ['\u0800', 'e0a080'], ['村', 'e69d91'],
    ['\ud7ff', 'ed9fbf'], ['\ue000', 'ee8080'], ['\ufeff', 'efbbbf'], ['\uffff', 'efbfbf'], ['\u{10000}', 'f0908080'], ['👵', 'f09f91b5'],
    ['\u{10ffff}', 'f48fbfbf'],
  ])('%j is %s', (text, encoded) => {
    expect(utf8Of(text)).toEqual(hex(encoded))
    expect(parseUtf8(hex(encoded))).toBe(text)
  })

  it.each([
    ['a byte that only follows', '80'], ['nothing follows', 'c2'], ['too little follows', 'e69d'], ['the wrong thing follows', 'c241'],
    ['a spelling too long', 'c080'], ['a spelling too long', 'c1bf'], ['a spelling too long', 'e09fbf'], ['a spelling too long', 'f08fbfbf'],
    ['half a pair', 'eda080'], ['a pair in two halves', 'eda081edb080'], ['beyond the last code', 'f4908080'], ['five bytes', 'f888808080'],
    ['never a byte', 'ff'],
  ])('refuses %s', (_what, encoded) => {
    expect(parseUtf8(hex(encoded))).toBeNull()
  })

  it('refuses to write half a pair, and can say so beforehand', () => {
    for (const text of ['\ud83d', '\udc75', 'a\ud83d', '\udc75\ud83d', '👵'.slice(0, 1)]) {
      expect(isWellFormedText(text)).toBe(false)
      expect(() => utf8Of(text)).toThrow(TypeError)
    }
    expect(isWellFormedText('👵村a')).toBe(true)
  })

  it('does what the platform does, with any text and with any bytes', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(utf8Of(text)).toEqual(Uint8Array.from(new TextEncoder().encode(text)))
      expect(parseUtf8(utf8Of(text))).toBe(text)
    }))
    const likely = fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0x8f, 0x90)
    fc.assert(fc.property(fc.array(likely, { maxLength: 5 }), (codes) => {
      const bytes = Uint8Array.from(codes)
      expect(parseUtf8(bytes)).toBe(decodedByThePlatform(bytes))
    }), { numRuns: 2_000 })
  })
})

function decodedByThePlatform(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
