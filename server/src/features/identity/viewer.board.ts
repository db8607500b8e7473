import { viewerAt, type Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import { isPassing } from '../../platform/database/database-error'
import type { Reads } from '../../platform/database/reads'
import { SELDOM_VERSION } from '../../platform/database/seldom-written.table'
import type { RawRow } from '../../platform/database/table'
import type { Act, Caller } from '../../platform/http'
import { joinedAnswerIn, KEPT_ANSWER } from '../../platform/idempotency/stored-answer'
import { withPlacesSat } from './places-sat.board'
import { postTable } from './post.table'
import { hashOfToken } from './session-token'

interface SessionRow extends RawRow {
  readonly account_id: string
  readonly bound_person_id: string | null
  readonly expires_at: number
  readonly revoked_at: number | null
  /** of the post; `null` where the person holds none */
  readonly id: string | null
}

const SESSION_COLUMNS = `s.account_id, s.expires_at, s.revoked_at, a.person_id AS bound_person_id, ${postTable.columnListOf('p')}`

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

interface CallerRow extends SessionRow {
  readonly now: number
  readonly seldom?: number | null
}

export interface Calling {
  readonly appId: string
  readonly token: string
  /** null: the request only reads */
  readonly act: Act | null
}

/**
 * Who asks, and when: the same, and the time in the same query where it is the database that tells it, with what else
 * the request's first unit of work would have to ask.
 */
export async function callerOf(reads: Reads, clock: Clock, { appId, token, act }: Calling): Promise<Caller> {
  if (clock.sql === undefined) {
    const at = await clock.now().catch(() => Promise.reject(new DomainError('server.busy')))
    return { at, viewer: await viewerOf(reads, appId, token, at).catch(nobodyWhenExpired), arrival: null }
  }
  const key = act?.key ?? null
  const rows = await reads.query<CallerRow>(
    `SELECT ${clock.sql} AS now, ${act === null ? '' : `${SELDOM_VERSION} AS seldom, `}
     ${key === null ? '' : `${KEPT_ANSWER.columns}, `}${SESSION_COLUMNS}
     FROM sessions s JOIN accounts a ON a.id = s.account_id AND a.app_id = ? ${key === null ? '' : KEPT_ANSWER.join}
     LEFT JOIN posts p ON p.person_id = a.person_id WHERE s.token_hash = ?`,
    [appId, ...(key === null ? [] : [key]), hashOfToken(token)],
  ).catch(busyWhenSilent)
  const heardAtMs = performance.now()
  const [first] = rows
  if (first === undefined) return { at: await clock.now().catch(busyWhenSilent), viewer: null, arrival: null }
  const at = Number(first.now)
  const seldomVersion = numberIn(first.seldom)
  const arrival = act === null ? null : { at, seldomVersion, kept: joinedAnswerIn(first), heardAtMs }
  return { at, viewer: await viewerIn(reads, rows, at), arrival }
}

function numberIn(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}

/** Only those of the posts that hold at the instant; `null`: no session that is good then. */
async function viewerIn(reads: Reads, rows: readonly SessionRow[], at: EpochMs): Promise<Viewer | null> {
  const [session] = rows
  if (session === undefined || session.revoked_at !== null || at >= session.expires_at) return null
  const posts = rows.filter(({ id }) => id !== null).map((row) => postTable.fromRaw(row))
  const { posts: held } = viewerAt(session.account_id, session.bound_person_id, posts, at)
  return viewerAt(session.account_id, session.bound_person_id, await withPlacesSat(reads, held, at), at)
}

function nobodyWhenExpired(error: unknown): null {
  if (error instanceof DomainError && error.code === 'session.expired') return null
  throw error
}

function busyWhenSilent(error: unknown): never {
  throw isPassing(error) ? new DomainError('server.busy') : error
}
