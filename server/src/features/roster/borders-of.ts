import { daysOfMonth } from '@huiying/shared/calendar'
import { addMonths, type Month, type MonthBorders } from '@huiying/shared/roster'
import type { Work } from '../../platform/database/work'
import { slotTable } from './slot.table'

/** Read from the slots, not from the terms: at a border a slot may have other hours than its terms say. */
export async function bordersOf(work: Work, subDistrictId: string, month: Month): Promise<MonthBorders> {
  const committees = { subDistrictId, seat: ['lead', 'member'] as const }
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)]
  const last = await work.find(slotTable, { ...committees, month: before, on: daysOfMonth(before).at(-1) ?? '' })
  const first = await work.find(slotTable, { ...committees, month: after, on: `${after}-01` })
  return {
    beginsAt: last.length === 0 ? null : Math.max(...last.map(({ toAt }) => toAt)),
    endsAt: first.length === 0 ? null : Math.min(...first.map(({ fromAt }) => fromAt)),
  }
}
