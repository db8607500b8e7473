import { formatDateTime } from '@huiying/shared/kernel'
import { INKS, type Box, type Pen } from '../../../platform/paper/pen'
import { qrBars } from '../../../platform/paper/qr-code'
import type { WallPaper } from './wall-paper'
import { NO_HEAD_WORDS } from './wall-words'

const CODE_SIZE = 128

/** How anybody finds out whether somebody has changed the book since: scan, and compare twelve figures. */
export function drawWallFoot(pen: Pen, paper: WallPaper, box: Box): void {
  pen.doc.moveTo(box.x, box.y).lineTo(box.x + box.width, box.y).lineWidth(1.5).stroke(INKS.bamboo)
  const left = paper.address === null ? 0 : CODE_SIZE + 10
  const code = { x: box.x, y: box.y + 7, width: CODE_SIZE, height: CODE_SIZE }
  if (paper.address !== null) drawCode(pen, paper.address, code)
  const at = { x: box.x + left, width: box.width - left }
  const call = paper.address === null ? '打开“回应”，核对这本账' : '扫一扫，核对这本账'
  pen.fitted(call, { ...at, y: box.y + 8, height: 28 }, { sizePt: 22, face: 'bold', colour: INKS.bamboo })
  drawFigures(pen, paper, { ...at, y: box.y + 38, height: 66 })
  const words = `${formatDateTime(paper.printedAt)} 打印`
  pen.line(words, { ...at, y: box.y + box.height - 16, height: 14 }, { sizePt: 8, colour: INKS.grey, align: 'right' })
}

function drawCode(pen: Pen, address: string, box: Box): void {
  pen.fill(box, INKS.white)
  for (const { x, y, width, height } of qrBars(address, box)) pen.doc.rect(x, y, width, height)
  pen.doc.fill(INKS.ink)
}

function drawFigures(pen: Pen, { head }: WallPaper, box: Box): void {
  if (head === null) {
    pen.fitted(NO_HEAD_WORDS, { ...box, height: 30 }, { sizePt: 18, face: 'bold', colour: INKS.cinnabar })
    return
  }
  pen.line('账本指纹', { ...box, width: 70, height: 34 }, { sizePt: 15 })
  pen.fitted(head.fingerprint, { ...box, x: box.x + 74, width: box.width - 74, height: 34 }, { sizePt: 30, face: 'bold' })
  const witness = head.isWitnessed ? '，村外有人见证' : ''
  const lines = [`这是账上前 ${head.size} 笔的指纹${witness}。`, '手机上的和纸上的一样，就没有人改过账；不一样，请马上告诉街道。']
  lines.forEach((line, index) => {
    pen.fitted(line, { ...box, y: box.y + 36 + index * 18, height: 18 }, { sizePt: 13 })
  })
}
