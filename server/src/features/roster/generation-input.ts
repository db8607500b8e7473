import { daysOfMonth } from '@huiying/shared/calendar'
import type { SeatedPost } from '@huiying/shared/identity'
import { addDays } from '@huiying/shared/kernel'
import {
  addMonths, BALANCE_MONTHS, dutyDayAt, SEAT_POST_KINDS, spanOfDays, type DutyAbsence, type GenerationInput,
  type Month, type RosterTerms,
} from '@huiying/shared/roster'
import type { Work } from '../../platform/database/work'
import { calendarOf } from '../calendar/public'
import { postsInSubDistrictDuring } from '../identity/public'
import { villagesOf } from '../villages/public'
import type { KeptByHand } from './kept-by-hand'
import { leavesDuring } from './leaves-during'
import { lastCellsOf } from './months'

export interface MonthToMake {
  readonly month: Month
  readonly terms: RosterTerms
  readonly kept: KeptByHand
}

/** Everything a month is made from, in a handful of queries however many villages there are. */
export async function generationInputOf(
  work: Work,
  subDistrictId: string,
  { month, terms, kept }: MonthToMake,
): Promise<GenerationInput> {
  const calendar = await calendarOf(work, subDistrictId)
  const days = daysOfMonth(month)
  const fromOn = `${addMonths(month, -BALANCE_MONTHS)}-01`
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const span = spanOfDays(fromOn, last)
  const posts = await postsInSubDistrictDuring(work, subDistrictId, SEAT_POST_KINDS, span)
  const byVillage = new Map<string | null, SeatedPost[]>()
  for (const post of posts) byVillage.set(post.villageId, [...(byVillage.get(post.villageId) ?? []), post])
  const marked = await markedVillages(work, subDistrictId)
  const leaves = await leavesDuring(work, subDistrictId, fromOn, last)
  return {
    month,
    calendar,
    terms,
    villages: (await villagesOf(work, subDistrictId)).map(({ id }) => ({
      villageId: id, isMarked: marked.has(id), posts: byVillage.get(id) ?? [],
    })),
    leaders: posts.filter(({ kind }) => kind === 'leader'),
    leaves: [...leaves, ...nobodyBefore(dutyDayAt(work.now, terms), first, posts)],
    past: await lastCellsOf(work, subDistrictId, monthsBefore(month), { publishedOnly: true }),
    fixed: kept.slots.map(({ villageId, on, seat, personId }) => ({ villageId, on, seat, personId })),
    takenAway: kept.takenAway,
  }
}

/**
 * In a month that runs, the days before the running one count like days on which everybody is away: they are shared out
 * among nobody, and visits are laid on the days that are left.
 */
function nobodyBefore(today: string, first: string, posts: readonly SeatedPost[]): readonly DutyAbsence[] {
  if (today <= first) return []
  const toOn = addDays(today, -1)
  return [...new Set(posts.map(({ personId }) => personId))].map((personId) => ({ personId, fromOn: first, toOn }))
}

async function markedVillages(work: Work, subDistrictId: string): Promise<ReadonlySet<string>> {
  const rows = await work.query<{ readonly village_id: string }>(
    'SELECT DISTINCT village_id FROM village_marks WHERE sub_district_id = ?',
    [subDistrictId],
  )
  return new Set(rows.map((row) => row.village_id))
}

function monthsBefore(month: Month): readonly Month[] {
  return Array.from({ length: BALANCE_MONTHS }, (_, index) => addMonths(month, index - BALANCE_MONTHS))
}
