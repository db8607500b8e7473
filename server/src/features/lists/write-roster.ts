import { BASE_HEADING, ROSTER_FILE_NOTES, ROSTER_SHEETS, type RosterSheet } from '@huiying/shared/lists'
import writeSheets, { type Cell, type Sheet } from 'write-excel-file/node'
import { AS_TYPED, HEADING } from '../../platform/workbook/cell-styles'
import type { SheetTexts } from './write-workbook'

/** A month of duty as an .xlsx file; rows by the name of their sheet. */
export function writeRoster(texts: SheetTexts): Promise<Buffer> {
  const sheets = ROSTER_SHEETS.map((sheet) => rosterSheet(sheet, texts[sheet.name] ?? []))
  const transform = { 'xl/worksheets/sheet{id}.xml': { transformElementAttributes: hideWidest } }
  return writeSheets([...sheets, notes()], { features: [{ files: { transform } }] }).toBuffer()
}

const WIDTHS: Readonly<Record<string, number>> = { 日期: 14, 星期: 16, 村: 18 }
const NAME_WIDTH = 16
/** No column that is shown is as wide; by it the hidden one is known. */
const HIDDEN_WIDTH = 61

function rosterSheet({ name, columns }: RosterSheet, rows: readonly (readonly string[])[]): Sheet<never> {
  return {
    sheet: name,
    data: [
      columns.map(({ heading }): Cell => ({ ...HEADING, value: heading })),
      ...rows.map((row) => row.map((value): Cell => ({ ...AS_TYPED, value }))),
    ],
    columns: columns.map(({ heading }) => ({
      width: heading === BASE_HEADING ? HIDDEN_WIDTH : (WIDTHS[heading] ?? NAME_WIDTH),
    })),
    stickyRowsCount: 1,
  }
}

type Attributes = Record<string, string | number>

/** The package knows widths only. */
function hideWidest(tag: string, attributes: Attributes): Attributes {
  return tag === 'col' && attributes['width'] === HIDDEN_WIDTH ? { ...attributes, hidden: 1 } : attributes
}

function notes(): Sheet<never> {
  const sheets = ROSTER_SHEETS.map(({ name, note }) => `“${name}”：${note}`)
  return {
    sheet: '说明',
    data: [...sheets, ...ROSTER_FILE_NOTES].map((value) => [{ value, wrap: true }]),
    columns: [{ width: 90 }],
  }
}
