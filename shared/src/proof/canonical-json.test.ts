import fc from 'fast-check'
import { canonicalBytes, canonicalJson } from './canonical-json'
import { hexOf } from './hex'

// What RFC 8785 shows, as far as it has no fractions.
describe('canonicalJson and the RFC', () => {
  it('§3.2.2: literals and the escapes of a string', () => {
    const value = { string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/', literals: [null, true, false] }
    expect(canonicalJson(value)).toBe('{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
    expect(hexOf(canonicalBytes(value))).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c22737472696e67223a22e282ac245c75303030665c6e41274'
      + '25c225c5c5c5c5c222f227d',
    )
  })

  it('§3.2.3: keys by their UTF-16 code units, so that an emoji comes before a Hebrew letter', () => {
    const value = {
      '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', 1: 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const order = [...canonicalJson(value).matchAll(/:"([^"]*)"/g)].map(([, name]) => name)
    expect(order).toEqual([
      'Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it('appendix B: whole numbers, minus zero among them', () => {
    expect([0, -0, 1, -1, 9007199254740991, -9007199254740991].map(canonicalJson)).toEqual([
      '0', '0', '1', '-1', '9007199254740991', '-9007199254740991',
    ])
  })

  it('§3.2.2.2: every control character has its one escape', () => {
    const short: Readonly<Record<number, string>> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 34: '\\"', 92: '\\\\' }
    for (let code = 0; code < 0x100; code++) {
      const plain = code < 0x20 ? `\\u00${code.toString(16).padStart(2, '0')}` : String.fromCharCode(code)
      expect(canonicalJson(String.fromCharCode(code))).toBe(`"${short[code] ?? plain}"`)
    }
    expect(canonicalJson('\u2028\u2029\u007f')).toBe('"\u2028\u2029\u007f"')
  })
})

describe('canonicalJson', () => {
  it.each<[string, unknown, RegExp]>([
    ['a fraction', { items: [{ amountFen: 1 }, { amountFen: 0.5 }] }, /^\$\.items\[1\]\.amountFen:/],
    ['beyond 2^53', 9007199254740992, /^\$:/],
    ['NaN', [NaN], /^\$\[0\]:/],
    ['infinity', -Infinity, /^\$:/],
    ['undefined', { payee: undefined }, /^\$\.payee:/],
    ['a hole', [1, , 3], /^\$\[1\]:/],
    ['a function', { f: () => 1 }, /^\$\.f:/],
    ['a symbol', Symbol('s'), /^\$:/],
    ['a bigint', 1n, /^\$:/],
    ['a date', { paidAt: new Date(0) }, /^\$\.paidAt:/],
    ['a map', new Map([['a', 1]]), /^\$:/],
    ['bytes', Uint8Array.of(1), /^\$:/],
    ['an instance', new (class Entry { readonly a = 1 })(), /^\$:/],
    ['half an emoji', { purpose: '👵'.slice(0, 1) }, /^\$\.purpose:/],
    ['half an emoji in a key', { ['👵'.slice(1)]: 1 }, /^\$:/],
  ])('refuses %s and says where', (_what, value, message) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
    expect(() => canonicalJson(value)).toThrow(message)
  })

  it('refuses a circle', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(() => canonicalJson(circle)).toThrow(TypeError)
  })

  it('takes an object without a prototype and a key named __proto__', () => {
    expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}')
    expect(canonicalJson(JSON.parse('{"__proto__":{"z":1},"a":2}'))).toBe('{"__proto__":{"z":1},"a":2}')
  })

  it('reads back as the same value, and is the same in whatever order it was put together', () => {
    fc.assert(fc.property(anyValue, (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(canonicalJson(backwards(value))).toBe(text)
    }))
  })

  it('two values with one text are one value', () => {
    fc.assert(fc.property(anyValue, anyValue, (one, other) => {
      expect(canonicalJson(one) === canonicalJson(other)).toBe(isSame(one, other))
    }))
  })
})

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 5 }), fc.constantFrom('a', 'b', '"', '\\', '\u0000', '😀', '\ufb33', '1', '10', '2'))
const { anyValue } = fc.letrec((tie) => ({
  anyValue: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, 1), text, fc.maxSafeInteger().map((whole) => whole + 0),
    fc.array(tie('anyValue'), { maxLength: 3 }),
    fc.dictionary(text.filter((key) => key !== '__proto__'), tie('anyValue'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, backwards(each)]))
}

function isSame(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other)
    return true
  } catch {
    return false
  }
}
