import type { GenerationInput, GenerationResult } from './generation'
import { planCommittees } from './generate-committee'
import { planStationed } from './generate-stationed'
import { planVisits } from './generate-visits'
import { MonthPlan } from './month-plan'

/**
 * A month of duty for all villages of a sub-district, and what could not be done. The same input makes the same month,
 * in whatever order posts, leaves and earlier cells are given. Whose day is fixed is planned first: the committee, in
 * which most can take each other's place, comes last.
 * @throws calendar.year-unknown
 */
export function generateMonth(input: GenerationInput): GenerationResult {
  const plan = new MonthPlan(input)
  planStationed(plan)
  planVisits(plan)
  planCommittees(plan)
  return { cells: plan.sortedCells(), notes: plan.sortedNotes() }
}
