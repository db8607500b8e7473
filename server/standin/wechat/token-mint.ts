import { randomBytes } from 'node:crypto'

interface MintedToken {
  readonly text: string
  readonly expiresAt: number
}

const TOKEN_LIFE_MS = 7_200_000
const RENEWED_BEFORE_MS = 5 * 60_000
const FORCED_APART_MS = 30_000

/** The access tokens of one mini-program, as the "stable" endpoint hands them out. */
export class TokenMint {
  #current: MintedToken | null = null
  /** The one before, good until its own end. */
  #previous: MintedToken | null = null
  #forcedAt = Number.NEGATIVE_INFINITY

  constructor(private readonly now: () => number) {}

  /** The living token, or a new one in its last five minutes; forced, a new one that kills all others. */
  handOut(isForced: boolean): { readonly text: string; readonly lifeSeconds: number } {
    const now = this.now()
    if (isForced && now - this.#forcedAt >= FORCED_APART_MS) {
      this.#forcedAt = now
      this.#current = this.#previous = null
    }
    if (this.#current === null || this.#current.expiresAt - now <= RENEWED_BEFORE_MS) {
      this.#previous = this.#current
      this.#current = { text: randomBytes(48).toString('base64url'), expiresAt: now + TOKEN_LIFE_MS }
    }
    return { text: this.#current.text, lifeSeconds: Math.floor((this.#current.expiresAt - now) / 1_000) }
  }

  /** 0 if the token may be used, else the errcode. */
  judge(token: string | null): 0 | 41001 | 40001 | 42001 {
    if (token === null || token === '') return 41001
    const known = [this.#current, this.#previous].find((minted) => minted?.text === token)
    if (known === undefined || known === null) return 40001
    return this.now() < known.expiresAt ? 0 : 42001
  }

  /** Expires every token at once (42001), or makes WeChat forget them (40001). */
  end(how: 'expired' | 'forgotten'): void {
    const ended = (minted: MintedToken | null): MintedToken | null =>
      minted === null || how === 'forgotten' ? null : { ...minted, expiresAt: this.now() }
    this.#previous = ended(this.#previous)
    this.#current = ended(this.#current)
  }
}
