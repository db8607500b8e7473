import { LIST_SHEETS } from '..'
import type { Cell, WorkbookSheet } from '../../tables'

/** A small sound set of lists, by sheet; rows as a clerk would type them. */
export const SOUND_ROWS = {
  单位: [
    ['C', '云岭县', '区县', ''],
    ['QX', '青溪街道', '街道', 'C'],
    ['QX-01', '桥头社区', '社区', 'QX'],
    ['QX-02', '石坪村', '村', 'QX'],
    ['QX-01-1', '第一网格', '网格', 'QX-01'],
    ['QX-D1', '城建办', '部门', 'QX'],
  ],
  人员: [
    ['G001', '周正', '13800000001'],
    ['G002', '吴敏', '13800000002'],
    ['G003', '郑和', '13800000003'],
    ['G004', '王 强', 13800000004],
    ['G005', '冯立', ''],
  ],
  职务: [
    ['G001', '周正', '书记', 'QX-01', '', '2024-03-01', ''],
    ['G001', '周正', '主任', 'QX-01', '', '2024-03-01', ''],
    ['G002', '吴敏', '监委会主任', 'QX-01', '', '2024/3/1', ''],
    ['G003', '郑和', '书记', 'QX-02', '', '2024.3.1', ''],
    ['G004', '王强', '专干', 'QX-01', '低保、医保', '2024年3月1日', '2026-12-31'],
    ['G004', '王强', '网格员', 'QX-01-1', '', '20240301', ''],
    ['G005', '冯立', '管理员', 'QX', '', '2024-03-01', ''],
  ],
  居民: [
    ['R001', '陈桂香', '13800000011', 'QX-01', 'QX-01-1'],
    ['R002', '沈国栋', '', 'QX-01', ''],
    ['R003', '韩梅', '13800000013', 'QX-02', ''],
    ['G004', '王强', '', 'QX-01', 'QX-01-1'],
  ],
} satisfies Record<string, Cell[][]>

export type SheetName = keyof typeof SOUND_ROWS

/** The sound lists as a workbook, after `change` had its way with the rows (row 0 is Excel's row 2). */
export function workbook(change: (rows: Record<SheetName, Cell[][]>) => void = () => {}): WorkbookSheet[] {
  const rows = copyOf(SOUND_ROWS)
  change(rows)
  return LIST_SHEETS.map((sheet) => ({
    name: sheet.name,
    rows: [sheet.columns.map((column) => column.heading), ...rows[sheet.name as SheetName]],
  }))
}

function copyOf(rows: Record<SheetName, Cell[][]>): Record<SheetName, Cell[][]> {
  const copy = (sheet: SheetName): Cell[][] => rows[sheet].map((row) => [...row])
  return { 单位: copy('单位'), 人员: copy('人员'), 职务: copy('职务'), 居民: copy('居民') }
}
