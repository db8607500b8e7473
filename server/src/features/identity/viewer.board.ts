import { viewerAt, type Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { withPlacesSat } from './places-sat.board'
import { postTable } from './post.table'
import { hashOfToken } from './session-token'

export interface SessionRow extends RawRow {
  readonly account_id: string
  readonly bound_person_id: string | null
  readonly expires_at: number
  readonly revoked_at: number | null
  /** of the post; `null` where the person holds none */
  readonly id: string | null
}

export const SESSION_COLUMNS = `s.account_id, s.expires_at, s.revoked_at, a.person_id AS bound_person_id, ${postTable.columnListOf('p')}`

/**
 * Who a token belongs to, with the posts in force: one query on every request, for stationed cadres two. Accounts of
 * another app id do not count, so that nobody who signed in to the demo stays signed in when the same database serves
 * a real village.
 * @throws session.expired for a token that is unknown, revoked or past its end
 */
export async function viewerOf(reads: Reads, appId: string, token: string, at: EpochMs): Promise<Viewer> {
  const rows = await reads.query<SessionRow>(
    `SELECT ${SESSION_COLUMNS}
     FROM sessions s JOIN accounts a ON a.id = s.account_id AND a.app_id = ?
     LEFT JOIN posts p ON p.person_id = a.person_id AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?)
     WHERE s.token_hash = ?`,
    [appId, at, at, hashOfToken(token)],
  )
  const viewer = await viewerIn(reads, rows, at)
  if (viewer === null) throw new DomainError('session.expired')
  return viewer
}

/** Only those of the posts that hold at the instant; `null`: no session that is good then. */
export async function viewerIn(reads: Reads, rows: readonly SessionRow[], at: EpochMs): Promise<Viewer | null> {
  const [session] = rows
  if (session === undefined || session.revoked_at !== null || at >= session.expires_at) return null
  const posts = rows.filter(({ id }) => id !== null).map((row) => postTable.fromRaw(row))
  const { posts: held } = viewerAt(session.account_id, session.bound_person_id, posts, at)
  return viewerAt(session.account_id, session.bound_person_id, await withPlacesSat(reads, held, at), at)
}
