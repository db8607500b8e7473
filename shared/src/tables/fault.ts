/** One fault of a list, by the place a person looks for it in Excel. */
export interface ListFault {
  readonly sheet: string
  /** As Excel counts: the heading is row 1. */
  readonly row: number
  /** The column's heading; `null` when the whole row is meant. */
  readonly column: string | null
  /** What Excel's name box takes to jump there: "C12", or "12:12" for a whole row. */
  readonly cell: string
  /** What is wrong and what to do, in plain Chinese. */
  readonly words: string
}

/** Faults named in one problem body; `details.count` counts all of them. */
export const FAULTS_SHOWN = 1_000

/** "人员 第 12 行 “电话”：13800 不是 11 位手机号，请改成 11 位" */
export function faultSentence(fault: ListFault): string {
  const column = fault.column === null ? '' : ` “${fault.column}”`
  return `${fault.sheet} 第 ${fault.row} 行${column}：${fault.words}`
}
