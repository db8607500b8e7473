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

/** The picture, and over what residents need not see on it. */
export interface Photograph {
  readonly picture: Promise<Buffer>
  readonly box: MaskBox
}

const WIDTH = 600
const HEIGHT = 720
/** Of the picture, in parts of that: it is only looked at on a phone, and there are a hundred of them. */
const SIZE = 0.8
const MIDDLE = { x: WIDTH / 2, y: HEIGHT / 2 } as const
const LEFT = 70
const FIRST_ROW = 190
const ROW = 46
const DESKS = ['#3d3129', '#6f5b45', '#b9a284', '#56616b', '#a7b0a0', '#cfc6b8', '#2f3b34'] as const
const THINGS = ['#1f2a38', '#e9e4da', '#8c2f28', '#4d6b57', '#c9a24b'] as const

/** How it lies before the camera. */
interface Lie {
  readonly turnedDeg: number
  readonly scale: number
  readonly right: number
  readonly down: number
}

/** A JPEG as a phone would send it. Each one lies differently among other things, as no two photos look alike. */
export function photographPaper(paper: Paper, chance: Chance): Photograph {
  const lie = {
    turnedDeg: chance.whole(-9, 9), scale: chance.whole(68, 98) / 100,
    right: chance.whole(-70, 70), down: chance.whole(-70, 70),
  }
  const things = Array.from({ length: 3 }, () => thing(chance)).join('')
  const move = `translate(${MIDDLE.x + lie.right} ${MIDDLE.y + lie.down}) rotate(${lie.turnedDeg}) scale(${lie.scale})`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 720" width="${WIDTH * SIZE}" height="${HEIGHT * SIZE}">
    <rect width="600" height="720" fill="${chance.pick(DESKS)}"/>${things}
    <g transform="${move} translate(${-MIDDLE.x} ${-MIDDLE.y})">
    <rect x="34" y="36" width="536" height="650" fill="#00000022"/>
    <rect x="30" y="30" width="536" height="650" fill="${chance.pick(['#fdfcf7', '#f4efe0', '#eef3f6', '#f7e9e6'])}"/>
    ${contentOf(paper)}</g></svg>`
  return { picture: sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer(), box: lastRowBox(paper, lie) }
}

/** A cup, a folder, a ruler: whatever lies about. */
function thing(chance: Chance): string {
  const [x, y] = [chance.whole(0, WIDTH), chance.whole(0, HEIGHT)]
  const fill = chance.pick(THINGS)
  if (chance.happens(0.4)) return `<circle cx="${x}" cy="${y}" r="${chance.whole(60, 150)}" fill="${fill}"/>`
  const size = `width="${chance.whole(90, 420)}" height="${chance.whole(60, 320)}"`
  return `<rect x="${x - 120}" y="${y - 100}" ${size} fill="${fill}" transform="rotate(${chance.whole(-40, 40)} ${x} ${y})"/>`
}

/** Around the value of the last row however it lies, in thousandths of the picture. */
function lastRowBox({ rows }: Paper, { turnedDeg, scale, right, down }: Lie): MaskBox {
  const base = FIRST_ROW + (rows.length - 1) * ROW
  const [sine, cosine] = [Math.sin((turnedDeg * Math.PI) / 180), Math.cos((turnedDeg * Math.PI) / 180)]
  const corners = [[184, base - 24], [444, base - 24], [184, base + 8], [444, base + 8]].map(([x = 0, y = 0]) => {
    const [a, b] = [(x - MIDDLE.x) * scale, (y - MIDDLE.y) * scale]
    return { x: MIDDLE.x + right + a * cosine - b * sine, y: MIDDLE.y + down + a * sine + b * cosine }
  })
  const across = spanOf(corners.map(({ x }) => x / WIDTH))
  const along = spanOf(corners.map(({ y }) => y / HEIGHT))
  return { left: across.from, top: along.from, width: across.length, height: along.length }
}

function spanOf(shares: readonly number[]): { readonly from: number; readonly length: number } {
  const perMille = (share: number): number => Math.max(0, Math.min(1_000, Math.round(share * 1_000)))
  const from = perMille(Math.min(...shares))
  return { from, length: perMille(Math.max(...shares)) - from }
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
