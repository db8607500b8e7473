import { formatDateTime } from '@huiying/shared/kernel'
import { INKS, type Box, type Pen } from '../../../platform/paper/pen'
import { qrBars } from '../../../platform/paper/qr-code'
import { phoneWords } from './sheet-words'
import type { WallPhone, WallSheet } from './wall-sheet'

/** More would be too small to read; the rest is in the program, one tap away. */
export const PHONES_SHOWN = 12
const QR_SIZE = 112
const WORDS_WIDTH = 150
const LAST_LINE = 24

/** How to be answered: scan, or call; in danger, whom first. */
export function drawFoot(pen: Pen, sheet: WallSheet, box: Box): void {
  pen.doc.moveTo(box.x, box.y).lineTo(box.x + box.width, box.y).lineWidth(1.5).stroke(INKS.bamboo)
  const top = box.y + 7
  const height = box.height - 7 - LAST_LINE
  const left = sheet.address === null ? 0 : QR_SIZE + 6
  if (sheet.address !== null) {
    const code = { x: box.x, y: top, width: QR_SIZE, height: QR_SIZE }
    pen.fill(code, INKS.white)
    for (const { x, y, width, height: barHeight } of qrBars(sheet.address, code)) pen.doc.rect(x, y, width, barHeight)
    pen.doc.fill(INKS.ink)
  }
  const words = { x: box.x + left, y: top, width: WORDS_WIDTH, height }
  const rest = { x: words.x + WORDS_WIDTH + 12, y: top, width: box.width - left - WORDS_WIDTH - 12, height }
  drawCall(pen, sheet, words)
  drawPhones(pen, sheet.phones, rest)
  drawLastLine(pen, sheet, { x: words.x, y: top + height, width: box.width - left, height: LAST_LINE })
}

function drawCall(pen: Pen, { address, promise }: WallSheet, box: Box): void {
  const first = address === null ? '打开“回应”' : '扫一扫'
  const height = box.height / 3
  const rows = [first, '有事就说', promise]
  rows.forEach((words, index) => {
    const row = { x: box.x, y: box.y + index * height, width: box.width, height }
    pen.fitted(words, row, { sizePt: index === 2 ? 20 : 25, face: 'bold', colour: INKS.bamboo })
  })
}

function drawPhones(pen: Pen, phones: readonly WallPhone[], box: Box): void {
  const shown = phones.slice(0, PHONES_SHOWN)
  if (shown.length === 0) return
  const heading = phones.length > shown.length ? '打电话也行（还有的，扫码看）' : '打电话也行'
  pen.line(heading, { ...box, height: 16 }, { sizePt: 11, face: 'bold', colour: INKS.bamboo })
  const columns = shown.length <= 2 ? 1 : shown.length <= 6 ? 2 : 3
  const width = box.width / columns
  const height = Math.min(columns === 1 ? 46 : 32, (box.height - 18) / Math.ceil(shown.length / columns))
  shown.forEach((phone, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    drawPhone(pen, phone, { x: box.x + column * width, y: box.y + 19 + row * height, width: width - 8, height })
  })
}

/** Name and number close together, and air below, so that nobody reads the next one's. */
function drawPhone(pen: Pen, { name, title, phone }: WallPhone, box: Box): void {
  const upper = { x: box.x, y: box.y, width: box.width, height: box.height * 0.36 }
  const sizePt = Math.min(14, upper.height * 0.96)
  const titleWidth = pen.widthOf(title, 'regular', sizePt * 0.8)
  const hasTitle = pen.widthOf(name, 'bold', sizePt) + 4 + titleWidth <= box.width
  const width = pen.fitted(name, upper, { sizePt, face: 'bold' })
  if (hasTitle) pen.line(title, { ...upper, x: upper.x + width + 4 }, { sizePt: sizePt * 0.8, colour: INKS.grey })
  const lower = { x: box.x, y: box.y + upper.height, width: box.width, height: box.height * 0.48 }
  pen.fitted(phoneWords(phone), lower, { sizePt: 22, face: 'bold' })
}

function drawLastLine(pen: Pen, { printedAt }: WallSheet, box: Box): void {
  pen.line('有危险先打：110 报警　119 火警　120 急救', box, { sizePt: 13, face: 'bold' })
  const words = `${formatDateTime(printedAt)} 打印`
  pen.line(words, { ...box, y: box.y + 4, height: box.height - 4 }, { sizePt: 7.5, colour: INKS.grey, align: 'right' })
}
