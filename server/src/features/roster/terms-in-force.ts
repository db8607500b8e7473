import type { CalendarDate } from '@huiying/shared/kernel'
import { monthOfDay, rosterPolicyOn, type RosterTerms } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { monthOf, policiesOf } from './months'

/** By which hours a day is sat: those its month was made under; where there is none yet, the policy of that day. */
export async function termsOn(reads: Reads, subDistrictId: string, on: CalendarDate): Promise<RosterTerms> {
  const month = await monthOf(reads, subDistrictId, monthOfDay(on))
  return month?.terms ?? rosterPolicyOn(await policiesOf(reads, subDistrictId), subDistrictId, on).terms
}
