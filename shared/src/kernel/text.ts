/** Length as a reader counts it: an emoji or a rare character is one, not two UTF-16 units. */
export function textLength(text: string): number {
  return Array.from(text).length
}

/** By the characters' numbers: the same on every phone and server, whatever language it speaks. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The first `length` characters, with "…" when something was cut. */
export function excerpt(text: string, length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  // No text has more characters than UTF-16 units; most are short, and lists cut hundreds.
  if (flat.length <= length) return flat
  const characters = Array.from(flat)
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`
}

/** "138****5678"; anything that is not an 11-digit mobile number is hidden but for its last two digits. */
export function maskPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `****${phone.slice(-2)}`
}

/** A mainland mobile number (11 digits, GSM 1[3-9]), after spaces, dashes and +86 are taken off; else null. */
export function normalizePhone(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/**
 * The same words with every number in them masked that leads to a person: mobile numbers, identity cards, bank cards.
 * What neighbours may read.
 */
export function maskNumbersIn(text: string): string {
  return halfWidthDigits(text)
    // As people write them down: a card in fours, an identity card as place, birthday and the rest.
    .replace(/(^|[^0-9])(\d{4})(?:[\s-]\d{4}){2,3}[\s-](\d{1,4})(?![0-9])/g, '$1$2****$3')
    .replace(/(^|[^0-9])(\d{4})\d{2}[\s-]\d{8}[\s-](\d{3}[0-9Xx])(?![0-9])/g, '$1$2****$3')
    .replace(/(^|[^0-9])(\d{4})\d{7,11}([0-9Xx]{4})(?![0-9])/g, '$1$2****$3')
    .replace(/(^|[^0-9])(1[3-9]\d)[\s.-]?(\d{4})[\s.-]?(\d{4})(?![0-9])/g, '$1$2****$4')
}

/** "１３８" → "138": many keyboards write digits as wide as characters. */
function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}
