import type { Viewer } from '@huiying/shared/identity'
import { DomainError, textLength } from '@huiying/shared/kernel'
import { HAND_OVER_NOTE_LIMIT, mayLeaveNote } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { noteTable } from './book.table'
import { slotTable } from './slot.table'

/**
 * What whoever sits next should know, left by whoever sits there now or sat there until a short while ago.
 * @throws roster.slot-not-found, roster.note-missing, roster.text-too-long
 */
export class LeaveHandOverNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, slotId: string, words: string): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const personId = viewer.personId ?? ''
      const text = words.trim()
      const slot = await work.findOne(slotTable, { id: slotId })
      if (slot === null || !mayLeaveNote(slot, personId, work.now)) throw new DomainError('roster.slot-not-found')
      if (text === '') throw new DomainError('roster.note-missing')
      if (textLength(text) > HAND_OVER_NOTE_LIMIT) throw new DomainError('roster.text-too-long', { limit: HAND_OVER_NOTE_LIMIT })
      const { villageId } = slot
      work.insert(noteTable, { id: this.ids.next(), villageId, slotId, personId, text, at: work.now })
      work.record(personId, [{ type: 'roster.note-left', subjectId: villageId }])
    })
  }
}
