import { askWeChat, stringIn, type WeChatAnswer, type WeChatRequest } from './wechat-http'
import type { WeChatConfig } from './wechat-config'
import { saysTokenIsDead, STABLE_TOKEN_PATH, WeChatError } from './wechat-error'

/** Measures lengths of time only, so it need not agree with any calendar and must never run backwards. */
export type Stopwatch = () => number

interface Token {
  readonly text: string
  readonly staleFromMs: number
}

// WeChat hands out the next token from 5 minutes before the end, and both work during those minutes.
const SPARE_MS = 5 * 60_000

/**
 * Keeps the mini-program's access token and makes calls with it. Several servers may each hold one: the
 * "stable" endpoint gives all of them the same token.
 */
export class AccessToken {
  #token: Token | null = null
  #fetching: Promise<Token> | null = null

  constructor(
    private readonly config: Pick<WeChatConfig, 'apiBase' | 'appId' | 'appSecret'>,
    private readonly stopwatch: Stopwatch,
  ) {}

  /**
   * A call that needs the token. If WeChat says the token is dead, one new token is fetched (shared by all
   * calls waiting at that moment) and the call made once more.
   * @throws WeChatError
   */
  async ask(request: WeChatRequest): Promise<WeChatAnswer> {
    const token = await this.#current()
    try {
      return await this.#askWith(token, request)
    } catch (error) {
      if (!(error instanceof WeChatError) || error.errcode === null || !saysTokenIsDead(error.errcode)) throw error
    }
    return this.#askWith(await this.#replacing(token), request)
  }

  #askWith(token: Token, request: WeChatRequest): Promise<WeChatAnswer> {
    return askWeChat(this.config.apiBase, { ...request, query: { ...request.query, access_token: token.text } })
  }

  async #current(): Promise<Token> {
    if (this.#token !== null && this.stopwatch() < this.#token.staleFromMs) return this.#token
    return this.#once(() => this.#fetch(false))
  }

  async #replacing(dead: Token): Promise<Token> {
    // Somebody else got a new one while this call was on its way.
    if (this.#token !== null && this.#token.text !== dead.text) return this.#token
    return this.#once(async () => {
      const token = await this.#fetch(false)
      // Forcing is allowed 20 times a day and kills the token of the other servers, so it comes last.
      return token.text === dead.text ? this.#fetch(true) : token
    })
  }

  #once(fetchToken: () => Promise<Token>): Promise<Token> {
    this.#fetching ??= fetchToken().finally(() => {
      this.#fetching = null
    })
    return this.#fetching
  }

  async #fetch(isForced: boolean): Promise<Token> {
    const askedAtMs = this.stopwatch()
    const answer = await askWeChat(this.config.apiBase, {
      path: STABLE_TOKEN_PATH,
      body: {
        grant_type: 'client_credential',
        appid: this.config.appId,
        secret: this.config.appSecret,
        force_refresh: isForced,
      },
    })
    const text = stringIn(STABLE_TOKEN_PATH, answer, 'access_token')
    const lifeSeconds = answer['expires_in']
    if (typeof lifeSeconds !== 'number') throw new WeChatError(STABLE_TOKEN_PATH, 'malformed', null, true)
    this.#token = { text, staleFromMs: askedAtMs + lifeSeconds * 1_000 - SPARE_MS }
    return this.#token
  }
}
