import { MINUTE_MS } from '@huiying/shared/kernel'
import { withOneMore } from '@huiying/shared/notifications'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { noticeTable } from './notice.table'
import { onePerPerson, openChannel, writeNotice, type NoticeDraft, type PlannedNotice } from './notify'

/** So long the count may grow before it leaves the house. */
const COLLECTING_MS = 2 * MINUTE_MS
/** More than this waiting is no hiccup. The claimed batch of the outbox itself counts with it. */
const FLOOD = 100

/** So much is waiting that people would drown in notices: the product was down for long. */
export async function isFlooded(work: Work): Promise<boolean> {
  const [row] = await work.query<{ readonly n: number }>(
    `SELECT (SELECT COUNT(*) FROM (SELECT 1 AS one FROM outbox LIMIT ${FLOOD + 1}) o)
       + (SELECT COUNT(*) FROM (SELECT 1 AS one FROM timers WHERE due_at <= ? LIMIT ${FLOOD + 1}) t) AS n`,
    [work.now - MINUTE_MS],
  )
  return Number(row?.n ?? 0) > FLOOD
}

/** Whoever has an unread digest gets the last few of the flood in it too. */
export async function hasDigest(work: Work, personId: string): Promise<boolean> {
  return (await work.findOne(noticeTable, { unreadKey: digestKey(personId) })) !== null
}

/**
 * Counts each draft in its person's one unread digest instead of writing a notice. Exactly once, since the fact leaves
 * the outbox in the same transaction. Reads first, writes after.
 */
export async function addToDigests(
  work: Work,
  ids: Ids,
  factId: string,
  drafts: readonly NoticeDraft[],
): Promise<void> {
  const fresh: PlannedNotice[] = []
  const grown: Parameters<typeof noticeTable.toScalars>[0][] = []
  for (const { personId, kind } of onePerPerson(drafts)) {
    const unreadKey = digestKey(personId)
    const known = await work.findOne(noticeTable, { unreadKey }, { lock: true })
    if (known !== null) {
      grown.push({ ...known, data: withOneMore(known.data, kind) })
      continue
    }
    const notice = {
      id: ids.next(), personId, factId, kind: 'caught-up' as const, ticketId: null, data: withOneMore({}, kind), unreadKey,
      createdAt: work.now, readAt: null,
    }
    fresh.push({ notice, channel: await openChannel(work, notice) })
  }
  for (const notice of grown) work.update(noticeTable, notice)
  for (const one of fresh) writeNotice(work, ids, one, work.now + COLLECTING_MS)
}

function digestKey(personId: string): string {
  return `${personId}::caught-up`
}
