import type { EpochMs } from '../kernel'
import type { PersonTag } from '../identity'
import type { UnitBrief } from '../villages'

/** GET /api/board — the sub-district's first overdue board. */
export interface BoardAnswer {
  readonly now: EpochMs
  readonly subDistrict: UnitBrief
  readonly columns: readonly {
    readonly key: BoardColumn
    readonly count: number
    /** Without what is confidential: a wall is read by everybody who passes, and one more in a column says a lot. */
    readonly wallCount: number
    readonly rows: readonly BoardRow[]
  }[]
  /** Departments that were called, did not come in time and said nothing; who was due first comes first. */
  readonly lateParts: { readonly count: number; readonly rows: readonly LatePartRow[] }
  /** Nothing confidential counts: these numbers hang on a wall. */
  readonly villages: readonly {
    readonly village: UnitBrief
    readonly open: number
    readonly late: number
    /** Not late, and in one of the two columns of what soon will be. */
    readonly soon: number
  }[]
}
/** Late for an answer; late to be finished; answer due within the hour; finish due within four hours. */
export type BoardColumn = 'response-overdue' | 'closure-overdue' | 'response-soon' | 'closure-soon'
export interface BoardRow {
  readonly id: string
  readonly villageId: string
  readonly villageName: string
  /** The village knows nothing of it, and is to hear nothing: whoever calls there must see that. */
  readonly isConfidential: boolean
  readonly words: string
  readonly hasVoice: boolean
  readonly submittedAt: EpochMs
  readonly dueAt: EpochMs
  /** Who answered; as long as nobody has, whoever sits. */
  readonly holder: PersonTag | null
  /** After two rejections the sub-district itself holds it; then nobody of the village is named. */
  readonly heldBySubDistrict: boolean
  /** Where it lies, if that is not the village that was told. */
  readonly holderUnitName: string | null
  /** The duty number of the holder, to call at once. */
  readonly holderPhone: string | null
  readonly orderNumber: string | null
  readonly orderCount: number
  /** By somebody of the unit that holds it. */
  readonly isReadThere: boolean
  /** More time was asked for, and the sub-district has not decided. */
  readonly asksForTime: boolean
  /** Whoever it was handed on to says that it is not his, and the sub-district has not decided. */
  readonly isObjectedTo: boolean
  /** Whistled for and still at it, by name. Those that are late to come have a column of their own. */
  readonly departments: readonly string[]
}
/** What a department was called for and is late with: coming. Nothing confidential is whistled for. */
export interface LatePartRow {
  readonly id: string
  readonly ticketId: string
  readonly villageId: string
  readonly villageName: string
  readonly departmentName: string
  /** What it was called for. */
  readonly task: string
  /** The resident's. */
  readonly words: string
  readonly hasVoice: boolean
  readonly calledAt: EpochMs
  readonly reportDueAt: EpochMs
  /** The first of its officers; `null`: nobody is there any more. */
  readonly officer: PersonTag | null
  readonly officerPhone: string | null
}
