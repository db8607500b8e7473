import fc from 'fast-check'
import { base64Of, parseBase64 } from './base64'
import { utf8Of } from './utf8'

describe('base64', () => {
  // RFC 4648 §10.
  it.each([
    ['', ''], ['f', 'Zg=='], ['fo', 'Zm8='], ['foo', 'Zm9v'], ['foob', 'Zm9vYg=='], ['fooba', 'Zm9vYmE='], ['foobar', 'Zm9vYmFy'],
  ])('%j is %j', (text, encoded) => {
    expect(base64Of(utf8Of(text))).toBe(encoded)
    expect(parseBase64(encoded)).toEqual(utf8Of(text))
  })

  it.each([
    'Zg', 'Zg=', 'Zm8', 'Z', '=', '==', '====', 'Zg===', 'Zm9v====', 'Zg==Zg==', 'Zm9v\n', ' Zm9v', 'Zm 9v', 'Zm-v', 'Zm_v', 'Zm9v=', 'é===',
    // The same byte with unused bits set: Zg== in another spelling.
    'Zh==', 'Zm9=',
  ])('refuses %j', (text) => {
    expect(parseBase64(text)).toBeNull()
  })

  it('does what the platform does, and one value has one spelling', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const encoded = base64Of(bytes)
      expect(encoded).toBe(btoa(String.fromCharCode(...bytes)))
      expect(parseBase64(encoded)).toEqual(bytes)
    }))
    const text = fc.string({ unit: fc.constantFrom(...'AQgwZz0+/='), maxLength: 9 })
    fc.assert(fc.property(text, (candidate) => {
      const bytes = parseBase64(candidate)
      expect(bytes === null || base64Of(bytes) === candidate).toBe(true)
    }), { numRuns: 500 })
  })
})
