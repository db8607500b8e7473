import { INKS, type Box, type Pen } from '../../../platform/paper/pen'
import { drawDay } from './draw-day'
import { weekdayFromMonday, WEEKDAYS } from './sheet-words'
import type { WallDay } from './wall-sheet'

const DAYS_A_WEEK = WEEKDAYS.length
const NAMES_HEIGHT = 20

/** The month as weeks, Monday first. */
export function drawMonth(pen: Pen, days: readonly WallDay[], box: Box): void {
  const weeks = weeksOf(days)
  const width = box.width / DAYS_A_WEEK
  const height = (box.height - NAMES_HEIGHT) / weeks.length
  WEEKDAYS.forEach((name, column) => {
    const head = { x: box.x + column * width, y: box.y, width, height: NAMES_HEIGHT }
    pen.fill(head, INKS.bamboo)
    pen.line(name, head, { sizePt: 13, face: 'bold', colour: INKS.white, align: 'center' })
  })
  weeks.forEach((week, row) => week.forEach((day, column) => {
    const cell = { x: box.x + column * width, y: box.y + NAMES_HEIGHT + row * height, width, height }
    if (day !== null) drawDay(pen, day, cell)
    pen.frame(cell, INKS.line)
  }))
}

/** Rows of seven; `null`: a day of the month before or after. */
export function weeksOf(days: readonly WallDay[]): readonly (readonly (WallDay | null)[])[] {
  const [first] = days
  if (first === undefined) return []
  const cells: (WallDay | null)[] = [...Array<null>(weekdayFromMonday(first.on)).fill(null), ...days]
  while (cells.length % DAYS_A_WEEK !== 0) cells.push(null)
  const weeks = Array.from({ length: cells.length / DAYS_A_WEEK }, (_, week) => week * DAYS_A_WEEK)
  return weeks.map((from) => cells.slice(from, from + DAYS_A_WEEK))
}
