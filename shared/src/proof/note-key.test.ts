import { formatNoteKey, noteKey, parseNoteKey } from './note-key'
import { keyPair, sha256 } from './testing/node-primitives'

/** A key of Go's sumdb/note, known to every implementation of the format. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'

describe('a key of a note', () => {
  it('is read and written as others write it, and has the id that others give it', () => {
    const key = parseNoteKey(sha256, NEUMANN)
    expect(key).toMatchObject({ name: 'PeterNeumann', id: 'c74f20a3', use: 'log' })
    expect(key && formatNoteKey(key)).toBe(NEUMANN)
    expect(key && noteKey(sha256, key.name, 'log', key.publicKey)).toEqual(key)
  })

  it('has another id for another name and another use', () => {
    const { publicKey } = keyPair(1)
    const keys = [noteKey(sha256, 'a', 'log', publicKey), noteKey(sha256, 'b', 'log', publicKey), noteKey(sha256, 'a', 'witness', publicKey)]
    expect(new Set(keys.map(({ id }) => id)).size).toBe(3)
    for (const key of keys) expect(parseNoteKey(sha256, formatNoteKey(key))).toEqual(key)
  })

  it.each([
    '', 'PeterNeumann', NEUMANN.replace('c7', 'c8'), NEUMANN.replace('c7', 'C7'), NEUMANN.replace('Peter', 'Paul'), `${NEUMANN}=`,
    NEUMANN.replace('ARpc', 'AhPc'), NEUMANN.replace('PeterNeumann', ''), NEUMANN.replace('Neumann', ' Neumann'), `${NEUMANN}\n`, NEUMANN.slice(0, -4),
  ])('refuses %j', (text) => {
    expect(parseNoteKey(sha256, text)).toBeNull()
  })

  it('has a name without spaces of any script, plus and control characters, and 32 bytes', () => {
    const { publicKey } = keyPair(1)
    for (const name of ['', ' ', 'a b', 'a+b', 'a\u3000b', 'a\u00a0b', 'a\u0085b', 'a\nb', 'a\u0000b', '\ud83d']) {
      expect(() => noteKey(sha256, name, 'log', publicKey)).toThrow(RangeError)
    }
    expect(() => noteKey(sha256, 'a', 'log', publicKey.slice(1))).toThrow(RangeError)
  })
})
