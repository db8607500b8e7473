import type { Font } from 'fontkit'
import { fitText, LEADING, type Room } from './fit-text'
import { FACES, MISSING, printable, paperFont, type Face } from './paper-fonts'

export interface Box extends Room {
  readonly x: number
  readonly y: number
}

export interface Setting {
  readonly sizePt: number
  readonly face?: Face
  readonly colour?: string
  readonly align?: 'left' | 'center' | 'right'
}

/** The colours of the product (look.md), as ink. Each keeps apart in black and white, too. */
export const INKS = {
  ink: '#20231e', grey: '#62675d', line: '#b9bdb2', rest: '#eef3ee', bamboo: '#22694a', cinnabar: '#ab2f1e', white: '#ffffff',
} as const

/** Half of the square that a character stands in lies this far above the baseline, in sizes. */
const MIDDLE = 0.38

/** Sets text and boxes on a page, all in points from the top left corner. */
export class Pen {
  private missing = false

  constructor(readonly doc: PDFKit.PDFDocument) {
    for (const face of FACES) doc.registerFont(face, asSource(paperFont(face)))
  }

  /** Some character had to be replaced by a box. */
  get hasMissing(): boolean {
    return this.missing
  }

  /** One line at that size, its middle in the middle of the box. */
  line(text: string, box: Box, setting: Setting): void {
    this.set(this.printable(text), box, box.y + box.height / 2, setting)
  }

  /** As large as the box allows, up to the size, broken where it helps, never cut. Answers how wide it came out. */
  fitted(text: string, box: Box, setting: Setting): number {
    const shown = this.printable(text)
    const widthAtOne = (part: string) => this.widthOf(part, setting.face ?? 'regular', 1)
    const { lines, sizePt } = fitText(shown, box, setting.sizePt, widthAtOne)
    const step = sizePt * LEADING
    const first = box.y + box.height / 2 - (step * (lines.length - 1)) / 2
    lines.forEach((part, index) => this.set(part, box, first + step * index, { ...setting, sizePt }))
    return Math.max(...lines.map(widthAtOne)) * sizePt
  }

  fill({ x, y, width, height }: Box, colour: string, radius = 0): void {
    this.doc.roundedRect(x, y, width, height, radius).fill(colour)
  }

  frame({ x, y, width, height }: Box, colour: string, { lineWidth = 0.8, radius = 0, dash = 0 } = {}): void {
    this.doc.save().lineWidth(lineWidth)
    if (dash > 0) this.doc.dash(dash, { space: dash })
    this.doc.roundedRect(x, y, width, height, radius).stroke(colour).restore()
  }

  widthOf(text: string, face: Face, sizePt: number): number {
    return this.doc.font(face).fontSize(sizePt).widthOfString(text)
  }

  private printable(text: string): string {
    const shown = printable(text)
    this.missing ||= shown.includes(MISSING) && !text.includes(MISSING)
    return shown
  }

  private set(text: string, box: Box, middle: number, setting: Setting): void {
    const { sizePt, face = 'regular', colour = INKS.ink, align = 'left' } = setting
    const spare = box.width - this.widthOf(text, face, sizePt)
    const x = box.x + (align === 'left' ? 0 : align === 'center' ? spare / 2 : spare)
    this.doc.font(face).fontSize(sizePt).fillColor(colour)
      .text(text, x, middle + sizePt * MIDDLE, { lineBreak: false, baseline: 'alphabetic' })
  }
}

// The library takes an opened font; its types have not heard of it.
function asSource(font: Font): PDFKit.Mixins.PDFFontSource {
  return font as unknown as PDFKit.Mixins.PDFFontSource
}
