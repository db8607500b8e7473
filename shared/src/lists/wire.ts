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

/** Something to look at that does not stop an import. Same shape, so that it is shown the same way. */
export type ListRemark = ListFault

/** A post that is in force or to come, but not in the list: an import never ends a post by silence. */
export interface UntouchedPost {
  readonly personName: string
  readonly postName: string
  readonly unitName: string
  /** The first day, "YYYY-MM-DD". */
  readonly fromOn: string
}

/**
 * POST /api/lists (multipart, one file; `?check=true` writes nothing). Units, people and posts counted together; a
 * resident counts as a person and as a post.
 */
export interface ImportListsAnswer {
  /** True when it was only checked. */
  readonly checkedOnly: boolean
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly remarks: readonly ListRemark[]
  readonly untouched: {
    readonly count: number
    /** The first `UNTOUCHED_SHOWN`, cadres before residents. */
    readonly posts: readonly UntouchedPost[]
  }
}
export const UNTOUCHED_SHOWN = 100

/** Faults named in one problem body; `details.count` counts all of them. */
export const FAULTS_SHOWN = 1_000

/** "人员 第 12 行 “电话”：13800 不是 11 位手机号，请改成 11 位" */
export function faultSentence(fault: ListFault): string {
  const column = fault.column === null ? '' : ` “${fault.column}”`
  return `${fault.sheet} 第 ${fault.row} 行${column}：${fault.words}`
}
