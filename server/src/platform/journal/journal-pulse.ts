import { SECOND_MS } from '@huiying/shared/kernel'
import { setTimeout as pause } from 'node:timers/promises'
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
  /** Whether a round of looks goes on: it outlives its last listener by a moment, and a new one joins it. */
  private isLooking = false
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
    if (!this.isLooking) void this.keepLooking()
    return () => void this.listeners.delete(listener)
  }

  private async keepLooking(): Promise<void> {
    this.isLooking = true
    while (this.listeners.size > 0) {
      await this.look()
      await pause(LOOK_EVERY_MS, undefined, { ref: false })
    }
    this.isLooking = false
    this.seen = null
  }

  private async look(): Promise<void> {
    try {
      const subjects = await this.newSubjects()
      if (subjects.size > 0) for (const listener of [...this.listeners]) listener(subjects)
    } catch (error) {
      this.log.warn({ err: causeOf(error) }, 'the journal could not be looked at')
    }
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
