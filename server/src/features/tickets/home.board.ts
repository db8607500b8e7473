import type { Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { HomeAnswer } from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { booksInHome } from '../ledger/public'
import { dutyInBrief } from '../roster/public'
import { promiseOf } from '../sla/public'
import { villageOf } from '../villages/public'
import { TICKET_ROW_SELECT, ticketRowOf } from './ticket-row'

/**
 * The villager's first screen: who sits today in his village, how his latest matter stands, and how much money the
 * village has. @throws
 * identity.village-not-found for whoever lives in none
 */
export async function homeOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<HomeAnswer> {
  const home =
    viewer.posts.find((post) => post.kind === 'resident') ?? viewer.posts.find((post) => post.villageId !== null)
  const village = home?.villageId == null ? null : await villageOf(reads, home.villageId)
  if (village === null) throw new DomainError('identity.village-not-found')
  const [duty, promise, latest, open, books] = await Promise.all([
    dutyInBrief(reads, village.id, now),
    promiseOf(reads, village.subDistrictId, now),
    reads.query<RawRow>(`${TICKET_ROW_SELECT} WHERE t.reporter_id = ? ORDER BY t.id DESC LIMIT 1`, [viewer.personId]),
    reads.query<{ readonly n: number }>(
      "SELECT COUNT(*) AS n FROM tickets WHERE reporter_id = ? AND status IN ('submitted', 'in-progress') AND merged_into_id IS NULL",
      [viewer.personId],
    ),
    booksInHome(reads, viewer, village),
  ])
  return {
    now,
    village: { id: village.id, kind: village.kind, name: village.name },
    ...duty,
    promise,
    latest: latest[0] === undefined ? null : ticketRowOf(latest[0], viewer.personId, false),
    openOfMine: Number(open[0]?.n ?? 0),
    books,
  }
}
