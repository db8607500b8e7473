import { paperFont, printable } from '../../platform/paper/paper-fonts'

interface Outline {
  readonly path: string
  readonly advance: number
}

const known = new Map<string, Outline>()

/**
 * Text as outlines of the paper's own font: a machine without Chinese fonts draws the same picture, to the byte.
 * `x` is the left edge, or with `toRight` the right one; `y` the line it stands on.
 */
export function writtenText(
  text: string,
  { x, y, size, fill = '#222', toRight = false }: {
    readonly x: number
    readonly y: number
    readonly size: number
    readonly fill?: string
    readonly toRight?: boolean
  },
): string {
  const scale = size / paperFont('regular').unitsPerEm
  const outlines = Array.from(printable(text)).map(outlineOf)
  const width = outlines.reduce((sum, { advance }) => sum + advance, 0) * scale
  let left = toRight ? x - width : x
  const glyphs = outlines.map(({ path, advance }) => {
    const place = `translate(${Math.round(left)} ${y}) scale(${scale} ${-scale})`
    left += advance * scale
    return path === '' ? '' : `<path transform="${place}" d="${path}"/>`
  })
  return `<g fill="${fill}">${glyphs.join('')}</g>`
}

function outlineOf(character: string): Outline {
  const kept = known.get(character)
  if (kept !== undefined) return kept
  const glyph = paperFont('regular').glyphForCodePoint(character.codePointAt(0) ?? 0)
  const outline = { path: glyph.path.toSVG(), advance: glyph.advanceWidth }
  known.set(character, outline)
  return outline
}
