import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

const GIVES_UP_MS = 120_000
const TIMEOUT_MS = 20_000

/** A phone that gets its way: it sends again, with the same key, to whichever server is there, until it is answered. */
export interface StubbornClient {
  /** @throws Error where it is refused, or nobody answers for two minutes */
  send<Answer>(personId: string, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>
  /** How often something was sent again, and how often the answer was one that had been kept. */
  readonly counts: { sent: number; again: number; replayed: number }
}

/** @param servers addresses in turn; one that is down at the moment may be among them */
export function stubbornClient(servers: () => readonly string[], chance: () => number): StubbornClient {
  const tokens = new Map<string, Promise<string>>()
  const counts = { sent: 0, again: 0, replayed: 0 }

  async function once(url: string, method: string, headers: Record<string, string>, body?: object): Promise<unknown> {
    const isPost = method === 'POST'
    const answer = await fetch(url, {
      method,
      headers: { ...(isPost ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(isPost ? { body: JSON.stringify(body ?? {}) } : {}),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await answer.text()
    if (answer.status >= 500) throw new Error(`${answer.status}`)
    if (!answer.ok) throw new Refused(`${method} ${new URL(url).pathname}: ${answer.status} ${text}`)
    if (answer.headers.get('idempotent-replay') === 'true') counts.replayed += 1
    return text === '' ? null : JSON.parse(text)
  }

  async function insist(
    method: string, path: string, headers: Record<string, string>, body?: object,
  ): Promise<unknown> {
    counts.sent += 1
    for (const givesUpAt = Date.now() + GIVES_UP_MS; ; counts.again += 1) {
      const all = servers()
      const base = all[Math.floor(chance() * all.length)]
      try {
        if (base !== undefined) return await once(`${base}${path}`, method, headers, body)
      } catch (error) {
        if (error instanceof Refused || Date.now() > givesUpAt) throw error
      }
      await pause(50 + chance() * 200)
    }
  }

  const signIn = async (personId: string): Promise<string> => {
    const answer = await insist('POST', '/api/session/wechat', {}, { code: `demo:open-${personId}` })
    return (answer as { readonly token: string }).token
  }
  return {
    counts,
    send: async <Answer>(personId: string, method: 'GET' | 'POST', path: string, body?: object) => {
      const known = tokens.get(personId) ?? signIn(personId)
      tokens.set(personId, known)
      const key: Record<string, string> = method === 'POST' ? { 'idempotency-key': randomUUID() } : {}
      const headers = { authorization: `Bearer ${await known}`, ...key }
      return (await insist(method, path, headers, body)) as Answer
    },
  }
}

class Refused extends Error {}
