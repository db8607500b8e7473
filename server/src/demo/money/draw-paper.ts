import { formatYuan, type Fen } from '@huiying/shared/kernel'
import type { MaskBox } from '@huiying/shared/files'
import sharp from 'sharp'
import type { Chance } from '../chance'
import { writtenText } from './written-text'

/** A paper as somebody photographs it on his desk. */
export interface Paper {
  readonly title: string
  /** Label and what is written beside it; of at most seven the last one is what residents need not see. */
  readonly rows: readonly (readonly [label: string, value: string])[]
  readonly items?: readonly { readonly name: string; readonly quantity: string; readonly amountFen: Fen }[]
  readonly totalFen?: Fen
  /** Round and red. */
  readonly stamp: string
}

const WIDTH = 600
const HEIGHT = 720
const LEFT = 70
const FIRST_ROW = 190
const ROW = 46
const DESKS = ['#b9a284', '#8f9aa3', '#a7b0a0', '#c2b6a3'] as const

/** A JPEG as a phone would send it; each one lies a little differently. */
export function drawPaper(paper: Paper, chance: Chance): Promise<Buffer> {
  const turned = chance.whole(-150, 150) / 100
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="600" height="720" fill="${chance.pick(DESKS)}"/>
    <g transform="translate(${chance.whole(-6, 6)} ${chance.whole(-6, 6)}) rotate(${turned} 300 360)">
    <rect x="34" y="36" width="536" height="650" fill="#00000022"/>
    <rect x="30" y="30" width="536" height="650" fill="#fdfcf7"/>
    ${contentOf(paper)}</g></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer()
}

/** Over what stands in the last row, in thousandths; wide enough for however the paper lies. */
export function lastRowBox({ rows }: Paper): MaskBox {
  const top = FIRST_ROW + (rows.length - 1) * ROW
  const perMille = (pixels: number): number => Math.round((pixels / HEIGHT) * 1_000)
  return { left: 300, top: perMille(top - 42), width: 620, height: perMille(62) }
}

function contentOf({ title, rows, items = [], totalFen, stamp }: Paper): string {
  const afterRows = FIRST_ROW + rows.length * ROW
  const afterItems = afterRows + items.length * 36
  return [
    writtenText(title, { x: 300 - title.length * 19, y: 110, size: 38 }),
    '<path d="M60 136 H540" stroke="#888" stroke-width="2"/>',
    ...rows.map(([label, value], at) =>
      writtenText(label, { x: LEFT, y: FIRST_ROW + at * ROW, size: 20, fill: '#777' })
      + writtenText(value, { x: 190, y: FIRST_ROW + at * ROW, size: 22, fill: '#1d3a6b' })),
    ...items.map(({ name, quantity, amountFen }, at) => {
      const y = afterRows + at * 36
      return writtenText(name, { x: LEFT, y, size: 20 }) + writtenText(quantity, { x: 330, y, size: 20 })
        + writtenText(formatYuan(amountFen), { x: 530, y, size: 20, toRight: true })
    }),
    totalFen === undefined ? '' : `<path d="M60 ${afterItems - 14} H540" stroke="#bbb"/>`
      + writtenText('合计', { x: LEFT, y: afterItems + 18, size: 22 })
      + writtenText(formatYuan(totalFen), { x: 530, y: afterItems + 18, size: 26, toRight: true }),
    '<g opacity="0.75"><circle cx="440" cy="580" r="72" fill="none" stroke="#c4322b" stroke-width="5"/>',
    writtenText(stamp.slice(0, 8), { x: 440 - Math.min(stamp.length, 8) * 8, y: 588, size: 16, fill: '#c4322b' }),
    '</g>',
  ].join('')
}
