import { textLength, type CalendarDate } from '../kernel'
import type { Month, Seat } from '../roster'
import {
  cellText, readDay, readTable, readTextUpTo, type Cell, type ListFault, type Place, type Read, type TableRow,
  type WorkbookSheet,
} from '../tables'
import { BASE_HEADING, COMMITTEE_SHEET, ROSTER_SHEETS, type RosterSheet } from './roster-template'
import { UNIT_NAME_LIMIT } from './template'

/** A village's day as the file has it. */
export interface RosterFileRow {
  readonly on: CalendarDate
  readonly village: string
  /** What the hidden column says; `null`: the row was typed by hand. */
  readonly base: string | null
  readonly cells: readonly RosterFileCell[]
  readonly place: Place
}

export interface RosterFileCell {
  readonly seat: Seat
  readonly heading: string
  /** Half-width; empty: nobody. */
  readonly text: string
  /** Which of the sheet's cells it is, as the hidden column counts them. */
  readonly index: number
}

export interface ParsedRoster {
  /** Those that could be read. */
  readonly rows: readonly RosterFileRow[]
  readonly faults: readonly ListFault[]
}

/** The rows of an exported roster. A sheet that was left out stays as it is. */
export function parseRoster(workbook: readonly WorkbookSheet[], month: Month): ParsedRoster {
  const faults: ListFault[] = []
  const present = ROSTER_SHEETS.filter(({ name }) => workbook.some((sheet) => sheet.name.trim() === name))
  // Of a file without any of them the first is missed.
  const rows = (present.length === 0 ? [COMMITTEE_SHEET] : present).flatMap((sheet) => {
    const seen = new Map<string, number>()
    return (readTable(workbook, sheet, faults) ?? []).flatMap((row) => readRow(row, sheet, month, seen, faults))
  })
  return { rows, faults }
}

function readRow(
  row: TableRow,
  sheet: RosterSheet,
  month: Month,
  seen: Map<string, number>,
  faults: ListFault[],
): readonly RosterFileRow[] {
  const on = row.read('日期', readDay)
  const village = row.read('村', readTextUpTo(UNIT_NAME_LIMIT * 2))
  const base = row.read(BASE_HEADING, readAnything)
  const texts = sheet.seats.map(({ heading }) => row.read(heading, readPerson))
  if (on == null || village == null || texts.includes(undefined)) return []
  if (!on.startsWith(month)) {
    faults.push(row.fault('日期', `${on} 不在 ${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月里，请核对`))
    return []
  }
  const earlier = seen.get(`${on}|${village}`)
  if (earlier !== undefined) {
    faults.push(row.fault('日期', `和第 ${earlier} 行是同一天、同一个村，请只留一行`))
    return []
  }
  seen.set(`${on}|${village}`, row.number)
  const cells = sheet.seats.map(({ seat, heading }, index) => ({ seat, heading, text: texts[index] ?? '', index }))
  return [{ on, village, base: base ?? null, cells, place: row }]
}

/** Characters: a name and a code. */
const PERSON_LIMIT = 60

function readPerson(cell: Cell): Read<string> {
  if (cell instanceof Date) return { fault: '被 Excel 变成了日期，请重新写姓名' }
  const text = cellText(cell)
  return textLength(text) > PERSON_LIMIT ? { fault: '太长了，一格只写一个人的姓名' } : { value: text === '' ? null : text }
}

function readAnything(cell: Cell): Read<string> {
  const text = cellText(cell)
  return { value: text === '' ? null : text }
}
