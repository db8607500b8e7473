import type { EpochMs } from '@huiying/shared/kernel'
import type { Statement, StatementRow, StatementsAnswer } from '@huiying/shared/ledger'
import { PAGE, paperDocument } from '../../../platform/paper/paper-document'
import { INKS, Pen, type Box } from '../../../platform/paper/pen'
import { amountWords, lastDayWords, monthWords, SIGNATURES, UNIT_WORDS } from './paper-words'

const MARGIN = 42
const ROW_HEIGHT = 25
const LEAST_ROW_HEIGHT = 14
const NUMBER_WIDTH = 28
const TEXT_PT = 10
/** The line with which the balance sheet's left half ends. */
const LAST_ASSET = 'assets'

/** The statements of a month on paper, one to a page. The same answer and instant make the same bytes. */
export async function drawStatements(answer: StatementsAnswer, printedAt: EpochMs): Promise<Buffer> {
  const title = `${answer.book.name} ${monthWords(answer.month)} 会计报表`
  const { doc, whole } = paperDocument({ title, size: 'A4', printedAt })
  const pen = new Pen(doc)
  answer.statements.forEach((statement, index) => {
    if (index > 0) doc.addPage()
    drawStatement(pen, answer, statement)
  })
  doc.end()
  return whole
}

function drawStatement(pen: Pen, { book, month }: StatementsAnswer, statement: Statement): void {
  const width = PAGE.width - 2 * MARGIN
  const at = { x: MARGIN, width }
  pen.line(statement.title, { ...at, y: MARGIN, height: 34 }, { sizePt: 20, face: 'bold', align: 'center' })
  const second = { ...at, y: MARGIN + 40, height: 16 }
  pen.fitted(`编制单位：${book.name}`, { ...second, width: width * 0.55 }, { sizePt: TEXT_PT })
  const middle = { ...second, x: MARGIN + width * 0.55, width: width * 0.25 }
  pen.line(lastDayWords(month), middle, { sizePt: TEXT_PT, align: 'center' })
  pen.line(UNIT_WORDS, second, { sizePt: TEXT_PT, align: 'right' })

  const halves = halvesOf(statement)
  const top = MARGIN + 62
  const rowCount = Math.max(...halves.map(({ rows }) => rows.length)) + 1
  const room = PAGE.height - MARGIN - 56 - top
  const rowHeight = Math.max(LEAST_ROW_HEIGHT, Math.min(ROW_HEIGHT, room / rowCount))
  const halfWidth = width / halves.length
  halves.forEach((half, index) => {
    const box = { x: MARGIN + index * halfWidth, y: top, width: halfWidth, height: rowHeight * rowCount }
    drawHalf(pen, half, box, rowHeight)
  })
  const bottom = top + rowHeight * rowCount + 24
  SIGNATURES.forEach((who, index) => {
    const x = MARGIN + (index * width) / SIGNATURES.length
    pen.line(`${who}：`, { x, y: bottom, width: width / SIGNATURES.length, height: 16 }, { sizePt: TEXT_PT })
  })
}

interface Half {
  readonly heading: string
  readonly columns: readonly string[]
  readonly rows: readonly (StatementRow & { readonly number: number })[]
}

/** The balance sheet as accountants know it: what there is on the left, whose it is on the right. */
function halvesOf({ columns, rows }: Statement): readonly Half[] {
  const numbered = rows.map((row, index) => ({ ...row, number: index + 1 }))
  const split = rows.findIndex(({ key }) => key === LAST_ASSET) + 1
  if (split === 0) return [{ heading: '项目', columns, rows: numbered }]
  return [
    { heading: '资产', columns, rows: numbered.slice(0, split) },
    { heading: '负债和所有者权益', columns, rows: numbered.slice(split) },
  ]
}

function drawHalf(pen: Pen, { heading, columns, rows }: Half, box: Box, rowHeight: number): void {
  const labelWidth = box.width * 0.48 - NUMBER_WIDTH
  const amountWidth = (box.width - labelWidth - NUMBER_WIDTH) / columns.length
  const widths = [labelWidth, NUMBER_WIDTH, ...columns.map(() => amountWidth)]
  const rowCount = Math.round(box.height / rowHeight)
  for (let index = 0; index < rowCount; index += 1) {
    const row = rows[index - 1]
    const cells = index === 0 ? [heading, '行次', ...columns] : row === undefined ? [] : cellsOf(row)
    let x = box.x
    widths.forEach((width, column) => {
      const cell = { x, y: box.y + index * rowHeight, width, height: rowHeight }
      drawCell(pen, cells[column] ?? '', cell, {
        isHeading: index === 0, isBold: row?.isTotal ?? false, align: alignOf(index, column),
        indent: column === 0 ? (row?.depth ?? 0) : 0,
      })
      x += width
    })
  }
}

function cellsOf({ label, number, amountsFen }: Half['rows'][number]): readonly string[] {
  return [label, `${number}`, ...amountsFen.map(amountWords)]
}

function alignOf(row: number, column: number): 'left' | 'center' | 'right' {
  return row === 0 || column === 1 ? 'center' : column === 0 ? 'left' : 'right'
}

interface CellLook {
  readonly isHeading: boolean
  readonly isBold: boolean
  readonly align: 'left' | 'center' | 'right'
  readonly indent: number
}

function drawCell(pen: Pen, text: string, cell: Box, { isHeading, isBold, align, indent }: CellLook): void {
  if (isHeading) pen.fill(cell, INKS.rest)
  pen.frame(cell, INKS.line, { lineWidth: 0.6 })
  if (text === '') return
  const left = 4 + indent * 8
  const room = { x: cell.x + left, y: cell.y + 1, width: cell.width - left - 4, height: cell.height - 2 }
  pen.fitted(text, room, { sizePt: TEXT_PT, face: isHeading || isBold ? 'bold' : 'regular', align })
}
