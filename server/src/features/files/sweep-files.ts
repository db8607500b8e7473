import { givenUpBefore, type FileKind } from '@huiying/shared/files'
import type { Clock } from '../../platform/clock/clock'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { FileStore } from '../../platform/storage'
import { fileIdOf, fileKeys } from './file-key'

const BATCH = 200

export interface Swept {
  /** Uploads that nobody used within their time. */
  readonly givenUp: number
  /** Bytes without a row: the server died between writing the two. */
  readonly orphaned: number
}

/** Clears away what nothing uses. May run on several servers at once, and any number of times. */
export class SweepFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: Reads,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<Swept> {
    return { givenUp: await this.#sweepGivenUp(), orphaned: await this.#sweepOrphans() }
  }

  async #sweepGivenUp(): Promise<number> {
    let swept = 0
    for (;;) {
      const files = await this.unitOfWork.run(async (work) => {
        const found = await work.query<{ id: string; kind: FileKind }>(
          'SELECT id, kind FROM files WHERE subject_id IS NULL AND created_at < ? ORDER BY created_at, id LIMIT ?',
          [givenUpBefore(work.now), BATCH],
          { lock: 'skip-locked' },
        )
        const ids = found.map(({ id }) => id)
        // Row before bytes: whoever claims at this moment finds the whole file or none.
        if (ids.length > 0) work.write(`DELETE FROM files WHERE id IN (${placeholders(ids.length)})`, ids)
        return found
      })
      for (const key of files.flatMap(({ id, kind }) => fileKeys(id, kind))) await this.store.remove(key)
      swept += files.length
      if (files.length < BATCH) return swept
    }
  }

  async #sweepOrphans(): Promise<number> {
    let swept = 0
    let batch: string[] = []
    for await (const key of this.store.keysPutBefore(givenUpBefore(await this.clock.now()))) {
      batch.push(key)
      if (batch.length < BATCH) continue
      swept += await this.#removeOrphans(batch)
      batch = []
    }
    return swept + (await this.#removeOrphans(batch))
  }

  async #removeOrphans(keys: readonly string[]): Promise<number> {
    if (keys.length === 0) return 0
    const ids = [...new Set(keys.map(fileIdOf))]
    const rows = await this.reads.query<{ readonly id: string }>(
      `SELECT id FROM files WHERE id IN (${placeholders(ids.length)})`,
      ids,
    )
    const known = new Set(rows.map(({ id }) => id))
    const orphans = keys.filter((key) => !known.has(fileIdOf(key)))
    for (const key of orphans) await this.store.remove(key)
    return orphans.length
  }
}
