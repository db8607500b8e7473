import type { Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { HELD_ROWS, type HeldAnswer, type HeldRow } from '@huiying/shared/tickets'
import { placeholders } from '../../../platform/database/own-sql'
import type { Reads } from '../../../platform/database/reads'
import { fileUrls, type FileUrlSigner } from '../../files/public'
import { knowable } from '../knowable'

interface RawHeld {
  readonly id: string
  readonly kind: HeldRow['kind']
  readonly ticket_id: string
  readonly side: HeldRow['side'] | null
  readonly why: HeldRow['why']
  readonly held_at: number
  readonly text: string
  readonly said: string | null
  readonly village_name: string
}

/** 待看的内容: what a person must look at before all may see it, oldest first. */
export async function heldContents(
  reads: Reads, signer: FileUrlSigner, viewer: Viewer, now: EpochMs,
): Promise<HeldAnswer> {
  const over = viewer.posts.flatMap(({ kind, subDistrictId, villageId }) =>
    (kind === 'staff' || kind === 'leader') && subDistrictId !== null && villageId === null ? [subDistrictId] : [])
  if (over.length === 0) return { now, rows: [], count: 0 }
  const known = knowable(viewer)
  const from = `FROM content_checks c JOIN tickets t ON t.id = c.ticket_id
    WHERE c.sub_district_id IN (${placeholders(over.length)}) AND c.state = 'held' AND t.status <> 'withdrawn'
      AND ${known.sql}`
  const params = [...over, ...known.params]
  const [[counted], held] = await Promise.all([
    reads.query<{ readonly n: number }>(`SELECT COUNT(*) AS n ${from}`, params),
    reads.query<RawHeld>(
      `SELECT c.id, c.kind, c.ticket_id, c.why, c.held_at, t.text,
         (SELECT m.text FROM ticket_messages m WHERE m.id = c.message_id) AS said,
         (SELECT m.side FROM ticket_messages m WHERE m.id = c.message_id) AS side,
         (SELECT v.name FROM units v WHERE v.id = t.village_id) AS village_name
       ${from} ORDER BY c.held_at, c.id LIMIT ?`,
      [...params, HELD_ROWS],
    ),
  ])
  const files = await fileUrls(reads, signer, held.filter(({ kind }) => kind !== 'words').map(({ id }) => id), now)
  const rows = held.map((row): HeldRow => ({
    id: row.id,
    ticketId: row.ticket_id,
    villageName: row.village_name,
    kind: row.kind,
    side: row.side ?? 'reporter',
    why: row.why,
    heldAt: Number(row.held_at),
    words: row.said ?? row.text,
    photo: row.kind === 'photo' ? files.photos([row.id])[0] ?? null : null,
    voice: row.kind === 'voice' ? files.voice(row.id) : null,
  }))
  return { now, rows, count: Number(counted?.n ?? 0) }
}
