import type { Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import {
  HELD_ROWS, NOBODY_ID, PAGE_SIZE, type HeldAnswer, type HeldRow, type WithheldAnswer, type WithheldRow,
} from '@huiying/shared/tickets'
import { placeholders, type Condition } from '../../../platform/database/own-sql'
import type { Reads } from '../../../platform/database/reads'
import { fileUrls, type FileUrlSigner } from '../../files/public'
import { personTags } from '../../identity/public'
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
  readonly decided_at: number | null
  readonly decided_by: string | null
  readonly reason: string | null
}

const HELD = "c.state = 'held'"
/** Of whom nothing is known any more the pictures are gone: there is nothing to put right. */
const WITHHELD = `c.state = 'withheld' AND t.reporter_id <> '${NOBODY_ID}'`

/** 待看的内容: what a person must look at before all may see it, oldest first. */
export async function heldContents(
  reads: Reads, signer: FileUrlSigner, viewer: Viewer, now: EpochMs,
): Promise<HeldAnswer> {
  const theirs = contentsOf(viewer, HELD)
  if (theirs === null) return { now, rows: [], count: 0 }
  const [counted, found] = await Promise.all([
    reads.query<{ readonly n: number }>(`SELECT COUNT(*) AS n ${theirs.sql}`, theirs.params),
    rawRows(reads, theirs, 'c.held_at, c.id', HELD_ROWS),
  ])
  return { now, rows: await heldRows(reads, signer, found, now), count: Number(counted[0]?.n ?? 0) }
}

/** Where the answer was no, what was decided last first, where whoever erred looks for it, page by page. */
export async function withheldContents(
  reads: Reads, signer: FileUrlSigner, viewer: Viewer, now: EpochMs, cursor: string | null,
): Promise<WithheldAnswer> {
  const theirs = contentsOf(viewer, WITHHELD)
  if (theirs === null) return { now, rows: [], nextCursor: null }
  const beyond = after(cursor)
  const from = { sql: `${theirs.sql} AND (${beyond.sql})`, params: [...theirs.params, ...beyond.params] }
  const found = await rawRows(reads, from, 'c.decided_at DESC, c.id DESC', PAGE_SIZE + 1)
  const page = found.slice(0, PAGE_SIZE)
  const last = page[page.length - 1]
  const [held, tags] = await Promise.all([
    heldRows(reads, signer, page, now),
    personTags(reads, page.flatMap((row) => row.decided_by ?? []), now),
  ])
  return {
    now,
    rows: page.flatMap((raw, at): readonly WithheldRow[] => {
      const row = held[at]
      return row === undefined ? [] : [{
        ...row,
        decidedAt: Number(raw.decided_at),
        by: tags.get(raw.decided_by ?? '') ?? null,
        reason: raw.reason ?? '',
      }]
    }),
    nextCursor: found.length > PAGE_SIZE && last !== undefined ? `${last.decided_at}.${last.id}` : null,
  }
}

/** What the viewer watches over; `null`: nothing. */
function contentsOf(viewer: Viewer, state: string): Condition | null {
  const over = viewer.posts.flatMap(({ kind, subDistrictId, villageId }) =>
    (kind === 'staff' || kind === 'leader') && subDistrictId !== null && villageId === null ? [subDistrictId] : [])
  if (over.length === 0) return null
  const known = knowable(viewer)
  return {
    sql: `FROM content_checks c JOIN tickets t ON t.id = c.ticket_id
      WHERE c.sub_district_id IN (${placeholders(over.length)}) AND t.status <> 'withdrawn' AND ${known.sql} AND ${state}`,
    params: [...over, ...known.params],
  }
}

/** A cursor is where the page before ended; anything else begins at the top. */
function after(cursor: string | null): Condition {
  const [, decidedAt, id] = /^(\d{1,15})\.([0-9A-Za-z-]{1,36})$/.exec(cursor ?? '') ?? []
  if (decidedAt === undefined || id === undefined) return { sql: '1 = 1', params: [] }
  const at = Number(decidedAt)
  return { sql: 'c.decided_at < ? OR (c.decided_at = ? AND c.id < ?)', params: [at, at, id] }
}

async function heldRows(
  reads: Reads, signer: FileUrlSigner, found: readonly RawHeld[], now: EpochMs,
): Promise<readonly HeldRow[]> {
  const files = await fileUrls(reads, signer, found.filter(({ kind }) => kind !== 'words').map(({ id }) => id), now)
  return found.map((row) => ({
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
}

/** The reason is a message of the same act: same hand, same instant. */
function rawRows(reads: Reads, from: Condition, order: string, limit: number): Promise<readonly RawHeld[]> {
  return reads.query<RawHeld>(
    `SELECT c.id, c.kind, c.ticket_id, c.why, c.held_at, c.decided_at, c.decided_by, t.text,
       (SELECT m.text FROM ticket_messages m WHERE m.id = c.message_id) AS said,
       (SELECT m.side FROM ticket_messages m WHERE m.id = c.message_id) AS side,
       (SELECT MAX(m.text) FROM ticket_messages m WHERE m.ticket_id = c.ticket_id AND m.kind = 'withheld'
          AND m.author_id = c.decided_by AND m.at = c.decided_at) AS reason,
       (SELECT v.name FROM units v WHERE v.id = t.village_id) AS village_name
     ${from.sql} ORDER BY ${order} LIMIT ?`,
    [...from.params, limit],
  )
}
