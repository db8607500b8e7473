import type { Viewer } from '@huiying/shared/identity'
import type { ReadNoticesBody } from '@huiying/shared/notifications'
import { placeholders } from '../../platform/database/own-sql'
import type { UnitOfWork } from '../../platform/database/unit-of-work'

/** Marks a person's own notices as read: these, all about a ticket, or all. Others' ids are passed over. */
export class ReadNotices {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, { ids, ticketId }: ReadNoticesBody): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      if (ids !== undefined && ids.length === 0) return null
      const these = ids === undefined ? '' : ` AND id IN (${placeholders(ids.length)})`
      const about = ticketId === undefined ? '' : ' AND ticket_id = ?'
      work.write(
        `UPDATE notices SET read_at = ?, unread_key = NULL WHERE person_id = ? AND read_at IS NULL${these}${about}`,
        [work.now, viewer.personId, ...(ids ?? []), ...(ticketId === undefined ? [] : [ticketId])],
      )
      return null
    })
  }
}
