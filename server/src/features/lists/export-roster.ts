import { daysOfMonth } from '@huiying/shared/calendar'
import type { Viewer } from '@huiying/shared/identity'
import { rosterSheetRows } from '@huiying/shared/lists'
import { shownDay, type Month } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { calendarOf } from '../calendar/public'
import { loadRoster } from './roster-register'
import { writeRoster } from './write-roster'

/** A month as an .xlsx file that can be edited and brought in again. */
export class ExportRoster {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws what `loadRoster` does */
  async execute(viewer: Viewer, month: Month): Promise<Buffer> {
    const texts = await this.unitOfWork.run(async (work) => {
      const { subDistrictId, register } = await loadRoster(work, viewer, month)
      const calendar = await calendarOf(work, subDistrictId)
      return rosterSheetRows(register, daysOfMonth(month).map((on) => shownDay(calendar, on)))
    })
    return writeRoster(texts)
  }
}
