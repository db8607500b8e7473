import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError } from '@huiying/shared/kernel'
import { writeBook, type BookLine } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { villageOf } from '../villages/public'
import { bookTable } from './book.table'
import { slotsOfDay } from './slots-of-day.board'

/** Somebody came in while a cadre sat: what with, and what became of it. */
export class WriteBookEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** @throws what `writeBook` does */
  execute(viewer: Viewer, villageId: string, line: BookLine): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const village = await villageOf(work, villageId)
      if (village === null) throw new DomainError('identity.village-not-found')
      const slots = await slotsOfDay(work, villageId, viewer.personId ?? '', chinaDateOf(work.now))
      const { next, facts } = writeBook(viewerLater(viewer, work.now), village, slots, line, this.ids.next(), work.now)
      work.insert(bookTable, next)
      work.record(viewer.personId, facts)
    })
  }
}
