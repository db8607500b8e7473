import type { CadreCard, Me } from '@huiying/shared/identity'
import type { MonthStatus, RosterMonthAnswer, SittingAnswer } from '@huiying/shared/roster'
import type { UnitBrief } from '@huiying/shared/villages'
import type { Scene } from '../support/on-both-builds'
import { askAs } from './ask-as'
import { demoPerson } from './people'

/**
 * A Wednesday evening, five minutes into the shift of the next day: whoever sits may take over in time, and the month
 * has days enough to come. The year is one with a calendar, whenever the story is told.
 */
export const SHIFT_HAS_BEGUN = '2026-11-18T18:05+08:00'

export async function villageOf(scene: Scene, personId: string): Promise<UnitBrief> {
  const { posts } = await (await askAs(scene, personId)).get<Me>('/api/me')
  const village = posts.find((post) => post.village !== null)?.village
  if (village == null) throw new Error(`${personId} belongs to no village`)
  return village
}

/** Who sits there, as one of the village sees it. */
export async function sittingIn(scene: Scene, villageId: string, viewerId: string): Promise<SittingAnswer> {
  return (await askAs(scene, viewerId)).get(`/api/villages/${villageId}/sitting`)
}

interface Committee {
  readonly lead: CadreCard
  readonly member: CadreCard
}

/** The committee's people of a duty day, the lead first. @throws Error when the day is not as the story needs it */
export function committeeOn(sitting: SittingAnswer, on: string): Committee {
  const seats = sitting.days.find((day) => day.on === on)?.seats ?? []
  const lead = seats.find(({ seat }) => seat === 'lead')?.person
  const member = seats.find(({ seat }) => seat === 'member')?.person
  if (lead == null || member == null) throw new Error(`${sitting.village.name} has no full shift on ${on}`)
  return { lead, member }
}

/** The month made and published by the staff, where the demo has not done so. */
export async function publishMonth(scene: Scene, month: string): Promise<void> {
  const staff = await askAs(scene, (await demoPerson(scene, 'staff')).personId)
  const path = `/api/roster/months/${month}`
  const made = async (status: MonthStatus | null): Promise<RosterMonthAnswer> =>
    status === null ? staff.post(`${path}/generation`, {}) : staff.get(path)
  const { status, revision } = await made((await staff.get<RosterMonthAnswer>(path)).status)
  if (status === 'draft') await staff.post(`${path}/publication`, { seenRevision: revision, acceptHoles: true })
}
