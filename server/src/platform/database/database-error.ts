import { DomainError } from '@huiying/shared/kernel'

/**
 * `duplicate`: a unique key is taken. `contended`: deadlock, lock wait or a busy file; doing it again may succeed.
 * `lost`: the connection broke before anything was decided. `unknown-outcome`: it broke during COMMIT.
 */
export type DatabaseErrorKind = 'duplicate' | 'contended' | 'lost' | 'unknown-outcome' | 'other'

/** What went wrong in the database, without a single value: the driver's own error carries whole statements. */
export class DatabaseError extends Error {
  constructor(
    readonly kind: DatabaseErrorKind,
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'DatabaseError'
  }
}

/** Somebody else changed the row in between, again and again. Nothing was written. Code `request.conflict`. */
export class LostRace extends DomainError<'request.conflict'> {
  constructor() {
    super('request.conflict')
    this.name = 'LostRace'
  }
}

/** The database could not take the work now: contended or unreachable. Nothing was written. Code `server.busy`. */
export class DatabaseBusy extends DomainError<'server.busy'> {
  constructor(readonly databaseCode: string) {
    super('server.busy')
    this.name = 'DatabaseBusy'
  }
}

/** Nothing is wrong with the work itself; it may go through later. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof DatabaseBusy ||
    error instanceof LostRace ||
    (error instanceof DatabaseError && ['contended', 'lost', 'unknown-outcome'].includes(error.kind))
  )
}

const CONTENDED = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY', 'SQLITE_LOCKED'])
const LOST = new Set([
  'PROTOCOL_CONNECTION_LOST', 'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT',
  'ENOENT', 'ER_SERVER_SHUTDOWN', 'ER_CLIENT_INTERACTION_TIMEOUT', 'ER_CON_COUNT_ERROR', 'ER_CONNECTION_KILLED',
])

/** MariaDB has numbers that the driver gives the names of other faults of MySQL. */
const MARIADB_CODES: Readonly<Record<number, string>> = { 1927: 'ER_CONNECTION_KILLED', 4025: 'ER_CONSTRAINT_FAILED' }
/** The driver's words when the connection was already gone: nothing was sent. It gives them no code. */
const NEVER_SENT = /connection is in closed state/

export function asDatabaseError(error: unknown, phase: 'work' | 'commit'): DatabaseError {
  if (error instanceof DatabaseError) return error
  const code = codeOf(error)
  if (NEVER_SENT.test(messageOf(error))) return new DatabaseError('lost', 'CONNECTION_CLOSED', 'the connection is gone')
  return new DatabaseError(kindOf(code, phase), code, `${code}: ${withoutValues(messageOf(error))}`)
}

function kindOf(code: string, phase: 'work' | 'commit'): DatabaseErrorKind {
  if (code.startsWith('ER_DUP_ENTRY') || /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)$/.test(code)) return 'duplicate'
  if (CONTENDED.has(code) || code.startsWith('SQLITE_BUSY')) return 'contended'
  if (LOST.has(code)) return phase === 'commit' ? 'unknown-outcome' : 'lost'
  return 'other'
}

function codeOf(error: unknown): string {
  const inner = typeof error === 'object' && error !== null && 'driverError' in error ? error.driverError : error
  if (typeof inner !== 'object' || inner === null) return 'UNKNOWN'
  const known = 'errno' in inner && typeof inner.errno === 'number' ? MARIADB_CODES[inner.errno] : undefined
  if (known !== undefined) return known
  const code = 'code' in inner ? inner.code : null
  return typeof code === 'string' ? code : 'UNKNOWN'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'no message'
}

// MySQL quotes the offending value ("Duplicate entry '138…' for key 'ux'"); names of keys and columns stay readable.
function withoutValues(message: string): string {
  return message
    .replace(/Duplicate entry '.*' for key/s, "Duplicate entry '…' for key")
    .replace(/(value|near):? '.*'( at line| for column| for function|$)/s, "$1 '…'$2")
    .slice(0, 300)
}
