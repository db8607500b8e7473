import type { Fen } from '../kernel'

/** A statement as a plain table: what goes onto paper, into .xlsx and onto the screen. */
export interface Statement {
  readonly title: string
  /** Of the amounts, left to right. */
  readonly columns: readonly string[]
  readonly rows: readonly StatementRow[]
}

export interface StatementRow {
  /** Stable name of the line, for tests and translations. */
  readonly key: string
  readonly label: string
  /** 0: a line of its own; 1: part of it; 2: "其中". */
  readonly depth: number
  readonly isTotal: boolean
  readonly amountsFen: readonly Fen[]
}
