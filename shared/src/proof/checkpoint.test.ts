import fc from 'fast-check'
import { base64Of } from './base64'
import { formatCheckpoint, parseCheckpoint } from './checkpoint'
import { sha256, bytes } from './testing/node-primitives'

const root = sha256(bytes(''))
const ROOT = base64Of(root)
const EXAMPLE = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

describe('a checkpoint', () => {
  it('reads and writes the example of the format', () => {
    const checkpoint = parseCheckpoint(EXAMPLE)
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163, extensions: [] })
    expect(checkpoint && formatCheckpoint(checkpoint)).toBe(EXAMPLE)
  })

  it.each([
    ['an empty log', `a\n0\n${ROOT}\n`], ['a Chinese name', `柳树村账本\n7\n${ROOT}\n`], ['more lines', `a\n7\n${ROOT}\nx 1\ny\n`],
    ['the largest size', `a\n9007199254740991\n${ROOT}\n`],
  ])('takes %s', (_what, text) => {
    const checkpoint = parseCheckpoint(text)
    expect(checkpoint && formatCheckpoint(checkpoint)).toBe(text)
  })

  it.each([
    ['nothing', ''], ['no last line break', `a\n7\n${ROOT}`], ['too few lines', `a\n7\n`], ['no origin', `\n7\n${ROOT}\n`],
    ['an empty line', `a\n7\n${ROOT}\n\n`], ['an empty line between', `a\n7\n${ROOT}\n\nx\n`], ['a leading zero', `a\n07\n${ROOT}\n`],
    ['a sign', `a\n+7\n${ROOT}\n`], ['minus', `a\n-7\n${ROOT}\n`], ['a fraction', `a\n7.0\n${ROOT}\n`], ['an exponent', `a\n7e0\n${ROOT}\n`],
    ['no size', `a\n\n${ROOT}\n`], ['a space', `a\n7 \n${ROOT}\n`], ['wide figures', `a\n７\n${ROOT}\n`], ['beyond 2^53', `a\n9007199254740992\n${ROOT}\n`],
    ['a short root', `a\n7\n${ROOT.slice(4)}\n`], ['no padding', `a\n7\n${ROOT.slice(0, -1)}\n`], ['spare bits', `a\n7\n${ROOT.slice(0, -2)}V=\n`],
    ['a carriage return', `a\r\n7\n${ROOT}\n`], ['a tab', `a\t\n7\n${ROOT}\n`], ['a zero byte', `a\u0000\n7\n${ROOT}\n`], ['half an emoji', `\ud83d\n7\n${ROOT}\n`],
  ])('refuses %s', (_what, text) => {
    expect(parseCheckpoint(text)).toBeNull()
  })

  it('never says anything but what it was given', () => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('', 'a', `7\n${ROOT}`, `a\n1\n${ROOT}`, 'a\nb', 'a\r', '0'))
    const size = fc.oneof(fc.nat(), fc.constantFrom(-1, 0.5, 2 ** 53, NaN))
    const roots = fc.uint8Array({ minLength: 31, maxLength: 33 })
    fc.assert(fc.property(line, size, roots, fc.array(line, { maxLength: 3 }), (origin, some, anyRoot, extensions) => {
      const checkpoint = { origin, size: some, root: anyRoot, extensions }
      let text: string | null = null
      try {
        text = formatCheckpoint(checkpoint)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
      const isSayable = [origin, ...extensions].every((each) => /^[^\u0000-\u001f]+$/.test(each))
        && Number.isSafeInteger(some) && some >= 0 && anyRoot.length === 32
      expect(text !== null).toBe(isSayable)
      if (text !== null) expect(parseCheckpoint(text)).toEqual(checkpoint)
    }), { numRuns: 500 })
  })
})
