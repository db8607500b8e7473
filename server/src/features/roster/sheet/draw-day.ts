import { isCommitteeSeat, type Seat } from '@huiying/shared/roster'
import { INKS, type Box, type Pen } from '../../../platform/paper/pen'
import { HOLE } from './sheet-words'
import type { WallDay, WallSeat } from './wall-sheet'

/** One character beside a name says in which seat; below the month they are explained. */
export const SEAT_MARKS: Readonly<Record<Seat, string>> = { lead: '带', member: '值', stationed: '包', leader: '领' }
export const CHANGED_MARK = '改'

const PAD = 4
const HEAD_HEIGHT = 21
const MARK_SIZE = 13
const LONGEST_ROW = 30
/** So that most names, of two and of three characters, come out alike. */
const NAME_PT = 18
/** A name of more characters stands on two lines, and its row is higher. */
const LONG_NAME = 4
const LONG_ROWS = 1.9
const LONGEST_LONG_ROW = 40

export function drawDay(pen: Pen, day: WallDay, cell: Box): void {
  if (day.kind !== 'working-day') pen.fill(cell, INKS.rest)
  drawHead(pen, day, { x: cell.x + PAD, y: cell.y + 2, width: cell.width - 2 * PAD, height: HEAD_HEIGHT })
  const room = cell.height - HEAD_HEIGHT - PAD
  const weights = day.seats.map(({ name }) => (Array.from(name ?? HOLE).length > LONG_NAME ? LONG_ROWS : 1))
  const rowHeight = Math.min(LONGEST_ROW, room / weights.reduce((sum, weight) => sum + weight, 0))
  let y = cell.y + HEAD_HEIGHT + 1
  day.seats.forEach((seat, index) => {
    const height = Math.min(LONGEST_LONG_ROW, rowHeight * (weights[index] ?? 1))
    drawSeat(pen, seat, { x: cell.x + PAD, y, width: cell.width - 2 * PAD, height })
    y += height
  })
}

function drawHead(pen: Pen, { on, name, kind, seats }: WallDay, box: Box): void {
  const colour = kind === 'working-day' ? INKS.ink : INKS.bamboo
  const number = String(Number(on.slice(8)))
  pen.line(number, box, { sizePt: 18, face: 'bold', colour })
  const left = pen.widthOf(number, 'bold', 18) + 4
  const isChanged = seats.some((seat) => seat.isChanged)
  const right = isChanged ? MARK_SIZE + 2 : 0
  if (isChanged) drawChangedMark(pen, { x: box.x + box.width - MARK_SIZE, y: box.y + 4 })
  if (name === null) return
  const rest = { x: box.x + left, y: box.y, width: box.width - left - right, height: box.height }
  pen.fitted(name, rest, { sizePt: 11, face: 'bold', colour, align: 'right' })
}

function drawSeat(pen: Pen, { seat, name, isChanged }: WallSeat, row: Box): void {
  const size = Math.min(MARK_SIZE, row.height - 2)
  drawSeatMark(pen, seat, { x: row.x, y: row.y + (row.height - size) / 2, width: size, height: size })
  const place = { x: row.x + size + 3, y: row.y, width: row.width - size - 3, height: row.height }
  if (name === null) {
    const frame = { x: place.x, y: place.y + 2, width: place.width, height: place.height - 4 }
    pen.frame(frame, INKS.ink, { dash: 2, radius: 3 })
    pen.fitted(HOLE, frame, { sizePt: 15, face: 'bold', align: 'center' })
    return
  }
  const setting = { sizePt: NAME_PT, face: 'bold' as const }
  const width = pen.fitted(name, { ...place, height: place.height - (isChanged ? 3 : 1) }, setting)
  if (isChanged) pen.fill({ x: place.x, y: place.y + place.height - 3, width, height: 1.8 }, INKS.cinnabar)
}

/** Full, framed, dark, dark-framed: apart in black and white as well. */
export function drawSeatMark(pen: Pen, seat: Seat, box: Box): void {
  const colour = isCommitteeSeat({ seat }) ? INKS.bamboo : INKS.ink
  const isFull = seat === 'lead' || seat === 'stationed'
  if (isFull) pen.fill(box, colour, 2.5)
  else pen.frame(box, colour, { radius: 2.5 })
  const setting = { sizePt: box.height * 0.74, face: 'bold' as const, align: 'center' as const }
  pen.line(SEAT_MARKS[seat], box, { ...setting, colour: isFull ? INKS.white : colour })
}

export function drawChangedMark(pen: Pen, { x, y }: Pick<Box, 'x' | 'y'>): void {
  const box = { x, y, width: MARK_SIZE, height: MARK_SIZE }
  pen.frame(box, INKS.cinnabar, { radius: MARK_SIZE / 2, lineWidth: 1.2 })
  pen.line(CHANGED_MARK, box, { sizePt: 8.5, face: 'bold', colour: INKS.cinnabar, align: 'center' })
}
