import type { CadreCard, Me } from '@huiying/shared/identity'
import type { RosterMonthAnswer, SittingAnswer } from '@huiying/shared/roster'
import type { UnitBrief } from '@huiying/shared/villages'
import type { Scene } from '../support/on-both-builds'
import { askAs } from './ask-as'
import { demoPerson } from './people'

/**
 * A Wednesday evening on which the shift of the next day has just begun: whoever sits has not taken over yet and may do
 * so in time, and the month has days enough to come. The year is one with a calendar, whenever the story is told.
 */
export const SHIFT_HAS_BEGUN = '2026-11-18T18:00:10+08:00'

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

/** The demo's draft of the next month, published as it stands. */
export async function publishedMonth(scene: Scene, month: string): Promise<RosterMonthAnswer> {
  const staff = await askAs(scene, (await demoPerson(scene, 'staff')).personId)
  const path = `/api/roster/months/${month}`
  const found = await staff.get<RosterMonthAnswer>(path)
  if (found.status === 'published') return found
  return staff.post(`${path}/publication`, { seenRevision: found.revision, acceptHoles: true })
}
