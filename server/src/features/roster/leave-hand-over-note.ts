import type { Viewer } from '@huiying/shared/identity'
import { leaveNote } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { noteTable } from './book.table'
import { slotTable } from './slot.table'

/** What whoever sits next should know, kept for him. @throws what `leaveNote` does */
export class LeaveHandOverNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, slotId: string, words: string): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const personId = viewer.personId ?? ''
      const slot = await work.findOne(slotTable, { id: slotId })
      const { next, facts } = leaveNote(slot, personId, words, this.ids.next(), work.now)
      work.insert(noteTable, next)
      work.record(personId, facts)
    })
  }
}
