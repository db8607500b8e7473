/**
 * The text in UTF-8, without `TextEncoder`, which WeChat's older script engines lack.
 * @throws TypeError for half a surrogate pair. `TextEncoder` would write U+FFFD instead, and two different texts would
 * then have one digest. Whoever takes text from outside asks `isWellFormedText` first.
 */
export function utf8Of(text: string): Uint8Array {
  // No code unit takes more than three bytes; a pair of them takes four.
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  // By index: an iterator makes a string of every character, and a phone does this for each entry of a year.
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code < 0x80) {
      bytes[length++] = code
      continue
    }
    if (isSurrogate(code)) throw new TypeError('half a surrogate pair has no UTF-8')
    if (code > 0xffff) at++
    const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3
    bytes[length++] = (LEADS[more] ?? 0) | (code >> (6 * more))
    for (let rest = more - 1; rest >= 0; rest--) bytes[length++] = 0x80 | ((code >> (6 * rest)) & 0x3f)
  }
  return bytes.slice(0, length)
}

/** Null when the bytes are no UTF-8 in its one shortest spelling (RFC 3629). A byte order mark is kept. */
export function parseUtf8(bytes: Uint8Array): string | null {
  const characters: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] ?? 0
    const more = first < 0x80 ? 0 : first < 0xc0 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf8 ? 3 : -1
    if (more < 0) return null
    let code = more === 0 ? first : first & (0x3f >> more)
    for (let rest = more; rest > 0; rest--) {
      const next = bytes[at++] ?? 0
      if ((next & 0xc0) !== 0x80) return null
      code = (code << 6) | (next & 0x3f)
    }
    if (code < (SMALLEST[more] ?? 0) || code > 0x10ffff || isSurrogate(code)) return null
    characters.push(String.fromCodePoint(code))
  }
  return characters.join('')
}

/** False when an emoji was cut in half somewhere: such a text cannot be signed or stored. */
export function isWellFormedText(text: string): boolean {
  // Nearly every text has none at all, and this is asked of each text of each entry.
  if (!SURROGATE.test(text)) return true
  for (const character of text) if (isSurrogate(character.codePointAt(0) ?? 0)) return false
  return true
}

/** The bits that say how many bytes follow the first. */
const LEADS: readonly number[] = [0, 0xc0, 0xe0, 0xf0]
/** The smallest code that may be written with so many following bytes. */
const SMALLEST: readonly number[] = [0, 0x80, 0x800, 0x10000]

/** As code units: without the flag u, the halves of a pair are found too. */
const SURROGATE = /[\ud800-\udfff]/

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}
