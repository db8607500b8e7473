import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import { isPassing } from '../../platform/database/database-error'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { SELDOM_VERSION } from '../../platform/database/seldom-written.table'
import type { Act, Caller } from '../../platform/http'
import { joinedAnswerIn, KEPT_ANSWER } from '../../platform/idempotency/stored-answer'
import { hashOfToken } from './session-token'
import { SESSION_COLUMNS, viewerIn, viewerOf, type SessionRow } from './viewer.board'

/** Looked up by one query. */
const MOST_AT_ONCE = 64

interface CallerRow extends SessionRow {
  readonly now: number
  readonly seldom: number | null
  readonly token_hash: string
}

interface Batch {
  /** By its session's hash: under which key, if any. */
  readonly asked: Map<string, string | null>
  readonly rows: Promise<readonly CallerRow[]>
}

/**
 * Who asks, and when: as `viewerOf`, and where the database tells the time, that in the same query, with what else the
 * request's first unit of work would have to ask. Requests that arrive in the same moment are looked up together:
 * nothing is remembered, each is looked for after it has arrived.
 */
export class Callers {
  /** Still taking in whoever arrives. */
  private batch: Batch | null = null

  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly appId: string,
  ) {}

  /** @throws server.busy where nobody tells the time */
  async of(token: string, act: Act | null): Promise<Caller> {
    const { sql } = this.clock
    if (sql === undefined) {
      const at = await this.clock.now().catch(() => Promise.reject(new DomainError('server.busy')))
      return { at, viewer: await viewerOf(this.reads, this.appId, token, at).catch(nobodyWhenExpired), arrival: null }
    }
    const hash = hashOfToken(token)
    const askedAtMs = performance.now()
    const all = await this.ask(sql, hash, act?.key ?? null).catch(busyWhenSilent)
    const rows = all.filter(({ token_hash }) => token_hash === hash)
    const [first] = rows
    if (first === undefined) return { at: await this.timeIn(all), viewer: null, arrival: null }
    const at = Number(first.now)
    const seldomVersion = first.seldom === null ? null : Number(first.seldom)
    const arrival = act === null ? null : { at, seldomVersion, kept: joinedAnswerIn(first), askedAtMs }
    return { at, viewer: await viewerIn(this.reads, rows, at), arrival }
  }

  private ask(clockSql: string, hash: string, key: string | null): Promise<readonly CallerRow[]> {
    const batch = this.batch ?? this.begin(clockSql)
    const known = batch.asked.get(hash)
    // Two keys of one session are two questions.
    if (known !== undefined && known !== key) return this.lookUp(clockSql, new Map([[hash, key]]))
    batch.asked.set(hash, key)
    if (batch.asked.size >= MOST_AT_ONCE) this.batch = null
    return batch.rows
  }

  private begin(clockSql: string): Batch {
    const asked: Batch['asked'] = new Map()
    // Once everything that has come in by now is read.
    const rows = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      if (this.batch === batch) this.batch = null
      return this.lookUp(clockSql, asked)
    })
    const batch = { asked, rows }
    this.batch = batch
    return batch
  }

  private lookUp(clockSql: string, asked: Batch['asked']): Promise<CallerRow[]> {
    const keyed = [...asked].filter(([, key]) => key !== null)
    const keyOfEach = `CASE s.token_hash ${keyed.map(() => 'WHEN ? THEN ?').join(' ')} END`
    const [columns, join] = keyed.length === 0 ? ['', ''] : [`${KEPT_ANSWER.columns}, `, KEPT_ANSWER.joinOn(keyOfEach)]
    return this.reads.query<CallerRow>(
      `SELECT ${clockSql} AS now, ${SELDOM_VERSION} AS seldom, s.token_hash, ${columns}${SESSION_COLUMNS}
       FROM sessions s JOIN accounts a ON a.id = s.account_id AND a.app_id = ? ${join}
       LEFT JOIN posts p ON p.person_id = a.person_id WHERE s.token_hash IN (${placeholders(asked.size)})`,
      [this.appId, ...keyed.flat(), ...asked.keys()],
    )
  }

  private async timeIn([any]: readonly CallerRow[]): Promise<EpochMs> {
    return any === undefined ? this.clock.now().catch(busyWhenSilent) : Number(any.now)
  }
}

function nobodyWhenExpired(error: unknown): null {
  if (error instanceof DomainError && error.code === 'session.expired') return null
  throw error
}

function busyWhenSilent(error: unknown): never {
  throw isPassing(error) ? new DomainError('server.busy') : error
}
