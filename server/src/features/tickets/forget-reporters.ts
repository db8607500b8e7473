import { maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import type { KeptTerms } from '@huiying/shared/sla'
import { forgottenBefore, isToForget, NOBODY_ID } from '@huiying/shared/tickets'
import { jsonOf } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import { giveUpFiles } from '../files/public'
import { keepNobody } from '../identity/public'
import { messageTable } from './message.table'
import { REPORTER_PAGES, ticketTable, type StoredTicket } from './ticket.table'

const BATCH = 100

/** What rooms above know of the reporter of this ticket is to go with him. Nothing has been written yet. */
export type AlsoForget = (work: Work, ticketId: string, reporterId: string) => Promise<void>

/**
 * So long after a ticket's end as its terms say, nothing in it leads to who raised it: reporter, the one he spoke for,
 * place, voices, photos of his and numbers in his words are gone; the matter, the answers and the figures stay.
 * @returns how many
 */
export async function forgetReporters(
  unitOfWork: UnitOfWork,
  reads: Reads,
  now: EpochMs,
  alsoForget: AlsoForget,
): Promise<number> {
  let count = 0
  for (let after: Pick<EndedRow, 'reporterId' | 'id'> = { reporterId: NOBODY_ID, id: '~' }; ;) {
    const { reporterId } = after
    const found = await reads.query<EndedRow>(ENDED_LONG_AGO, [
      reporterId, reporterId, after.id, forgottenBefore(now), forgottenBefore(now), BATCH,
    ])
    for (const { id, terms, endedAt } of found) {
      if (!isToForget(jsonOf<KeptTerms>(terms), Number(endedAt), now)) continue
      await unitOfWork.run((work) => forgetReporter(work, id, alsoForget))
      count += 1
    }
    const last = found[found.length - 1]
    if (last === undefined || found.length < BATCH) return count
    after = last
  }
}

/**
 * After one reporter's ticket, those of him and of all after him. Nobody comes before them all, so who has been
 * forgotten is not gone through again, however many years there are. The index tells when a ticket ended; what was
 * merged into another ends with it.
 */
const ENDED_LONG_AGO = `SELECT t.id, t.reporter_id AS reporterId, t.terms, COALESCE(t.ended_at, main.ended_at) AS endedAt
  FROM tickets t /*! FORCE INDEX (${REPORTER_PAGES}) */ LEFT JOIN tickets main ON main.id = t.merged_into_id
  WHERE (t.reporter_id > ? OR (t.reporter_id = ? AND t.id > ?)) AND (t.ended_at IS NULL OR t.ended_at <= ?)
    AND COALESCE(t.ended_at, main.ended_at) <= ? ORDER BY t.reporter_id, t.id LIMIT ?`

interface EndedRow {
  readonly id: string
  readonly reporterId: string
  readonly terms: string
  readonly endedAt: number
}

async function forgetReporter(work: Work, ticketId: string, alsoForget: AlsoForget): Promise<void> {
  const ticket = await work.findOne(ticketTable, { id: ticketId }, { lock: true })
  if (ticket === null || ticket.reporterId === NOBODY_ID) return
  const own = await work.find(messageTable, { ticketId, authorId: ticket.reporterId })
  await alsoForget(work, ticketId, ticket.reporterId)
  keepNobody(work, NOBODY_ID)
  work.update(ticketTable, forgotten(ticket), { expectedVersion: ticket.version })
  for (const message of own) {
    work.update(messageTable, {
      ...message, authorId: NOBODY_ID, text: maskNumbersIn(message.text), photoIds: [], voiceId: null,
      openFileIds: null,
    })
  }
  work.write('DELETE FROM ticket_followers WHERE ticket_id = ?', [ticketId])
  work.write(
    'UPDATE journal SET by_person = ? WHERE subject_id = ? AND by_person = ?', [NOBODY_ID, ticketId, ticket.reporterId],
  )
  const files = [ticket, ...own].flatMap(({ photoIds, voiceId }) => [...photoIds, voiceId])
  giveUpFiles(work, files.filter((id): id is string => id !== null))
}

function forgotten(ticket: StoredTicket): StoredTicket {
  return {
    ...ticket, reporterId: NOBODY_ID, onBehalfOf: null, place: null, text: maskNumbersIn(ticket.text),
    photoIds: [], voiceId: null, openFileIds: null,
  }
}
