import type { Viewer } from '@huiying/shared/identity'
import { placeholders } from '../../platform/database/own-sql'
import type { UnitOfWork } from '../../platform/database/unit-of-work'

/** Marks a person's own notices as read; `null`: all of them. Others' ids are passed over. */
export class ReadNotices {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, ids: readonly string[] | null): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      if (ids !== null && ids.length === 0) return null
      const which = ids === null ? '' : ` AND id IN (${placeholders(ids.length)})`
      work.write(
        `UPDATE notices SET read_at = ?, unread_key = NULL WHERE person_id = ? AND read_at IS NULL${which}`,
        [work.now, viewer.personId, ...(ids ?? [])],
      )
      return null
    })
  }
}
