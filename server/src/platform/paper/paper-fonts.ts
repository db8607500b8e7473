import { openSync, type Font } from 'fontkit'
import { dirname, join } from 'node:path'

export const FACES = ['regular', 'bold'] as const
export type Face = (typeof FACES)[number]

const FILES: Readonly<Record<Face, string>> = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' }
/** What printers have always put where a character is missing; the reader sees that something belongs there. */
export const MISSING = '□'
/** Choose between looks of a character, or join characters: nothing to be seen by themselves. */
const UNSEEN = /[\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/gu

const opened = new Map<Face, Font>()

/** Opened once and shared: each is 8 MB, and what a sheet needs of it is copied into that sheet. */
export function paperFont(face: Face): Font {
  const known = opened.get(face)
  if (known !== undefined) return known
  // The package names no font file among its exports; its entry lies beside their folder.
  const folder = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts')
  const font = openSync(join(folder, FILES[face]))
  if (!('layout' in font)) throw new Error(`${FILES[face]} is a collection, not a font`)
  opened.set(face, font)
  return font
}

/** The text with a box for each character that the font does not have. */
export function printable(text: string): string {
  const font = paperFont('bold')
  return Array.from(text.normalize('NFC').replace(UNSEEN, ''))
    .map((character) => (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : MISSING))
    .join('')
}
