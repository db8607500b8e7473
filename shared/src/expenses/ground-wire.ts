import type { PhotoAddress } from '../files'
import type { CalendarDate, Fen } from '../kernel'
import type { PersonTag } from '../identity'
import type { KinshipKind } from './kinship-kind'
import type { DecisionMethod } from './passed-decision'
import type { ExpenseTerms } from './policy'

/** GET /api/villages/:villageId/decisions; POST (accountant, keyed) DecisionBody; POST /api/decisions/:id/voiding. */
export interface DecisionsAnswer {
  readonly decisions: readonly DecisionRow[]
  readonly mayRecord: boolean
}
export interface DecisionRow {
  readonly id: string
  readonly title: string
  readonly method: DecisionMethod
  readonly passedOn: CalendarDate
  readonly budgetFen: Fen
  /** Of live expenses that rest on it. */
  readonly usedFen: Fen
  readonly presentCount: number
  readonly yesCount: number
  readonly photos: readonly PhotoAddress[]
  readonly isVoided: boolean
}
export interface DecisionBody {
  readonly title: string
  readonly method: DecisionMethod
  readonly passedOn: CalendarDate
  readonly budgetFen: Fen
  readonly presentCount: number
  readonly yesCount: number
  readonly photoIds: readonly string[]
}

/** GET /api/villages/:villageId/kinships (supervisor, staff, admin); POST KinshipBody; DELETE /api/kinships/:id. */
export interface KinshipsAnswer {
  readonly kinships: readonly {
    readonly id: string
    readonly person: PersonTag
    readonly relative: PersonTag
    readonly kind: KinshipKind
  }[]
  readonly people: readonly PersonTag[]
}
export interface KinshipBody {
  readonly personId: string
  readonly relativeId: string
  readonly kind: KinshipKind
}

/** GET and PUT /api/expenses/policy (sub-district; admin writes). */
export interface ExpensePolicyAnswer {
  readonly version: number
  readonly firstOn: CalendarDate
  readonly terms: ExpenseTerms
  readonly mayChange: boolean
}
