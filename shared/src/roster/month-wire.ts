import type { CalendarDate, EpochMs } from '../kernel'
import type { CalendarDay } from '../calendar'
import type { PersonTag } from '../identity'
import type { UnitBrief } from '../villages'
import type { VillageMark } from './book'
import type { Cell, Month, SlotSource } from './duty-slot'
import type { MonthStatus } from './roster-month'
import type { RosterNote } from './notes'
import type { RosterTerms } from './policy'

/**
 * GET /api/roster/months/:month?villageId= — with a village: its month; without: all villages of the viewer's
 * sub-district (staff and leaders). A draft is seen by staff, leaders and the village's own leads. Thousands of cells,
 * so they come as rows of numbers that point into `villages`, `days` and `people`.
 */
export interface RosterMonthAnswer {
  readonly now: EpochMs
  readonly month: Month
  readonly subDistrict: UnitBrief
  /** `null`: not made yet, or not to be seen yet. */
  readonly status: MonthStatus | null
  readonly revision: number
  readonly publishedAt: EpochMs | null
  readonly days: readonly CalendarDay[]
  readonly villages: readonly RosterVillage[]
  readonly people: readonly PersonTag[]
  readonly cells: readonly CellRow[]
  /** Only for whoever may edit. */
  readonly notes: readonly RosterNote[]
  /** Cells without a person. */
  readonly holes: number
  /** Ids of villages whose cells the viewer may change; the sub-district's staff: all. */
  readonly editable: readonly string[]
  readonly mayGenerate: boolean
  /** The month's own hours: a phone that stays open over a border still knows which shift runs. */
  readonly terms: RosterTerms
}

export interface RosterVillage {
  readonly village: UnitBrief
  readonly marks: readonly VillageMark[]
  /** Who may sit there at all, as indices of `people`: by seat. */
  readonly candidates: {
    readonly committeeLeads: readonly number[]
    readonly members: readonly number[]
    readonly stationed: readonly number[]
  }
}

/** [village, day, seat (index of SEATS), person (-1: a hole), flags (sum of CELL_FLAGS)] */
export type CellRow = readonly [village: number, day: number, seat: number, person: number, flags: number]

export const CELL_FLAGS = { changedAfterPublishing: 1, byHand: 2, absent: 4, takenOver: 8 } as const

/** POST /api/roster/months/:month/generation — staff. Answers RosterMonthAnswer. Never for a published month. */
export interface GenerateBody {
  /** Keep what was set by hand. Default: yes. */
  readonly keepEdits?: boolean
}

/** POST /api/roster/months/:month/publication — staff. Answers RosterMonthAnswer. */
export interface PublishBody {
  readonly seenRevision: number
  /**
   * Without it a month with holes is refused with `roster.has-holes` and their number; whoever lost his post or took
   * leave since the draft was made leaves one.
   */
  readonly acceptHoles?: boolean
}

/** POST /api/roster/months/:month/changes — staff; a village's leads for its committee. All of them or none. */
export interface ChangeCellsBody {
  readonly changes: readonly CellChange[]
}
export interface CellChange extends Cell {
  /**
   * Whom the editor saw there; `undefined`: saw no such cell. A different one by now: `roster.cell-changed`, and
   * nothing is written.
   */
  readonly seenPersonId?: string | null
  /** `null`: leaves a hole. `undefined`: takes the cell away, for a leader's visit or a stationed day only. */
  readonly personId?: string | null
}
export interface ChangeCellsAnswer {
  readonly revision: number
}

/**
 * GET /api/roster/months/:month/changes?since=&villageId= — what was changed after that revision, newest first, ≤ 200.
 */
export interface RosterChangesAnswer {
  readonly revision: number
  readonly changes: readonly RosterChangeRow[]
}
export interface RosterChangeRow extends Cell {
  readonly revision: number
  readonly villageName: string
  readonly before: PersonTag | null
  readonly after: PersonTag | null
  readonly source: SlotSource
  readonly isAfterPublishing: boolean
  readonly at: EpochMs
  readonly by: PersonTag | null
}

/** PUT /api/villages/:villageId/marks — staff. */
export interface MarksBody {
  readonly marks: readonly VillageMark[]
}
export interface MarksAnswer {
  readonly marks: readonly VillageMark[]
}

/**
 * GET and PUT /api/roster/policy — staff read, the sub-district's admin sets; from the next day on, for months made
 * then.
 */
export interface RosterPolicyAnswer {
  readonly version: number
  readonly firstOn: CalendarDate
  readonly terms: RosterTerms
  readonly maySet: boolean
}
export interface RosterPolicyBody {
  readonly terms: RosterTerms
}

/**
 * PUT /api/villages/:villageId/service-centre — staff, and the village's leads. `latitude` null: none any more. Answers
 * ServiceCentresAnswer.
 */
export interface ServiceCentreBody {
  /** Degrees, GCJ-02. */
  readonly latitude: number | null
  readonly longitude?: number | null
}
/** GET /api/roster/centres — staff: all villages; leads: those they lead. Where it stands nobody needs to read. */
export interface ServiceCentresAnswer {
  readonly villages: readonly { readonly village: UnitBrief; readonly hasCentre: boolean }[]
}
