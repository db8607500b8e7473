import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'

/** A server of an older release beside this one does not count up: nothing is believed for longer. */
const KEPT_MS = MINUTE_MS
/** Keys come from outside, too. */
const MOST_KEPT = 5_000

interface Kept {
  readonly value: unknown
  readonly untilAt: EpochMs
}

/**
 * What was read of tables that seldom change, good as long as nobody has written to one of them. Whoever asks has
 * learnt the version before he reads, as his transaction began or a moment earlier (`Arrival`): what is kept under it
 * is at least as new.
 */
export class KeptReads {
  private version = 0
  private kept = new Map<string, Kept>()

  /** @param version null: not known, so nothing is kept */
  async get<T>(key: string, version: number | null, now: EpochMs, read: () => Promise<T>): Promise<T> {
    if (version === null) return read()
    if (version > this.version) {
      this.version = version
      this.kept = new Map()
    }
    const known = version === this.version ? this.kept.get(key) : undefined
    if (known !== undefined && now < known.untilAt) return known.value as T
    const value = await read()
    if (version === this.version) this.keep(key, { value, untilAt: now + KEPT_MS })
    return value
  }

  private keep(key: string, one: Kept): void {
    if (this.kept.size >= MOST_KEPT) this.kept = new Map()
    this.kept.set(key, one)
  }
}
