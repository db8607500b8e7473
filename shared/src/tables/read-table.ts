import { cellText, isBlank, type Cell, type CellReader } from './cells'
import { LIST_COLUMN_LIMIT, LIST_ROW_LIMIT, type ListColumn, type ListSheet } from './sheet'
import type { ListFault } from './fault'

/** One sheet of a workbook, as its reader hands it over; `rows[0]` is Excel's row 1. */
export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** A place in the file, to hang a fault on. */
export interface Place {
  fault(column: string | null, words: string): ListFault
}

export interface TableRow extends Place {
  readonly number: number
  /** What stands under the heading; `undefined` when it was faulty, which is then noted. `null`: blank. */
  read<Value>(heading: string, reader: CellReader<Value>): Value | null | undefined
}

/**
 * The rows of a sheet that hold anything, under the headings found wherever they stand. Missing sheet, missing or
 * doubled headings, too many rows: noted, and `null`, since nothing can be said then about what the sheet holds.
 */
export function readTable(
  workbook: readonly WorkbookSheet[],
  sheet: ListSheet,
  faults: ListFault[],
): readonly TableRow[] | null {
  const found = workbook.filter((one) => tidyHeading(one.name) === sheet.name)
  const [first] = found
  if (first === undefined) {
    faults.push(sheetFault(sheet, `没有“${sheet.name}”这张表，请照模板加上（没有内容也要有表和第一行）`))
    return null
  }
  if (found.length > 1) {
    faults.push(sheetFault(sheet, `有 ${found.length} 张表都叫“${sheet.name}”，请只留一张`))
    return null
  }
  if (first.rows.length > LIST_ROW_LIMIT + 1) {
    faults.push(sheetFault(sheet, `有 ${first.rows.length} 行，一张表最多 ${LIST_ROW_LIMIT} 行，请分几次导入`))
    return null
  }
  const columns = findColumns(first.rows[0] ?? [], sheet, faults)
  if (columns === null) return null
  return first.rows.flatMap((cells, index) => {
    const isEmpty = index === 0 || sheet.columns.every((column) => isBlank(cells[columns.get(column.heading) ?? -1]))
    return isEmpty ? [] : [tableRow(sheet, columns, cells, index + 1, faults)]
  })
}

type Columns = ReadonlyMap<string, number>

function findColumns(headings: readonly Cell[], sheet: ListSheet, faults: ListFault[]): Columns | null {
  const texts = headings.slice(0, LIST_COLUMN_LIMIT).map((cell) => tidyHeading(cellText(cell)))
  const columns = new Map<string, number>()
  let isWhole = true
  for (const column of sheet.columns) {
    const at = positionsOf(column, sheet, texts)
    const [first] = at
    if (first !== undefined) columns.set(column.heading, first)
    if (at.length > 1) {
      isWhole = false
      faults.push({ ...sheetFault(sheet, `这一列写了 ${at.length} 次，请只留一列`), column: column.heading, cell: address(at[1] ?? 0, 1) })
    }
    if (first === undefined && column.required) {
      isWhole = false
      faults.push({ ...sheetFault(sheet, '第一行没有这个列名，请照模板加上'), column: column.heading })
    }
  }
  return isWhole ? columns : null
}

/** An exact heading wins over an alias, so that “编号” in a foreign table never hides “单位编号”. */
function positionsOf(column: ListColumn, sheet: ListSheet, texts: readonly string[]): readonly number[] {
  const own = indexesOf(texts, [column.heading])
  if (own.length > 0) return own
  const taken = sheet.columns.map((one) => one.heading)
  return indexesOf(texts, column.aliases.filter((alias) => !taken.includes(alias)))
}

function indexesOf(texts: readonly string[], wanted: readonly string[]): readonly number[] {
  const tidied = wanted.map(tidyHeading)
  return texts.flatMap((text, index) => (tidied.includes(text) ? [index] : []))
}

function tableRow(
  sheet: ListSheet,
  columns: Columns,
  cells: readonly Cell[],
  number: number,
  faults: ListFault[],
): TableRow {
  const fault = (column: string | null, words: string): ListFault => {
    const at = column === null ? undefined : columns.get(column)
    return { sheet: sheet.name, row: number, column, cell: at === undefined ? `${number}:${number}` : address(at, number), words }
  }
  return {
    number,
    fault,
    read(heading, reader) {
      const column = sheet.columns.find((one) => one.heading === heading)
      if (column === undefined) throw new Error(`sheet ${sheet.name} has no column ${heading}`)
      const at = columns.get(heading)
      const result = at === undefined ? { value: null } : reader(cells[at])
      if ('fault' in result) {
        faults.push(fault(heading, result.fault))
        return undefined
      }
      if (result.value !== null || !column.required) return result.value
      faults.push(fault(heading, '空着，请填上'))
      return undefined
    },
  }
}

function sheetFault(sheet: ListSheet, words: string): ListFault {
  return { sheet: sheet.name, row: 1, column: null, cell: '1:1', words }
}

/** "编 号 *" and "编号（必填）" are 编号. */
function tidyHeading(text: string): string {
  return text.normalize('NFKC').replace(/\((必填|选填|可不填|没有就空着)\)/g, '').replace(/[\s*:]/g, '')
}

/** "C12": Excel's own way to name a cell. */
function address(columnIndex: number, row: number): string {
  let letters = ''
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row}`
}
