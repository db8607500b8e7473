const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Standard base64 with padding (RFC 4648 §4). WeChat's script engine has no `btoa`. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3)
    const bits = (one << 16) | (two << 8) | three
    text += letter(bits >> 18) + letter(bits >> 12)
    text += at + 1 < bytes.length ? letter(bits >> 6) : '='
    text += at + 2 < bytes.length ? letter(bits) : '='
  }
  return text
}

/**
 * Null unless the text is exactly what `base64Of` would write: no line breaks, full padding, unused bits zero. Else one
 * signature would have several spellings.
 */
export function parseBase64(text: string): Uint8Array | null {
  const [, letters = null] = /^([A-Za-z0-9+/]*)={0,2}$/.exec(text) ?? []
  if (letters === null || text.length % 4 !== 0) return null
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4))
  let bits = 0
  let count = 0
  let at = 0
  for (const character of letters) {
    // Twelve bits are all that is ever still wanted: six that wait and six that come.
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xfff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at++] = (bits >> count) & 0xff
  }
  return base64Of(bytes) === text ? bytes : null
}

function letter(bits: number): string {
  return ALPHABET.charAt(bits & 63)
}
