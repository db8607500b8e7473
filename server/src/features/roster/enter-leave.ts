import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError, type CalendarDate } from '@huiying/shared/kernel'
import { enterLeave, monthsOfDays, type DutySlot, type Leave, type RosterMonth } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { lockUnit } from '../villages/public'
import { fillInSlots } from './fill-in-slots'
import { leaveSubDistrictOf } from './leave-rights'
import { leaveTable } from './leave.table'
import { leavesDuring } from './leaves-during'
import { RosterRepository } from './roster.repository'
import { termsOn } from './terms-in-force'

export interface EnterLeaveInput {
  /** `null`: oneself. */
  readonly personId: string | null
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
}

/** What became of one of his slots. */
export interface PassedSlot extends Pick<DutySlot, 'villageId' | 'on' | 'seat'> {
  readonly toPersonId: string | null
}

export interface EnteredLeave {
  readonly leaveId: string
  readonly passed: readonly PassedSlot[]
}

/**
 * Somebody cannot sit on these days: whoever is next in fairness takes each of his shifts at once, the running one from
 * now on; also in a draft, so that nobody on leave is published.
 * @throws identity.person-not-found and what `enterLeave` of `shared` does
 */
export class EnterLeave {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { personId: named, fromOn, toOn }: EnterLeaveInput): Promise<EnteredLeave> {
    return this.unitOfWork.run(async (work) => {
      const enteredBy = viewer.personId ?? ''
      const personId = named ?? enteredBy
      const subDistrictId = await leaveSubDistrictOf(work, viewerLater(viewer, work.now), personId, work.now)
      if (subDistrictId === null) throw new DomainError('identity.person-not-found')
      // Where no month is made yet there is no month to meet at: two who enter the same leave meet here.
      await lockUnit(work, subDistrictId)
      const known = await work.find(leaveTable, { personId, subDistrictId })
      const terms = await termsOn(work, subDistrictId, chinaDateOf(work.now))
      const wish = { id: this.ids.next(), subDistrictId, personId, fromOn, toOn, enteredBy }
      const { next: leave, facts } = enterLeave(wish, known, terms, work.now)

      const roster = new RosterRepository(work, this.ids)
      const months = await lockMonths(roster, leave)
      const clock = await roster.lockClock(subDistrictId)
      const ahead = await roster.slotsAhead(personId, fromOn, toOn, work.now)
      const slots = ahead.filter((slot) => slot.subDistrictId === subDistrictId)
      const leaves = [...(await leavesDuring(work, subDistrictId, fromOn, toOn)), leave]
      const changes = await fillInSlots(work, this.ids, { slots, months, leaves })

      work.insert(leaveTable, leave)
      work.record(enteredBy, facts)
      roster.storeAcross(months, clock, { changes, source: 'leave', by: enteredBy })
      // A draft is not for everybody's eyes.
      const published = changes.filter(({ before }) => before.publishedAt !== null)
      const passed = published.map(({ replacement: { next } }): PassedSlot =>
        ({ villageId: next.villageId, on: next.on, seat: next.seat, toPersonId: next.personId }))
      return { leaveId: leave.id, passed }
    })
  }
}

/** In the order of time, the same for everybody, so that two never wait for each other. */
async function lockMonths(
  roster: RosterRepository,
  { subDistrictId, fromOn, toOn }: Leave,
): Promise<readonly RosterMonth[]> {
  const months: RosterMonth[] = []
  for (const month of monthsOfDays(fromOn, toOn)) {
    const locked = await roster.lockMonth(subDistrictId, month)
    if (locked !== null) months.push(locked)
  }
  return months
}
