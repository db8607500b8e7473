import { checkCalendarYear, type CalendarYear } from '@huiying/shared/calendar'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { lockUnit } from '../villages/public'
import { administeredSubDistrictOf } from './administered'
import { calendarYearTable } from './calendar-year.table'

/**
 * A year's days off as they were announced, or with days of the sub-district's own; entered again it stands anew.
 * Months that are made already stay as they are.
 * @throws request.not-found for whoever is no admin of a sub-district, calendar.year-faulty
 */
export class EnterCalendarYear {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, entered: CalendarYear): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = administeredSubDistrictOf(viewerLater(viewer, work.now))
      if (subDistrictId === null) throw new DomainError('request.not-found')
      checkCalendarYear(entered)
      await lockUnit(work, subDistrictId)
      const { year, ...arrangement } = entered
      const known = await work.findOne(calendarYearTable, { subDistrictId, year })
      const next = {
        subDistrictId, year, arrangement: { ...arrangement, source: arrangement.source.trim() },
        enteredBy: viewer.personId ?? '', enteredAt: work.now,
      }
      if (known === null) work.insert(calendarYearTable, next)
      else work.update(calendarYearTable, next)
      work.record(viewer.personId, [{ type: 'calendar.year-entered', subjectId: subDistrictId, year }])
    })
  }
}
