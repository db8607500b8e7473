import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'

/** A whole office behind one address signs in at nine; more than this is nobody's office. */
const TURNS_A_MINUTE = 100
/** Addresses remembered at most; past it one starts to count anew. */
const ADDRESSES = 10_000

/**
 * How often an address asked within this minute. In memory of one server only, and forgotten with the minute: nothing
 * but courtesy rests on it, what must hold is counted in the database.
 */
export class AskingTurns {
  private minute = 0
  private readonly turns = new Map<string, number>()

  /** @returns false when the address has had all its turns of this minute */
  take(address: string, now: EpochMs): boolean {
    const minute = Math.floor(now / MINUTE_MS)
    if (minute !== this.minute || this.turns.size >= ADDRESSES) this.turns.clear()
    this.minute = minute
    const taken = this.turns.get(address) ?? 0
    if (taken >= TURNS_A_MINUTE) return false
    this.turns.set(address, taken + 1)
    return true
  }
}
