import { LIST_SHEETS } from '@huiying/shared/lists'
import type { ListSheet } from '@huiying/shared/tables'
import writeSheets, { type Cell, type Sheet } from 'write-excel-file/node'
import { AS_TYPED, HEADING } from '../../platform/workbook/cell-styles'

/** Rows below the headings, by the name of the sheet; a sheet that is not named is written empty. */
export type SheetTexts = Readonly<Record<string, readonly (readonly string[])[]>>

/** Rows of a template in which Excel leaves what is typed as it is. */
const TYPING_ROWS = 500
const LEAST_WIDTH = 12

/** Lists as an .xlsx file in the layout of the template. */
export function writeLists(texts: SheetTexts): Promise<Buffer> {
  return writeSheets(LIST_SHEETS.map((sheet) => listSheet(sheet, texts[sheet.name] ?? []))).toBuffer()
}

/** The empty template: the four sheets, and one that explains their columns. */
export function writeTemplate(): Promise<Buffer> {
  const sheets = LIST_SHEETS.map((sheet) => listSheet(sheet, [], TYPING_ROWS))
  return writeSheets([...sheets, explanations()]).toBuffer()
}

function listSheet(sheet: ListSheet, rows: readonly (readonly string[])[], leastRows = 0): Sheet<never> {
  const blank = sheet.columns.map((): Cell => ({ ...AS_TYPED, value: '' }))
  const typed = rows.map((row) => row.map((value): Cell => ({ ...AS_TYPED, value })))
  const padding = Array.from({ length: Math.max(0, leastRows - rows.length) }, () => blank)
  return {
    sheet: sheet.name,
    data: [sheet.columns.map((column): Cell => ({ ...HEADING, value: column.heading })), ...typed, ...padding],
    columns: sheet.columns.map((column) => ({ width: Math.max(LEAST_WIDTH, column.heading.length * 3) })),
    stickyRowsCount: 1,
  }
}

function explanations(): Sheet<never> {
  const headings = ['表', '列', '要不要填', '怎么填'].map((value): Cell => ({ ...HEADING, value }))
  const rows = LIST_SHEETS.flatMap((sheet) => [
    [{ value: sheet.name, fontWeight: 'bold' as const }, null, null, { value: sheet.note, wrap: true }],
    ...sheet.columns.map((column) => [null, column.heading, column.required ? '必填' : '可以空着', { value: column.note, wrap: true }]),
  ])
  return { sheet: '说明', data: [headings, ...rows], columns: [{ width: 8 }, { width: 12 }, { width: 12 }, { width: 80 }] }
}
