import type { Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import {
  HELD_ROWS, NOBODY_ID, WITHHELD_ROWS, type HeldAnswer, type HeldRow, type WithheldRow,
} from '@huiying/shared/tickets'
import { placeholders } from '../../../platform/database/own-sql'
import type { Reads } from '../../../platform/database/reads'
import { fileUrls, type FileUrlSigner } from '../../files/public'
import { personTags } from '../../identity/public'
import { knowable, type Condition } from '../knowable'

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
  readonly decided_at: number | null
  readonly decided_by: string | null
  readonly reason: string | null
}

const LISTS = {
  held: { where: "c.state = 'held'", order: 'c.held_at, c.id', limit: HELD_ROWS },
  // Of whom nothing is known any more the pictures are gone: there is nothing to put right.
  withheld: {
    where: `c.state = 'withheld' AND t.reporter_id <> '${NOBODY_ID}'`,
    order: 'c.held_at DESC, c.id DESC',
    limit: WITHHELD_ROWS,
  },
} as const

/** 待看的内容: what a person must look at before all may see it, oldest first; and where the answer was no. */
export async function heldContents(
  reads: Reads, signer: FileUrlSigner, viewer: Viewer, now: EpochMs,
): Promise<HeldAnswer> {
  const over = viewer.posts.flatMap(({ kind, subDistrictId, villageId }) =>
    (kind === 'staff' || kind === 'leader') && subDistrictId !== null && villageId === null ? [subDistrictId] : [])
  if (over.length === 0) return { now, rows: [], count: 0, withheld: [], withheldCount: 0 }
  const known = knowable(viewer)
  const theirs: Condition = {
    sql: `FROM content_checks c JOIN tickets t ON t.id = c.ticket_id
      WHERE c.sub_district_id IN (${placeholders(over.length)}) AND t.status <> 'withdrawn' AND ${known.sql}`,
    params: [...over, ...known.params],
  }
  const [count, held, withheld] = await Promise.all([
    countOf(reads, theirs, 'held'),
    rawRows(reads, theirs, 'held'),
    rawRows(reads, theirs, 'withheld'),
  ])
  const all = [...held, ...withheld]
  const [withheldCount, files, tags] = await Promise.all([
    withheld.length < WITHHELD_ROWS ? withheld.length : countOf(reads, theirs, 'withheld'),
    fileUrls(reads, signer, all.filter(({ kind }) => kind !== 'words').map(({ id }) => id), now),
    personTags(reads, withheld.flatMap((row) => row.decided_by ?? []), now),
  ])
  const rowOf = (row: RawHeld): HeldRow => ({
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
  })
  return {
    now,
    rows: held.map(rowOf),
    count,
    withheldCount,
    withheld: withheld.map((row): WithheldRow => ({
      ...rowOf(row),
      decidedAt: Number(row.decided_at),
      by: tags.get(row.decided_by ?? '') ?? null,
      reason: row.reason ?? '',
    })),
  }
}

async function countOf(reads: Reads, theirs: Condition, state: keyof typeof LISTS): Promise<number> {
  const [counted] = await reads.query<{ readonly n: number }>(
    `SELECT COUNT(*) AS n ${theirs.sql} AND ${LISTS[state].where}`, theirs.params,
  )
  return Number(counted?.n ?? 0)
}

/** The reason is a message of the same act: same hand, same instant. */
function rawRows(reads: Reads, theirs: Condition, state: keyof typeof LISTS): Promise<readonly RawHeld[]> {
  const { where, order, limit } = LISTS[state]
  return reads.query<RawHeld>(
    `SELECT c.id, c.kind, c.ticket_id, c.why, c.held_at, c.decided_at, c.decided_by, t.text,
       (SELECT m.text FROM ticket_messages m WHERE m.id = c.message_id) AS said,
       (SELECT m.side FROM ticket_messages m WHERE m.id = c.message_id) AS side,
       (SELECT MAX(m.text) FROM ticket_messages m WHERE m.ticket_id = c.ticket_id AND m.kind = 'withheld'
          AND m.author_id = c.decided_by AND m.at = c.decided_at) AS reason,
       (SELECT v.name FROM units v WHERE v.id = t.village_id) AS village_name
     ${theirs.sql} AND ${where} ORDER BY ${order} LIMIT ?`,
    [...theirs.params, limit],
  )
}
