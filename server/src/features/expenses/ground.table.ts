import type { CalendarDate, EpochMs, Fen } from '@huiying/shared/kernel'
import type { DecisionMethod, ExpenseTerms, KinshipKind } from '@huiying/shared/expenses'
import { code, date, fen, id, instant, int, json, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** A decision of the village that spending may rest on; the voting itself happened elsewhere. */
export interface StoredDecision {
  readonly id: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly title: string
  readonly method: DecisionMethod
  readonly passedOn: CalendarDate
  readonly budgetFen: Fen
  /** How many were there and how many said yes, as the minutes have it. */
  readonly presentCount: number
  readonly yesCount: number
  /** Photos of the minutes. */
  readonly fileIds: readonly string[]
  readonly recordedBy: string
  readonly recordedAt: EpochMs
  /** Recorded by mistake; nothing new may rest on it. */
  readonly voidedAt: EpochMs | null
}

export const decisionTable = defineTable<StoredDecision>({
  name: 'village_decisions',
  columns: {
    id: id(), villageId: id(), subDistrictId: id(), title: text(100), method: code<DecisionMethod>(16),
    passedOn: date(),
    budgetFen: fen(), presentCount: int(), yesCount: int(), fileIds: json(), recordedBy: id(), recordedAt: instant(),
    voidedAt: nullable(instant()),
  },
  primaryKey: ['id'],
  indices: [['villageId', 'passedOn']],
})

/** A line of the register of close relatives; kept for who may sign, seen by nobody who doesn't keep it. */
export interface StoredKinship {
  readonly id: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly personId: string
  readonly relativeId: string
  readonly kind: KinshipKind
  readonly recordedBy: string
  readonly recordedAt: EpochMs
}

export const kinshipTable = defineTable<StoredKinship>({
  name: 'kinships',
  columns: {
    id: id(), villageId: id(), subDistrictId: id(), personId: id(), relativeId: id(), kind: code<KinshipKind>(16),
    recordedBy: id(), recordedAt: instant(),
  },
  primaryKey: ['id'],
  indices: [['villageId'], ['relativeId']],
  uniques: [['personId', 'relativeId']],
})

export interface StoredExpensePolicy {
  readonly subDistrictId: string
  readonly version: number
  readonly firstOn: CalendarDate
  readonly terms: ExpenseTerms
}

export const expensePolicyTable = defineTable<StoredExpensePolicy>({
  name: 'expense_policies',
  columns: { subDistrictId: id(), version: int(), firstOn: date(), terms: json() },
  primaryKey: ['subDistrictId', 'version'],
})
