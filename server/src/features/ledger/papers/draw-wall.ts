import { formatYuan } from '@huiying/shared/kernel'
import { sharesOf, type EntryRow, type Use } from '@huiying/shared/ledger'
import { drawDraftMark } from '../../../platform/paper/draft-mark'
import { PAGE, paperDocument, type PaperSize } from '../../../platform/paper/paper-document'
import { INKS, Pen, type Box } from '../../../platform/paper/pen'
import { drawWallFoot } from './draw-wall-foot'
import { monthWords } from './paper-words'
import type { WallPaper } from './wall-paper'
import { holdingsWords, moneyWords, noticeWords, overdueWords, shownUses, wallTitle } from './wall-words'

const MARGIN = 30
const HEAD_HEIGHT = 62
const MONEY_HEIGHT = 82
const USES_SHOWN = 6
const USE_HEIGHT = 25
const HOLDINGS_HEIGHT = 46
const FOOT_HEIGHT = 138
/** On A3 that is 18 points: read from two metres. Where there is room, more. */
const ENTRY_PT = 13
const LARGEST_ENTRY_PT = 18
const ENTRY_HEIGHT = 22
const LARGEST_ENTRY_HEIGHT = 32
const GAP = 10

/** A month of the book for the public board, on one page. The same paper makes the same bytes. */
export async function drawWall(paper: WallPaper, size: PaperSize): Promise<Buffer> {
  const { doc, whole } = paperDocument({ title: wallTitle(paper), size, printedAt: paper.printedAt })
  drawPage(new Pen(doc), paper)
  doc.end()
  return whole
}

function drawPage(pen: Pen, paper: WallPaper): void {
  const width = PAGE.width - 2 * MARGIN
  const [out, income] = [shownUses(paper.out, USES_SHOWN), shownUses(paper.in, USES_SHOWN)]
  const usesHeight = 26 + Math.max(1, out.length, income.length) * USE_HEIGHT
  const bottom = PAGE.height - MARGIN
  let y = MARGIN
  const place = (height: number): Box => {
    const box = { x: MARGIN, y, width, height }
    y += height + GAP
    return box
  }
  drawHead(pen, paper, place(HEAD_HEIGHT))
  drawMoney(pen, paper, place(MONEY_HEIGHT))
  const uses = place(usesHeight)
  const half = (width - 18) / 2
  drawUses(pen, '钱用到哪里了', out, { ...uses, width: half }, INKS.cinnabar)
  drawUses(pen, '钱从哪里来', income, { ...uses, x: MARGIN + half + 18, width: half }, INKS.bamboo)
  const room = bottom - FOOT_HEIGHT - GAP - HOLDINGS_HEIGHT - GAP - y
  drawEntries(pen, paper, place(room))
  const capitals = { x: MARGIN, y: bottom - FOOT_HEIGHT - GAP - HOLDINGS_HEIGHT, width, height: HOLDINGS_HEIGHT }
  drawHoldings(pen, paper, capitals)
  drawWallFoot(pen, paper, { x: MARGIN, y: bottom - FOOT_HEIGHT, width, height: FOOT_HEIGHT })
  if (pen.hasMissing) {
    const note = { x: MARGIN, y: bottom + 4, width, height: 12 }
    pen.line('□ 处是印不出来的字，请用笔补上。', note, { sizePt: 8, face: 'bold' })
  }
  if (paper.monthStatus !== 'published') drawDraftMark(pen)
}

function drawHead(pen: Pen, paper: WallPaper, box: Box): void {
  const left = box.width * 0.58
  pen.fitted(paper.bookName, { ...box, width: left, height: 34 }, { sizePt: 28, face: 'bold', colour: INKS.bamboo })
  const second = { ...box, y: box.y + 35, width: left, height: 27 }
  pen.fitted(`${monthWords(paper.month)} 的账`, second, { sizePt: 23, face: 'bold' })
  const right = { x: box.x + left + 10, y: box.y + 4, width: box.width - left - 10, height: 30 }
  pen.fitted(noticeWords(paper), right, { sizePt: 18, face: 'bold', colour: INKS.cinnabar, align: 'right' })
  pen.fitted('看不懂、有疑问，扫码点“我要问”', { ...right, y: box.y + 36, height: 22 }, { sizePt: 13, align: 'right' })
}

