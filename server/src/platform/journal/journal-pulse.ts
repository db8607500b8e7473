import { SECOND_MS } from '@huiying/shared/kernel'
import type { Reads } from '../database/reads'
import { idBefore } from '../ids/ids'
import { causeOf, type Log } from '../log'

/** What facts were about since the last look. */
export type Heard = (subjectIds: ReadonlySet<string>) => void

const LOOK_EVERY_MS = SECOND_MS
/** An id is made before its commit: what comes to light later than this is missed here, so nothing may rest on it. */
const LATE_COMMIT_MS = 3 * SECOND_MS

/**
 * Tells whoever listens that something happened, whichever server did it: it looks into the journal, and only as long
 * as somebody listens. For nudging screens; what must not be missed has the outbox.
 */
export class JournalPulse {
  private readonly listeners = new Set<Heard>()
  private timer: NodeJS.Timeout | null = null
  /** Ids already told of, of the last moments; `null`: not looked yet. */
  private seen: ReadonlySet<string> | null = null
  private newest = ''

  constructor(
    private readonly reads: Reads,
    private readonly log: Log,
  ) {}

  /** @returns what ends it */
  listen(listener: Heard): () => void {
    this.listeners.add(listener)
    this.timer ??= this.lookSoon(0)
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size > 0 || this.timer === null) return
      clearTimeout(this.timer)
      this.timer = null
      this.seen = null
    }
  }

  private lookSoon(afterMs: number): NodeJS.Timeout {
    return setTimeout(() => void this.look(), afterMs).unref()
  }

  private async look(): Promise<void> {
    try {
      const subjects = await this.newSubjects()
      if (subjects.size > 0) for (const listener of [...this.listeners]) listener(subjects)
    } catch (error) {
      this.log.warn({ err: causeOf(error) }, 'the journal could not be looked at')
    }
    if (this.listeners.size > 0) this.timer = this.lookSoon(LOOK_EVERY_MS)
  }

  private async newSubjects(): Promise<ReadonlySet<string>> {
    const isFirst = this.seen === null
    if (isFirst) {
      const [last] = await this.reads.query<{ readonly id: string | null }>('SELECT MAX(id) AS id FROM journal', [])
      this.newest = last?.id ?? ''
    }
    const rows = await this.reads.query<{ readonly id: string; readonly subject_id: string }>(
      'SELECT id, subject_id FROM journal WHERE id > ? ORDER BY id', [this.newest === '' ? '' : idBefore(this.newest, LATE_COMMIT_MS)],
    )
    const before = this.seen ?? new Set<string>()
    this.seen = new Set(rows.map(({ id }) => id))
    this.newest = rows[rows.length - 1]?.id ?? this.newest
    return new Set(isFirst ? [] : rows.filter(({ id }) => !before.has(id)).map((row) => row.subject_id))
  }
}
