/**
 * How a call failed: WeChat answered with an errcode; could not be reached; was reached but stayed silent
 * (the act may have happened); or answered something that is not the protocol.
 */
export type WeChatFailure = 'answered' | 'unreachable' | 'silent' | 'malformed'

/**
 * A call to WeChat that did not work out. Carries codes only: never the text, code, phone number, openid,
 * token or secret of the call, so that it may be logged as it is.
 */
export class WeChatError extends Error {
  constructor(
    /** The endpoint, without its query: the query holds the token. */
    readonly path: string,
    readonly failure: WeChatFailure,
    /** WeChat's own code; null when there was no answer to read one from. */
    readonly errcode: number | null,
    /** True if the same call may work later without anybody changing anything. */
    readonly retryable: boolean,
    /** WeChat's request id ("rid: …"), which its support asks for. */
    readonly rid: string | null = null,
  ) {
    super(`${path} ${failure}${errcode === null ? '' : ` errcode ${errcode}`}${rid === null ? '' : ` rid ${rid}`}`)
    this.name = 'WeChatError'
  }
}

/** Turns an answer with an errcode into an error; everything else of the answer is dropped. */
export function refusalOf(path: string, errcode: number, errmsg: unknown): WeChatError {
  const rid = typeof errmsg === 'string' ? /\brid: ([0-9a-f-]{1,64})/.exec(errmsg)?.[1] ?? null : null
  return new WeChatError(path, 'answered', errcode, isPassing(path, errcode), rid)
}

export const BUSY = -1
export const DAY_LIMIT_REACHED = 45009
/** 44991 is what looking at texts and pictures says, 45011 the rest. */
const MINUTE_LIMITS_REACHED: readonly number[] = [44991, 45011]

export const STABLE_TOKEN_PATH = '/cgi-bin/stable_token'

// A dead token passes: another server may have forced a new one between our two calls. But 40001 from the
// token endpoint itself means a wrong secret, which no waiting mends.
function isPassing(path: string, errcode: number): boolean {
  if (saysTokenIsDead(errcode)) return path !== STABLE_TOKEN_PATH
  return errcode === BUSY || errcode === DAY_LIMIT_REACHED || MINUTE_LIMITS_REACHED.includes(errcode)
}

// 40001 wrong or replaced, 40014 not a token, 42001 expired.
export function saysTokenIsDead(errcode: number): boolean {
  return errcode === 40001 || errcode === 40014 || errcode === 42001
}
