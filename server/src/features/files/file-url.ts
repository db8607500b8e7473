import type { FileVariant } from '@huiying/shared/files'
import { HOUR_MS, type EpochMs } from '@huiying/shared/kernel'
import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Makes and checks addresses that open one variant of one file to whoever holds them, for one to two hours:
 * an <img> can't send who is asking. Whoever loses a right keeps the addresses he was given until they end.
 */
export class FileUrlSigner {
  constructor(private readonly key: string) {
    // HMAC-SHA256 has no more strength than its key.
    if (key.length < 32) throw new Error('the key for file addresses needs 32 characters at least')
  }

  /** Relative to the server. The same within an hour of the clock, so that phones find it in their cache. */
  sign(id: string, variant: FileVariant, now: EpochMs): string {
    const endsAt = (Math.floor(now / HOUR_MS) + 2) * HOUR_MS
    return `/api/files/${id}/${variant}?exp=${endsAt}&sig=${this.#signature(id, variant, endsAt)}`
  }

  isGenuine(id: string, variant: FileVariant, exp: string, sig: string, now: EpochMs): boolean {
    if (!/^\d{1,15}$/.test(exp) || now >= Number(exp)) return false
    const wanted = Buffer.from(this.#signature(id, variant, Number(exp)))
    const given = Buffer.from(sig)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }

  #signature(id: string, variant: FileVariant, endsAt: EpochMs): string {
    return createHmac('sha256', this.key).update(`${id}\n${variant}\n${endsAt}`).digest('base64url')
  }
}
