import { SEAT_NAMES, SEATS } from '@huiying/shared/roster'
import { drawDraftMark } from '../../../platform/paper/draft-mark'
import { PAGE, paperDocument, type PaperSize } from '../../../platform/paper/paper-document'
import { INKS, Pen, type Box } from '../../../platform/paper/pen'
import { drawChangedMark, drawSeatMark } from './draw-day'
import { drawFoot } from './draw-foot'
import { drawMonth } from './draw-month'
import { handOverWords, monthWords, publishedWords, visitorWords } from './sheet-words'
import type { WallSheet } from './wall-sheet'

/** What printers leave white, and a little for the drawing-pins. */
const MARGIN = 26
const HEAD_HEIGHT = 66
const FOOT_HEIGHT = 146
const LINE_HEIGHT = 18
/** The lines below the month take no more than this from it. */
const LINES_HEIGHT = 90
const LEGEND_WIDTH = 228
const GAP = 6

/** The month of a village on one page, to be read from two metres. The same sheet makes the same bytes. */
export async function drawSheet(sheet: WallSheet, size: PaperSize): Promise<Buffer> {
  const title = `${sheet.villageName} ${monthWords(sheet.month)} 谁在值班`
  const { doc, whole } = paperDocument({ title, size, printedAt: sheet.printedAt })
  drawPage(new Pen(doc), sheet)
  doc.end()
  return whole
}

function drawPage(pen: Pen, sheet: WallSheet): void {
  const width = PAGE.width - 2 * MARGIN
  const lines = [
    handOverWords(sheet.terms),
    ...sheet.visitors.map((visitor) => visitorWords(visitor, sheet.terms)),
  ]
  const lineHeight = Math.min(LINE_HEIGHT, LINES_HEIGHT / lines.length)
  const linesHeight = lines.length * lineHeight
  const bottom = PAGE.height - MARGIN
  const top = MARGIN + HEAD_HEIGHT
  const monthHeight = bottom - FOOT_HEIGHT - GAP - linesHeight - GAP - top
  drawHead(pen, sheet, { x: MARGIN, y: MARGIN, width, height: HEAD_HEIGHT })
  drawMonth(pen, sheet.days, { x: MARGIN, y: top, width, height: monthHeight })
  lines.forEach((line, index) => {
    const row = { x: MARGIN, y: top + monthHeight + GAP + index * lineHeight, width, height: lineHeight }
    pen.fitted(line, row, { sizePt: 12.5, face: index === 0 ? 'bold' : 'regular' })
  })
  drawFoot(pen, sheet, { x: MARGIN, y: bottom - FOOT_HEIGHT, width, height: FOOT_HEIGHT })
  if (pen.hasMissing) {
    const note = { x: MARGIN, y: bottom + 2, width, height: 12 }
    pen.line('□ 处是印不出来的字，请用笔补上。', note, { sizePt: 8, face: 'bold' })
  }
  if (sheet.publishedAt === null) drawDraftMark(pen)
}

function drawHead(pen: Pen, sheet: WallSheet, box: Box): void {
  const left = box.width - LEGEND_WIDTH - 8
  pen.fitted(sheet.villageName, { ...box, width: left, height: 34 }, { sizePt: 32, face: 'bold', colour: INKS.bamboo })
  const second = { ...box, y: box.y + 34, width: left, height: 28 }
  pen.fitted(`${monthWords(sheet.month)} 谁在值班`, second, { sizePt: 23, face: 'bold' })
  const right = { x: box.x + box.width - LEGEND_WIDTH, y: box.y, width: LEGEND_WIDTH, height: 18 }
  pen.fitted(`${sheet.subDistrictName}　${publishedWords(sheet)}`, right, { sizePt: 11, colour: INKS.grey, align: 'right' })
  drawLegend(pen, sheet, { ...right, y: box.y + 20, height: 40 })
}

/** The marks that are on this sheet, three in a row. */
function drawLegend(pen: Pen, { days }: WallSheet, box: Box): void {
  const seats = days.flatMap((day) => day.seats)
  const there = SEATS.filter((seat) => seats.some((one) => one.seat === seat))
  const columnWidth = box.width / 3
  const places = Array.from({ length: there.length + 1 }, (_, index) => ({
    x: box.x + 6 + (index % 3) * columnWidth, y: box.y + Math.floor(index / 3) * 20,
  }))
  const explain = (index: number, words: string, draw: (at: { x: number; y: number }) => void) => {
    const at = places[index]
    if (at === undefined) return
    draw(at)
    pen.line(words, { x: at.x + 17, y: at.y, width: columnWidth - 17, height: 13 }, { sizePt: 11 })
  }
  there.forEach((seat, index) =>
    explain(index, SEAT_NAMES[seat], (at) => drawSeatMark(pen, seat, { ...at, width: 13, height: 13 })))
  if (seats.some(({ isChanged }) => isChanged)) explain(there.length, '公布后改过', (at) => drawChangedMark(pen, at))
}
