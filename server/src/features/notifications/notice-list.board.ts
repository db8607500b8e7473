import type { Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { isOwnAbsence, noticeWords, type NoticeListAnswer, type NoticeRow } from '@huiying/shared/notifications'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { noticeTable } from './notice.table'

/** A notice weighs a kilobyte on its way to the screen, and WeChat's bridge is to carry 16 at once at most. */
const PAGE_SIZE = 12

/** What a person was told, the newest first. */
export async function noticesOf(
  reads: Reads,
  viewer: Viewer,
  now: EpochMs,
  cursor: string | null,
): Promise<NoticeListAnswer> {
  const found = await reads.query<RawRow>(
    `SELECT ${noticeTable.columnList} FROM notices WHERE person_id = ?${cursor === null ? '' : ' AND id < ?'} ORDER BY id DESC LIMIT ?`,
    [viewer.personId, ...(cursor === null ? [] : [cursor]), PAGE_SIZE + 1],
  )
  const rows = found.slice(0, PAGE_SIZE).map((raw): NoticeRow => {
    const { id, kind, data, ticketId, createdAt, readAt } = noticeTable.fromRaw(raw)
    const words = noticeWords(kind, data, now)
    return {
      id, kind, ...words, ticketId, opens: data.opens ?? null, isOwnAbsence: isOwnAbsence(kind, data),
      createdAt, read: readAt !== null,
    }
  })
  const nextCursor = found.length > PAGE_SIZE ? (rows[rows.length - 1]?.id ?? null) : null
  return { now, unread: await unreadOf(reads, viewer.personId), rows, nextCursor }
}

export async function unreadOf(reads: Reads, personId: string | null): Promise<number> {
  if (personId === null) return 0
  const [row] = await reads.query<{ readonly n: number }>(
    'SELECT COUNT(*) AS n FROM notices WHERE person_id = ? AND read_at IS NULL',
    [personId],
  )
  return Number(row?.n ?? 0)
}
