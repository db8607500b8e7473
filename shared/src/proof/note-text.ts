import { isWellFormedText } from './utf8'

/** What a signed note may carry: whole lines of well-formed text, without control characters. */
export function isNoteText(text: string): boolean {
  return text.endsWith('\n') && isWellFormedText(text) && !CONTROL.test(text)
}

/** Not empty, no space of any script, no plus, which separates the parts of a key. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s\u0085+]/.test(name) && isNoteText(`${name}\n`)
}

/** The line break alone is let through. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/
