import { MINUTE_MS } from '@huiying/shared/kernel'
import { withOneMore } from '@huiying/shared/notifications'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { noticeTable, type StoredNotice } from './notice.table'
import { onePerPerson, writeNotices, type FactDrafts } from './notify'
import { OpenChannels } from './open-channels'

/** So long the count may grow before it leaves the house. */
const COLLECTING_MS = 2 * MINUTE_MS
/** More than this waiting is no hiccup. */
const FLOOD = 100

/**
 * So much is waiting that people would drown in notices: the product was down for long.
 * @param inHand what is being told just now and waits in no table any more
 */
export async function isFlooded(work: Work, inHand: number): Promise<boolean> {
  const [row] = await work.query<{ readonly n: number }>(
    `SELECT (SELECT COUNT(*) FROM (SELECT 1 AS one FROM outbox LIMIT ${FLOOD + 1}) o)
       + (SELECT COUNT(*) FROM (SELECT 1 AS one FROM timers WHERE due_at <= ? LIMIT ${FLOOD + 1}) t) AS n`,
    [work.now - MINUTE_MS],
  )
  return Number(row?.n ?? 0) + inHand > FLOOD
}

/** Those of them who have an unread digest: they get the last few of the flood in it too. */
export async function holdersOfDigests(work: Work, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await work.find(noticeTable, { unreadKey: [...new Set(personIds)].map(digestKey) })
  return new Set(found.map(({ personId }) => personId))
}

/**
 * Counts each draft in its person's one unread digest instead of writing a notice. Exactly once, since in the same
 * transaction the fact is recorded or leaves the outbox. Reads first, writes after.
 */
export async function addToDigests(work: Work, ids: Ids, told: readonly FactDrafts[]): Promise<void> {
  const drafts = told.flatMap(({ factId, drafts: all }) => onePerPerson(all).map((draft) => ({ ...draft, factId })))
  if (drafts.length === 0) return
  const keys = [...new Set(drafts.map(({ personId }) => digestKey(personId)))].sort()
  const known = await work.find(noticeTable, { unreadKey: keys }, { lock: true, orderBy: { unreadKey: 'asc' } })
  const digests = new Map<string, StoredNotice>(known.map((notice) => [notice.personId, notice]))
  const isNew = (personId: string): boolean => !known.some((notice) => notice.personId === personId)
  for (const { personId, kind, factId } of drafts) {
    const digest = digests.get(personId) ?? {
      id: ids.next(), personId, factId, kind: 'caught-up', ticketId: null, data: {}, unreadKey: digestKey(personId),
      createdAt: work.now, readAt: null,
    }
    digests.set(personId, { ...digest, data: withOneMore(digest.data, kind) })
  }
  const fresh = [...digests.values()].filter(({ personId }) => isNew(personId))
  const channels = await OpenChannels.of(work, fresh)
  for (const { id, personId, data } of digests.values()) {
    if (!isNew(personId)) work.write('UPDATE notices SET data = ? WHERE id = ?', [noticeTable.toScalar('data', data), id])
  }
  writeNotices(work, ids, fresh.map((notice) => ({ notice, channel: channels.take(notice) })), work.now + COLLECTING_MS)
  channels.store(work)
}

function digestKey(personId: string): string {
  return `${personId}::caught-up`
}
