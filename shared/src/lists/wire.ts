/** One fault of a list, by the place a person looks for it in Excel. */
export interface ListFault {
  readonly sheet: string
  /** As Excel counts: the heading is row 1. */
  readonly row: number
  /** The column's heading; `null` when the whole row is meant. */
  readonly column: string | null
  /** What is wrong and what to do, in plain Chinese. */
  readonly words: string
}
