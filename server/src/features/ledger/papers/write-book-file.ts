import { chartOf, CHART_2023, OPENING_SHEET, TEMPLATE_SHEETS, NOTES_SHEET, type OutCell } from '@huiying/shared/ledger'
import writeSheets, { type Cell, type Sheet } from 'write-excel-file/node'
import { AS_TYPED, AS_YUAN, HEADING, yuanNumber } from '../../../platform/workbook/cell-styles'
import type { OutSheet } from './book-file.board'

/** Rows of a template in which Excel leaves what is typed as it is. */
const TYPING_ROWS = 300
const WIDTHS: Readonly<Record<string, number>> = { 摘要: 40, 名称: 24, 对方: 24, 更正: 24, 涨租: 28, 地点: 20 }
const WIDTH = 13
const AMOUNTS: readonly string[] = ['借方', '贷方', '原值', '每期租金']

export function writeBookFile(sheets: readonly OutSheet[]): Promise<Buffer> {
  return writeSheets(sheets.map((sheet) => bookSheet(sheet, 0))).toBuffer()
}

/** The empty template: every account of the chart waits for its opening balance. */
export function writeBookTemplate(): Promise<Buffer> {
  const accounts = chartOf(CHART_2023.version).accounts.map(({ code, name }) => [code, name, null, null])
  const sheets = TEMPLATE_SHEETS.map(({ name, columns }): OutSheet => ({
    name, headings: columns.map(({ heading }) => heading), rows: name === OPENING_SHEET.name ? accounts : [],
  }))
  return writeSheets([...sheets.map((sheet) => bookSheet(sheet, TYPING_ROWS)), notes()]).toBuffer()
}

function bookSheet({ name, headings, rows }: OutSheet, leastRows: number): Sheet<never> {
  const least = rows.length === 0 ? leastRows : 0
  const blank = headings.map((heading): Cell => (AMOUNTS.includes(heading) ? null : { ...AS_TYPED, value: '' }))
  return {
    sheet: name,
    data: [
      headings.map((value): Cell => ({ ...HEADING, value })),
      ...rows.map((row) => row.map(outCell)),
      ...Array.from({ length: least }, () => blank),
    ],
    columns: headings.map((heading) => ({ width: WIDTHS[heading] ?? WIDTH })),
    stickyRowsCount: 1,
  }
}

function outCell(cell: OutCell): Cell {
  if (cell === null) return null
  return typeof cell === 'string' ? { ...AS_TYPED, value: cell } : { ...AS_YUAN, value: yuanNumber(cell.amountFen) }
}

function notes(): Sheet<never> {
  const headings = ['表', '列', '要不要填', '怎么填'].map((value): Cell => ({ ...HEADING, value }))
  const rows = TEMPLATE_SHEETS.flatMap(({ name, note, columns }) => [
    [{ value: name, fontWeight: 'bold' as const }, null, null, { value: note, wrap: true }],
    ...columns.map((column) => [
      null, column.heading, column.required ? '必填' : '可以空着', { value: column.note, wrap: true },
    ]),
  ])
  const widths = [12, 12, 12, 80].map((width) => ({ width }))
  return { sheet: NOTES_SHEET, data: [headings, ...rows], columns: widths }
}