function drawMoney(pen: Pen, paper: WallPaper, box: Box): void {
  pen.fill(box, INKS.rest, 6)
  const inner = { x: box.x + 12, y: box.y + 8, width: box.width * 0.6 - 12, height: box.height - 16 }
  pen.line(moneyWords(paper), { ...inner, height: 20 }, { sizePt: 15 })
  const number = { ...inner, y: inner.y + 20, height: inner.height - 20 }
  pen.fitted(formatYuan(paper.moneyFen), number, { sizePt: 42, face: 'bold', colour: INKS.bamboo })
  const right = { x: box.x + box.width * 0.62, y: box.y + 8, width: box.width * 0.38 - 12, height: 22 }
  const rows = [
    ['这个月进', formatYuan(paper.flow.inFen)], ['这个月出', formatYuan(paper.flow.outFen)],
    ...(paper.flow.correctedFen === 0 ? [] : [['更正', formatYuan(paper.flow.correctedFen)]]),
  ]
  rows.forEach(([name = '', amount = ''], index) => {
    const row = { ...right, y: right.y + index * 22 }
    pen.line(name, row, { sizePt: 14 })
    pen.fitted(amount, { ...row, x: row.x + 66, width: row.width - 66 }, { sizePt: 18, face: 'bold', align: 'right' })
  })
}

function drawUses(
  pen: Pen,
  heading: string,
  uses: readonly Pick<Use, 'name' | 'amountFen'>[],
  box: Box,
  colour: string,
): void {
  pen.line(heading, { ...box, height: 22 }, { sizePt: 16, face: 'bold', colour })
  if (uses.length === 0) {
    pen.line('这个月没有', { ...box, y: box.y + 26, height: 20 }, { sizePt: ENTRY_PT, colour: INKS.grey })
  }
  const shares = sharesOf(uses.map((use) => ({ ...use, account: '', isOther: false })))
  const most = Math.max(1, ...shares.map(({ perMille }) => perMille))
  shares.forEach(({ name, amountFen, perMille }, index) => {
    const y = box.y + 26 + index * USE_HEIGHT
    pen.fitted(name, { x: box.x, y, width: box.width * 0.56, height: 17 }, { sizePt: ENTRY_PT })
    const amount = { x: box.x + box.width * 0.57, y, width: box.width * 0.43, height: 17 }
    pen.fitted(formatYuan(amountFen), amount, { sizePt: ENTRY_PT, face: 'bold', align: 'right' })
    // Never nothing: what was spent is seen.
    pen.fill({ x: box.x, y: y + 17.5, width: Math.max(2, (box.width * perMille) / most), height: 4 }, colour, 2)
  })
}

function drawEntries(pen: Pen, { entries, entryCount }: WallPaper, box: Box): void {
  pen.line('一笔一笔', { ...box, height: 22 }, { sizePt: 16, face: 'bold' })
  const room = box.height - 24
  const fit = Math.max(0, Math.floor(room / ENTRY_HEIGHT))
  // The last line says how many are left out, where some are.
  const shown = entryCount <= fit ? entries : entries.slice(0, Math.max(0, fit - 1))
  const height = Math.min(LARGEST_ENTRY_HEIGHT, room / Math.max(1, Math.min(entryCount, fit)))
  const rowAt = (index: number): Box => ({ ...box, y: box.y + 24 + index * height, height })
  const inOrder = [...shown].sort((one, other) => one.position - other.position)
  inOrder.forEach((entry, index) => { drawEntry(pen, entry, rowAt(index)) })
  if (shown.length < entryCount) {
    const words = `另有 ${entryCount - shown.length} 笔，扫码看`
    pen.line(words, rowAt(shown.length), { sizePt: ENTRY_PT, face: 'bold', colour: INKS.bamboo })
  }
}

function drawEntry(pen: Pen, { voucher, sentence, correction }: EntryRow, row: Box): void {
  const sizePt = Math.min(LARGEST_ENTRY_PT, row.height * (ENTRY_PT / ENTRY_HEIGHT))
  pen.line(`${voucher}`, { ...row, width: 24 }, { sizePt: ENTRY_PT, face: 'bold', colour: INKS.grey })
  const words = correction === null ? sentence : `${sentence}。${correction}`
  const colour = correction === null ? INKS.ink : INKS.cinnabar
  pen.fitted(words, { ...row, x: row.x + 28, width: row.width - 28 }, { sizePt, colour })
}

function drawHoldings(pen: Pen, paper: WallPaper, box: Box): void {
  pen.doc.moveTo(box.x, box.y).lineTo(box.x + box.width, box.y).lineWidth(1).stroke(INKS.line)
  pen.fitted(`村里的家底：${holdingsWords(paper)}`, { ...box, y: box.y + 4, height: 20 }, { sizePt: ENTRY_PT })
  const isOverdue = paper.holdings.overdueFen > 0
  const colour = isOverdue ? INKS.cinnabar : INKS.ink
  const face = isOverdue ? 'bold' : 'regular'
  pen.fitted(overdueWords(paper), { ...box, y: box.y + 24, height: 20 }, { sizePt: 15, face, colour })
}
