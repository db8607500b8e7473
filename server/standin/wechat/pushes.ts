import { randomBytes } from 'node:crypto'
import { pushSignature, sealedPush } from './seal-push'

/** Where pushes go and how they are signed: what a real operator enters in WeChat's console. */
export interface PushTarget {
  readonly url: string
  readonly token: string
  /** `null`: in the clear. */
  readonly aesKey: string | null
}

/** fail: it could not be fetched; never: no verdict comes. */
export const MEDIA_ENDINGS = ['pass', 'review', 'risky', 'fail', 'never'] as const
export type MediaEnding = (typeof MEDIA_ENDINGS)[number]

/** What the stand-in says by itself: verdicts on pictures and recordings, pushed as WeChat does it. */
export class Pushes {
  #target: PushTarget | null = null
  readonly #planned: MediaEnding[] = []
  #running: Promise<unknown> = Promise.resolve()
  /** Answers of whoever was pushed to, oldest first. */
  readonly answers: string[] = []

  constructor(private readonly options: { readonly appId: string; readonly now: () => number }) {}

  enter(target: PushTarget): void {
    this.#target = target
  }

  plan(ending: MediaEnding): void {
    this.#planned.push(ending)
  }

  /** Nothing is looked at before this is called: pictures take WeChat their time. */
  holdBack(): () => void {
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    this.#running = this.#running.then(() => released)
    return release
  }

  /** Fetches it, as the real one does, and pushes what it found. Unplanned, all it can fetch passes. */
  lookAt(url: string, traceId: string, openid: string): void {
    const planned = this.#planned.shift()
    if (planned === 'never') return
    this.#running = this.#running.then(async () => {
      const isThere = planned !== 'fail' && (await fetched(url))
      await this.push(eventOf(traceId, openid, this.options, isThere ? planned ?? 'pass' : 'fail')).catch(() => undefined)
    })
  }

  /** All verdicts that are on their way have arrived. */
  async settled(): Promise<void> {
    await this.#running
  }

  async push(event: object): Promise<number> {
    if (this.#target === null) return 0
    const { url, token, aesKey } = this.#target
    const timestamp = String(Math.floor(this.options.now() / 1_000))
    const nonce = randomBytes(5).toString('hex')
    const query = new URLSearchParams({ signature: pushSignature(token, timestamp, nonce), timestamp, nonce })
    let body: object = event
    if (aesKey !== null) {
      const sealed = sealedPush(aesKey, this.options.appId, JSON.stringify(event))
      query.set('encrypt_type', 'aes')
      query.set('msg_signature', pushSignature(token, timestamp, nonce, sealed))
      body = { ToUserName: 'gh_standin', Encrypt: sealed }
    }
    const response = await fetch(`${url}?${query.toString()}`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
    })
    this.answers.push(`${response.status} ${await response.text()}`)
    return response.status
  }
}

function eventOf(
  traceId: string, openid: string, { appId, now }: { readonly appId: string; readonly now: () => number },
  ending: Exclude<MediaEnding, 'never'>,
): object {
  const head = {
    ToUserName: 'gh_standin', FromUserName: openid, CreateTime: Math.floor(now() / 1_000), MsgType: 'event',
    Event: 'wxa_media_check', appid: appId, trace_id: traceId, version: 2,
  }
  if (ending === 'fail') return { ...head, detail: [], errcode: -1008, errmsg: 'download failed' }
  const result = { suggest: ending, label: ending === 'pass' ? 100 : 20002 }
  return { ...head, detail: [{ strategy: 'content_model', errcode: 0, ...result }], errcode: 0, errmsg: 'ok', result }
}

async function fetched(url: string): Promise<boolean> {
  try {
    const response = await fetch(url)
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
