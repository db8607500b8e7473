import { daysOfMonth } from '@huiying/shared/calendar'
import { viewerLater, VILLAGE_LEAD_POSTS, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { RosterRegister } from '@huiying/shared/lists'
import { checkMonth, SEAT_POST_KINDS, spanOfDays, type Month, type RosterMonth } from '@huiying/shared/roster'
import type { Work } from '../../platform/database/work'
import { postsInSubDistrictDuring, RegisterRepository } from '../identity/public'
import { monthCellsOf } from '../roster/public'
import { UnitRepository, villageOf } from '../villages/public'

export interface LoadedRoster {
  readonly month: RosterMonth
  readonly subDistrictId: string
  readonly register: RosterRegister
}

/**
 * A month with all that a table of it names: of the whole sub-district for its staff, of their village for secretary
 * and director.
 * @throws identity.village-not-found for everybody else, roster.month-invalid, roster.month-not-found
 */
export async function loadRoster(work: Work, viewer: Viewer, month: Month): Promise<LoadedRoster> {
  checkMonth(month)
  const { subDistrictId, villageIds } = await scopeOf(work, viewerLater(viewer, work.now))
  const found = await monthCellsOf(work, subDistrictId, month)
  if (found === null) throw new DomainError('roster.month-not-found')
  const below = await new UnitRepository(work).below(subDistrictId)
  const villages = below
    .filter(({ id, kind }) => kind === 'village' && (villageIds === null || villageIds.includes(id)))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  const inScope = new Set(villages.map(({ id }) => id))
  const standing = found.cells.filter(({ villageId }) => inScope.has(villageId))
  const days = daysOfMonth(month)
  const span = spanOfDays(days[0] ?? '', days.at(-1) ?? '')
  const posts = await postsInSubDistrictDuring(work, subDistrictId, SEAT_POST_KINDS, span)
  const named = new Set([...posts, ...standing].flatMap(({ personId }) => personId ?? []))
  const people = await new RegisterRepository(work).peopleWithIds([...named])
  return {
    month: found.month,
    subDistrictId,
    register: {
      villages: villages.map(({ id, name, code }) => ({ id, name, code })),
      people: people.map(({ id, name, code }) => ({ id, name, code })),
      posts, standing, editsVisits: villageIds === null,
    },
  }
}

interface Scope {
  readonly subDistrictId: string
  /** `null`: all of the sub-district's. */
  readonly villageIds: readonly string[] | null
}

async function scopeOf(work: Work, { posts }: Viewer): Promise<Scope> {
  const staff = posts.find(({ kind, subDistrictId }) => kind === 'staff' && subDistrictId !== null)
  if (staff?.subDistrictId != null) return { subDistrictId: staff.subDistrictId, villageIds: null }
  const led = posts.flatMap(({ kind, villageId }) => (VILLAGE_LEAD_POSTS.includes(kind) ? (villageId ?? []) : []))
  const village = led[0] === undefined ? null : await villageOf(work, led[0])
  if (village === null) throw new DomainError('identity.village-not-found')
  return { subDistrictId: village.subDistrictId, villageIds: led }
}
