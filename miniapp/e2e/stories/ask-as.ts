import { randomUUID } from 'node:crypto'
import type { Scene } from '../support/on-both-builds'

type Headers = Readonly<Record<string, string>>

const JSON_BODY = { 'content-type': 'application/json' }

/** What the server says to a person beside his phone. */
export interface Asking {
  /** His session, which a phone may be given. */
  readonly token: string
  get<Answer>(path: string): Promise<Answer>
  /** Once: each with a key of its own. */
  post<Answer>(path: string, body?: unknown): Promise<Answer>
  put<Answer>(path: string, body: unknown): Promise<Answer>
}

/**
 * Another sign-in of the person, without a phone: for what a story has to know before it can be told, and for what lies
 * behind it.
 */
export async function askAs({ world }: Pick<Scene, 'world'>, personId: string): Promise<Asking> {
  const call = async <Answer>(method: string, path: string, headers: Headers, body?: unknown): Promise<Answer> => {
    const content = body === undefined ? {} : { headers: { ...headers, ...JSON_BODY }, body: JSON.stringify(body) }
    const answer = await fetch(`${world.url}${path}`, { method, headers, ...content })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    const text = await answer.text()
    // Some acts have nothing to say.
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }
  const { token } = await call<{ readonly token: string }>('POST', '/api/session/demo', {}, { personId })
  const headers = { authorization: `Bearer ${token}` }
  return {
    token,
    get: (path) => call('GET', path, headers),
    post: (path, body) => call('POST', path, { ...headers, 'idempotency-key': randomUUID() }, body),
    put: (path, body) => call('PUT', path, headers, body),
  }
}
