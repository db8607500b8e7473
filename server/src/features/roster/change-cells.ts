import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import {
  checkCells, checkMayChange, checkMonth, decideChanges, refusedChanges, SEAT_POST_KINDS, spanOfDays,
  type CellChange, type ChangeCellsAnswer, type Month, type RefusedChange,
} from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { calendarOf } from '../calendar/public'
import { postsInSubDistrictDuring } from '../identity/public'
import { subDistrictOfAll } from '../villages/public'
import { leavesDuring } from './leaves-during'
import { RosterRepository } from './roster.repository'

/** Cells of a month by hand. @throws what `changeCells` does */
export class ChangeCells {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, month: Month, changes: readonly CellChange[]): Promise<ChangeCellsAnswer> {
    return this.unitOfWork.run((work) => changeCells(work, this.ids, viewer, month, changes, 'edited'))
  }
}

/**
 * All of the changes or none; whatever stands there already is no change. Ends the reading half of the work.
 * @throws identity.village-not-found, roster.not-your-cell, roster.month-invalid, roster.month-not-found, and what
 * `decideChanges` does
 */
export async function changeCells(
  work: Work,
  ids: Ids,
  viewer: Viewer,
  month: Month,
  changes: readonly CellChange[],
  source: 'edited' | 'imported',
): Promise<ChangeCellsAnswer> {
  const { roster, clock, state } = await loadCells(work, ids, viewer, month, changes)
  const decided = decideChanges(state, changes, { source, newId: () => ids.next(), now: work.now })
  const { revision } = roster.store(state.month, clock, {
    changes: decided.replaced, added: decided.added, removed: decided.removed, source, by: viewer.personId,
  })
  return { revision }
}

/**
 * Each of the changes that could not be made now, for a table whose faults are told all at once.
 * @throws what `changeCells` does, but for what each change is refused for
 */
export async function refusedCells(
  work: Work,
  ids: Ids,
  viewer: Viewer,
  month: Month,
  changes: readonly CellChange[],
): Promise<readonly RefusedChange[]> {
  const { state } = await loadCells(work, ids, viewer, month, changes)
  return refusedChanges(state, changes, work.now)
}

/** What `decideChanges` asks for, locked, and who changes it looked at. */
async function loadCells(work: Work, ids: Ids, viewer: Viewer, month: Month, changes: readonly CellChange[]) {
  checkMonth(month)
  const subDistrictId = await subDistrictOfAll(work, changes.map(({ villageId }) => villageId))
  if (subDistrictId === null) throw new DomainError('identity.village-not-found')
  checkMayChange(viewerLater(viewer, work.now), subDistrictId, changes)
  checkCells(month, changes)
  const roster = new RosterRepository(work, ids)
  const found = await roster.lockMonthThere(subDistrictId, month)
  const clock = await roster.lockClock(subDistrictId)
  const days = [...new Set(changes.map(({ on }) => on))].sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const people = [...new Set(changes.flatMap(({ personId }) => personId ?? []))]
  const state = {
    month: found,
    slots: await roster.slotsOfDays(subDistrictId, month, days),
    posts: people.length === 0
      ? []
      : await postsInSubDistrictDuring(work, subDistrictId, SEAT_POST_KINDS, spanOfDays(first, last)),
    leaves: people.length === 0 ? [] : await leavesDuring(work, subDistrictId, first, last),
    calendar: await calendarOf(work, subDistrictId),
    publishedWith: await roster.publishedWith(subDistrictId, month, days),
  }
  return { roster, clock, state }
}
