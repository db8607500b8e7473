import fc from 'fast-check'
import { base64Of } from './base64'
import { formatSignedNote, parseSignedNote, SIGNATURES_LIMIT } from './signed-note'

const line = (name: string, bytes = 68) => `— ${name} ${base64Of(new Uint8Array(bytes).fill(7))}\n`

describe('a signed note', () => {
  it('ends its text at the last empty line, so that the text may hold some', () => {
    const whole = `one\n\n— two AAAAAAA=\n\n\n${line('a')}${line('b.example/1')}`
    const note = parseSignedNote(whole)
    expect(note?.text).toBe('one\n\n— two AAAAAAA=\n\n')
    expect(note?.signatures.map(({ keyName, keyId }) => [keyName, keyId])).toEqual([['a', '07070707'], ['b.example/1', '07070707']])
    expect(note && formatSignedNote(note)).toBe(whole)
  })

  it.each([
    ['nothing', ''], ['no signature', 'a\n\n'], ['no empty line', `a\n${line('a')}`], ['no last line break', `a\n\n${line('a').slice(0, -1)}`],
    ['a line that is no signature', `a\n\n${line('a')}b\n`], ['a hyphen for the dash', `a\n\n${line('a').replace('—', '-')}`],
    ['two spaces', `a\n\n${line('a').replace('a ', 'a  ')}`], ['no name', `a\n\n${line('')}`], ['a plus in the name', `a\n\n${line('a+b')}`],
    ['a wide space in the name', `a\n\n${line('a\u3000b')}`], ['something after', `a\n\n${line('a').replace('\n', ' x\n')}`],
    ['an id alone', `a\n\n${line('a', 4)}`], ['no padding', `a\n\n${line('a').replace(/=+\n/, '\n')}`], ['a carriage return', `a\r\n\n${line('a')}`],
    ['a zero byte', `a\u0000\n\n${line('a')}`], ['half an emoji', `\udc75\n\n${line('a')}`], ['too many', `a\n\n${line('a').repeat(SIGNATURES_LIMIT + 1)}`],
  ])('with %s is refused', (_what, text) => {
    expect(parseSignedNote(text)).toBeNull()
  })

  it('may bear sixteen signatures, as the format asks, and more', () => {
    expect(parseSignedNote(`a\n\n${line('a').repeat(16)}`)?.signatures).toHaveLength(16)
    expect(parseSignedNote(`a\n\n${line('a').repeat(SIGNATURES_LIMIT)}`)?.signatures).toHaveLength(SIGNATURES_LIMIT)
  })

  it('is written only where it reads back the same', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\n\n', '— a ', '\r', 'b\n'), { maxLength: 5 }).map((parts) => parts.join(''))
    const name = fc.constantFrom('a', 'b.example', '', 'a b', 'a\n\n— b')
    const signature = fc.record({
      keyName: name, keyId: fc.constantFrom('0a0b0c0d', '0A', ''), signature: fc.uint8Array({ maxLength: 3 }),
    })
    fc.assert(fc.property(text, fc.array(signature, { maxLength: 2 }), (some, signatures) => {
      const note = { text: some, signatures }
      const isSayable = /^[^\r]*\n$/.test(some) && signatures.length > 0
        && signatures.every((each) => /^[ab.example]+$/.test(each.keyName) && each.keyId.length === 8 && each.signature.length > 0)
      if (isSayable) expect(parseSignedNote(formatSignedNote(note))).toEqual(note)
      else expect(() => formatSignedNote(note)).toThrow(RangeError)
    }), { numRuns: 1_000 })
  })
})
